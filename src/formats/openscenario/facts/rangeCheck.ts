import type { Tell } from '../../../rules/rule';
import { quoted } from '../../../schema/words';
import type { NameIds } from '../../../tree/elements';
import { none } from '../../../tree/tree';
import { givenBy } from '../model/givenBy';
import type { Model } from '../model/model';
import { perSchema } from '../model/perSchema';
import { intervalWords, isOutside, numberWords, withUnit } from './interval';
import { parseRanges, type RangeRow } from './rangeTable';

const zero = 0x30;
const nine = 0x39;

/** A row for the elements of one name, in the ids of a schema. */
interface ResolvedRow {
  readonly row: RangeRow;
  readonly elementId: number;
  readonly attributeId: number;
  /** Whether a value that begins with a digit needs no second look. */
  readonly allButNegative: boolean;
}

/** Tells the values that lie outside of the ranges of a table (`ranges.ts`). */
export function rangeCheck(table: string): (model: Model, tell: Tell) => void {
  let rows: RangeRow[] | undefined;
  const resolvedRows = perSchema((names) => resolve((rows ??= parseRanges(table)), names));
  return (model, tell) => {
    const { elements } = model;
    for (const row of resolvedRows(model)) {
      if (elements.countWithNameId(row.elementId) > 0) checkRow(row, model, tell);
    }
  };
}

/** The rows, one for each element that the schema has. */
function resolve(rows: readonly RangeRow[], names: NameIds): ResolvedRow[] {
  const resolved: ResolvedRow[] = [];
  for (const row of rows) {
    const attributeId = names.idOf(row.attribute);
    if (attributeId === 0) continue;
    const { low, lowOpen, high } = row.interval;
    const allButNegative = low === 0 && !lowOpen && high === Infinity;
    for (const element of row.elements) {
      const elementId = names.idOf(element);
      if (elementId !== 0) resolved.push({ row, elementId, attributeId, allButNegative });
    }
  }
  return resolved;
}

function checkRow(
  { row, elementId, attributeId, allButNegative }: ResolvedRow,
  model: Model,
  tell: Tell,
): void {
  const { elements, texts, values } = model;
  for (const element of elements.withNameId(elementId)) {
    const attribute = elements.attributeWithNameId(element, attributeId);
    if (attribute === none) continue;
    if (allButNegative) {
      const first = texts.bytes[elements.valueStart(attribute)] ?? 0;
      if (first >= zero && first <= nine) continue;
    }
    const value = values.numberOf(attribute);
    if (!isOutside(row.interval, value)) continue;
    tell({
      code: 'out-of-range',
      at: texts.valueRange(attribute),
      ...(row.severity === undefined ? {} : { severity: row.severity }),
      ...words(row, elements.nameOf(element), value, texts.writingOf(attribute) === 'literal'),
      ...givenBy(model, attribute),
    });
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
