import type { Tell } from '../../../rules/rule';
import { quoted } from '../../../schema/words';
import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import { intervalWords, isOutside, numberWords, withUnit } from './interval';
import { parseRanges, type RangeRow } from './rangeTable';

const zero = 0x30;
const nine = 0x39;

/** Tells the values that lie outside of the ranges of a table (`ranges.ts`). */
export function rangeCheck(table: string): (model: Model, tell: Tell) => void {
  let rows: RangeRow[] | undefined;
  return (model, tell) => {
    rows ??= parseRanges(table);
    for (const row of rows) checkRow(row, model, tell);
  };
}

function checkRow(row: RangeRow, model: Model, tell: Tell): void {
  const { elements, texts, values } = model;
  const attributeId = elements.names.idOf(row.attribute);
  const { interval } = row;
  // Then a value that begins with a digit needs no second look.
  const allButNegative = interval.low === 0 && !interval.lowOpen && interval.high === Infinity;
  for (const name of row.elements) {
    for (const element of elements.named(name)) {
      const attribute = elements.attributeWithNameId(element, attributeId);
      if (attribute === none) continue;
      if (allButNegative) {
        const first = texts.bytes[elements.valueStart(attribute)] ?? 0;
        if (first >= zero && first <= nine) continue;
      }
      const value = values.numberOf(attribute);
      if (!isOutside(interval, value)) continue;
      tell({
        code: 'out-of-range',
        at: texts.valueRange(attribute),
        ...(row.severity === undefined ? {} : { severity: row.severity }),
        ...words(row, name, value, texts.writingOf(attribute) === 'literal'),
      });
    }
  }
}

function words(
  { attribute, interval, unit, help }: RangeRow,
  element: string,
  value: number,
  literal: boolean,
): { message: string; help?: string } {
  const found = withUnit(numberWords(value), unit);
  const message = `${quoted(attribute)} of ${quoted(element)} ${literal ? 'is' : 'comes to'} ${found}, but has to be ${intervalWords(interval, unit)}.`;
  const repair = help ?? unitHelp(unit, value, (meant) => !isOutside(interval, meant));
  return repair === undefined ? { message } : { message, help: repair };
}

/** Other units that values are often given in by mistake: their name, and how to get the right one. */
const mistakenUnits: Record<
  string,
  { name: string; right: string; convert: (value: number) => number }
> = {
  rad: { name: '°', right: 'Angles are in radians', convert: (value) => (value * Math.PI) / 180 },
  K: { name: '°C', right: 'Temperatures are in kelvins', convert: (value) => value + 273.15 },
  Pa: { name: 'hPa', right: 'Pressures are in pascals', convert: (value) => value * 100 },
};

function unitHelp(
  unit: string,
  value: number,
  fits: (value: number) => boolean,
): string | undefined {
  const mistaken = mistakenUnits[unit];
  if (mistaken === undefined || !fits(mistaken.convert(value))) return undefined;
  const { name, right, convert } = mistaken;
  const meant = Number(convert(value).toPrecision(6));
  return `${right}: ${value}${name === '°' ? '' : ' '}${name} would be ${meant} ${unit}.`;
}
