import { quoted } from '../../../../schema/words';
import type { DocumentRule } from '../kinds';

/** Attributes that hold a date and a time. */
const attributes = ['dateTime', 'date'] as const;

/** A negative year, or one of more than four digits. */
const unusualYear = /^-|^\d{5}/;

/** Dates are written so that every reader of ISO 8601 takes them. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:data_type.time_format',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Dates are of ISO 8601, with a year of four digits',
  explanation: {
    asks: 'A date with time is written as ISO 8601 has it: 2024-05-17T12:30:00, and a time zone where it matters. The schema takes years before Christ and of more than four digits too, which ISO 8601 keeps for those who have agreed on them. The rule of the standard speaks of the notation without hyphens and colons, which the schema of every version refuses: here, the schema is followed.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule time_format; ISO 8601',
    example: {
      wrong: '<TimeOfDay animation="false" dateTime="20240-05-17T12:30:00"/>',
      right: '<TimeOfDay animation="false" dateTime="2024-05-17T12:30:00"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const name of attributes) {
      for (const attribute of elements.attributesNamed(name)) {
        if (texts.writingOf(attribute) !== 'literal') continue;
        const written = texts.written(attribute).trim();
        // The schema sees to what stands behind the year.
        if (!unusualYear.test(written)) continue;
        tell({
          code: 'unusual-year',
          at: texts.valueRange(attribute),
          message: `The year of ${quoted(written)} has not four digits, which many readers of dates do not take.`,
        });
      }
    }
  },
};
