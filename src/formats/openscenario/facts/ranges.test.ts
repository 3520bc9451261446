import { describe, expect, test } from 'vitest';
import { elementsOfType, partsOf } from '../testing/schemaParts';
import { parseRanges } from './rangeTable';
import {
  conditionDelays,
  distances,
  doubtfulRanges,
  otherRanges,
  phaseDurations,
  transitionTimes,
  undocumentedRanges,
} from './ranges';

const tables = [
  conditionDelays,
  distances,
  doubtfulRanges,
  otherRanges,
  phaseDurations,
  transitionTimes,
  undocumentedRanges,
];
const rows = tables.flatMap(parseRanges);

test('no attribute has two ranges', () => {
  const all = rows.flatMap((row) => row.elements.map((element) => `${element}@${row.attribute}`));
  expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
});

describe.each(rows.map((row) => [`${row.elements.join(' ')} @${row.attribute}`, row] as const))(
  '%s',
  (_, { elements, attribute }) => {
    test('is an attribute of the schema, in every meaning of the name', () => {
      for (const element of elements) {
        const meanings = partsOf(element);
        expect(meanings).not.toEqual([]);
        for (const meaning of meanings) expect(meaning.attributes).toContain(attribute);
      }
    });

    test('leaves out no element of the same type', () => {
      const types = new Set(
        elements.flatMap((element) => partsOf(element).map(({ type }) => type)),
      );
      // Any `Range` but that of initial speeds may hold any number.
      types.delete('Range');
      const all = [...types].flatMap(elementsOfType);
      expect(new Set(elements)).toEqual(types.size === 0 ? new Set(elements) : new Set(all));
    });
  },
);

test.each(['', 'Wind speed [0..inf[', 'Wind @speed', 'Wind @speed [0..inf[ m/s, error'])(
  '%j is no row',
  (line) => {
    expect(() => parseRanges(line)).toThrow(SyntaxError);
  },
);
