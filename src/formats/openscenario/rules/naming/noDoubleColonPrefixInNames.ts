import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { nounOf, pathSeparator, storyboardTypes, tagOf } from '../../model/storyboard';
import type { DocumentRule } from '../kinds';

const colon = 0x3a;

/** No name in the storyboard has what separates the names of a path. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:naming.no_double_colon_prefix_in_names',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'No name of a storyboard element contains ::',
  explanation: {
    asks: 'References to storyboard elements may put the names of the elements around them in front, with :: between them. A name that has :: in itself cannot be told from such a path.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule no_double_colon_prefix_in_names',
    example: { wrong: '<Event name="CutIn::Start" …/>', right: '<Event name="CutInStart" …/>' },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    const nameId = elements.names.idOf('name');
    for (const type of storyboardTypes) {
      for (const element of elements.named(tagOf(type))) {
        const name = elements.attributeWithNameId(element, nameId);
        if (name === none || !hasDoubleColon(model, name)) continue;
        const written = texts.written(name);
        if (!written.includes(pathSeparator)) continue;
        tell({
          code: 'double-colon',
          at: texts.valueRange(name),
          message: `The name of the ${nounOf(type)} ${quoted(written)} contains \`::\`, which stands between the names of a path.`,
          help: `Write it without, such as ${quoted(written.split(pathSeparator).filter(Boolean).join('_'))}.`,
        });
      }
    }
  },
};

function hasDoubleColon({ elements, texts }: Model, attribute: number): boolean {
  if (elements.valueNeedsDecoding(attribute)) return true;
  // Of two bytes in a row one is at an odd distance from the start.
  const { bytes } = texts;
  const end = elements.valueEnd(attribute);
  for (let at = elements.valueStart(attribute) + 1; at <= end; at += 2) {
    if (bytes[at] === colon && at < end && (bytes[at - 1] === colon || bytes[at + 1] === colon)) {
      return true;
    }
  }
  return false;
}
