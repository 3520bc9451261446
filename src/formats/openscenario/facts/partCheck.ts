import type { Found, Range, Tell } from '../../../rules/rule';
import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import { versions } from '../tables';
import { parseParts, type Part, type PartRow } from './partTable';

/** An element of a row, and which of the row's parts it has. */
export interface Holding {
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
  return (model, tell) => {
    rows ??= parseParts(table);
    for (const row of rows) {
      if (!holdsIn(row, model.document.version)) continue;
      for (const name of row.elements) {
        for (const element of model.elements.named(name)) {
          const bits = partsOf(model, row, element);
          if (!suspicious(bits)) continue;
          const present = row.parts.filter((_, at) => (bits & (1 << at)) !== 0);
          tell({
            ...judge({ model, row, element, present }),
            ...(row.severity === undefined ? {} : { severity: row.severity }),
          });
        }
      }
    }
  };
}

function holdsIn({ since, until }: PartRow, version: string): boolean {
  const at = versions.indexOf(version);
  return (
    (since === undefined || at >= versions.indexOf(since)) &&
    (until === undefined || at <= versions.indexOf(until))
  );
}

function partsOf(model: Model, { parts }: PartRow, element: number): PartBits {
  let bits = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part && find(model, element, part) !== none) bits |= 1 << at;
  }
  return bits;
}

function find({ elements }: Model, element: number, { name, isAttribute }: Part): number {
  return isAttribute ? elements.attributeOf(element, name) : elements.childNamed(element, name);
}

/** Where a part of an element stands: an attribute's value, or a child's start tag. */
export function placeOf(model: Model, element: number, part: Part): Range {
  const at = find(model, element, part);
  return part.isAttribute ? model.texts.valueRange(at) : model.texts.tagRange(at);
}

/** Names of parts, for messages. */
export function namesOf(parts: readonly Part[]): string[] {
  return parts.map(({ name }) => name);
}
