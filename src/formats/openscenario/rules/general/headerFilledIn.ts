import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** The header's attributes that are texts. */
const texts = ['author', 'description'] as const;

/** The header says who wrote the file, what it is about, and under which licence. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:general.header_filled_in',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'The file header tells an author and a description, and a licence what it is',
  explanation: {
    asks: 'The schema asks for an author and a description, but is content with empty ones. Filled in, they tell those who get the file whom to ask and what it is for. A License needs more than a name: its text, where to find it, or its SPDX identifier.',
    source: 'ASAM OpenSCENARIO XML, class reference of FileHeader (1.0) and License (1.1)',
    example: {
      wrong: '<FileHeader author="" description="" …/>',
      right: '<FileHeader author="A. Turing" description="A cut-in at 60 km/h" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements } = model;
    for (const header of elements.named('FileHeader')) {
      for (const name of texts) {
        const attribute = elements.attributeOf(header, name);
        if (attribute === none || !isBlank(model, attribute)) continue;
        tell({
          code: 'blank-header',
          at: model.texts.valueRange(attribute),
          message: `The header has no ${name}.`,
        });
      }
    }
    for (const license of elements.named('License')) {
      if (!isBareLicense(model, license)) continue;
      tell({
        code: 'bare-license',
        at: model.texts.tagRange(license),
        message: `The licence ${quoted(model.texts.written(elements.attributeOf(license, 'name')))} has neither a text nor a place where to find it.`,
        help: `Add ${quoted('spdxId')}, ${quoted('resource')} or its text.`,
      });
    }
  },
};

function isBlank({ texts }: Model, attribute: number): boolean {
  return texts.written(attribute).trim() === '';
}

function isBareLicense(model: Model, license: number): boolean {
  const { elements } = model;
  return (
    elements.attributeOf(license, 'spdxId') === none &&
    elements.attributeOf(license, 'resource') === none &&
    elements.firstTextOf(license) === null
  );
}
