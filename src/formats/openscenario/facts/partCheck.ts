import type { Found, Range, Tell } from '../../../rules/rule';
import type { Elements, NameIds } from '../../../tree/elements';
import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import { perSchema } from '../model/perSchema';
import { versions } from '../tables';
import { parseParts, type Part, type PartRow } from './partTable';

/** An element of a row, and which of the row's parts it has. */
interface Holding {
  readonly model: Model;
  readonly row: PartRow;
  readonly element: number;
  /** The parts that are there, in the order of the row. */
  readonly present: readonly Part[];
}

/** Parts as bits, in the order of their row. */
type PartBits = number;

/**
 * Goes through the elements of a table (`parts.ts`), and tells what `judge` says about those whose
 * parts are suspicious. What is there is a number with a bit for each part of the row, so that nothing
 * is made for the others.
 */
export function partCheck(
  table: string,
  suspicious: (present: PartBits) => boolean,
  judge: (holding: Holding) => Omit<Found, 'severity'>,
): (model: Model, tell: Tell) => void {
  let rows: PartRow[] | undefined;
  const resolvedRows = perSchema((names, version) =>
    resolve((rows ??= parseParts(table)), names, version),
  );
  return (model, tell) => {
    const { elements } = model;
    for (const { row, elementId, partIds } of resolvedRows(model)) {
      if (elements.countWithNameId(elementId) === 0) continue;
      for (const element of elements.withNameId(elementId)) {
        const bits = partsOf(elements, element, row.parts, partIds);
        if (!suspicious(bits)) continue;
        const present = row.parts.filter((_, at) => (bits & (1 << at)) !== 0);
        tell({
          ...judge({ model, row, element, present }),
          ...(row.severity === undefined ? {} : { severity: row.severity }),
        });
      }
    }
  };
}

/** A row for the elements of one name, in the ids of a schema. */
interface ResolvedRow {
  readonly row: PartRow;
  readonly elementId: number;
  /** Ids of the parts' names, in the order of the row. */
  readonly partIds: readonly number[];
}

/** The rows that hold for a version, one for each element that its schema has. */
function resolve(rows: readonly PartRow[], names: NameIds, version: string): ResolvedRow[] {
  return rows
    .filter((row) => holdsIn(row, version))
    .flatMap((row) =>
      row.elements.map((element) => ({
        row,
        elementId: names.idOf(element),
        partIds: row.parts.map(({ name }) => names.idOf(name)),
      })),
    )
    .filter(({ elementId }) => elementId !== 0);
}

function holdsIn({ since, until }: PartRow, version: string): boolean {
  const at = versions.indexOf(version);
  return (
    (since === undefined || at >= versions.indexOf(since)) &&
    (until === undefined || at <= versions.indexOf(until))
  );
}

function partsOf(
  elements: Elements,
  element: number,
  parts: readonly Part[],
  partIds: readonly number[],
): PartBits {
  let bits = 0;
  for (let at = 0; at < parts.length; at++) {
    const id = partIds[at] ?? 0;
    const found = parts[at]?.isAttribute
      ? elements.attributeWithNameId(element, id)
      : elements.childWithNameId(element, id);
    if (found !== none) bits |= 1 << at;
  }
  return bits;
}

/** Where a part of an element stands: an attribute's value, or a child's start tag. */
export function placeOf(
  { elements, texts }: Model,
  element: number,
  { name, isAttribute }: Part,
): Range {
  return isAttribute
    ? texts.valueRange(elements.attributeOf(element, name))
    : texts.tagRange(elements.childNamed(element, name));
}

/** Names of parts, for messages. */
export function namesOf(parts: readonly Part[]): string[] {
  return parts.map(({ name }) => name);
}
