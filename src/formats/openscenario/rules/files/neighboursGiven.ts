import { quoted } from '../../../../schema/words';
import type { ProjectRule } from '../kinds';

/** The files around a document can be looked at. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:files.neighbours_given',
  level: 'project',
  severity: 'info',
  beyondNotes: true,
  since: '1.0',
  meaning: 'The folder of a document was given too, where the document refers to other files',
  explanation: {
    asks: 'Catalogs and road networks are files of their own. When a document is given alone, a page in a browser cannot see what lies beside it, so what it says about catalogs, lanes and signals cannot be checked.',
    source: 'How browsers give access to files; no rule of the standard',
  },
  cost: 'cheap',

  check({ model, needs, answers }, tell) {
    const unseen = needs.filter(({ attribute }) => answers.get(attribute)?.found === 'unknown');
    const [first] = unseen;
    if (!first) return;
    const more = unseen.length - 1;
    const others = more === 0 ? '' : ` and ${more} other ${more === 1 ? 'path' : 'paths'}`;
    tell({
      code: 'neighbours-not-given',
      always: true,
      at: model.texts.valueRange(first.attribute),
      message: `The file refers to ${quoted(first.path)}${others}, which cannot be seen from here.`,
      help: 'Open the whole folder, so that catalogs and roads are checked too.',
    });
  },
};
