import { quoted } from '../../../../schema/words';
import type { DocumentRule } from '../kinds';

/** Extensions of files that hold a packed file. */
const packed = /\.(gz|zip)$/i;

/** A file has the extension of its format. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:general.file_ending',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'The name of a file ends in .xosc',
  explanation: {
    asks: 'Scenarios, catalogs and parameter value distributions lie in files that end in .xosc. Some tools find their files by that.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, file_ending',
    example: { wrong: 'cut-in.xml', right: 'cut-in.xosc' },
  },
  cost: 'cheap',

  check({ document, texts }, tell) {
    const name = document.path.slice(document.path.lastIndexOf('/') + 1).replace(packed, '');
    const extension = /\.[^.]+$/.exec(name)?.[0];
    // A pasted text has no name that could end in anything.
    if (extension === undefined || extension.toLowerCase() === '.xosc') return;
    tell({
      code: 'other-extension',
      at: texts.nameRange(0),
      message: `The file is called ${quoted(name)}, which does not end in \`.xosc\`.`,
    });
  },
};
