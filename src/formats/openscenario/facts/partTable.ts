import type { Severity } from '../../../findings/finding';
import type { Version } from '../model/model';

/** Something that an element may have: an attribute, or a child of a name. */
export interface Part {
  readonly name: string;
  readonly isAttribute: boolean;
}

/** A row of `parts.ts`: parts of elements that depend on each other. */
export interface PartRow {
  readonly elements: readonly string[];
  readonly parts: readonly Part[];
  /** The first and the last version that the row holds for, where it does not for all. */
  readonly since?: Version;
  readonly until?: Version;
  /** Where a violation is not as bad as the rule says. */
  readonly severity?: Severity;
}

const notation =
  /^([\w ]+): ([\w@ ]+)(?:; since (1\.\d))?(?:; until (1\.\d))?(?:; (warning|info))?$/;

/**
 * Reads rows such as `Sun: @intensity @illuminance` or `Gear: @number ManualGear; since 1.2; warning`. Throws a
 * SyntaxError for a line that is not of this form.
 */
export function parseParts(table: string): PartRow[] {
  return table.trim().split('\n').map(parseRow);
}

function parseRow(line: string): PartRow {
  const [whole, elements = '', parts = '', since, until, severity] = notation.exec(line) ?? [];
  if (whole === undefined) throw new SyntaxError(`No row of parts: ${line}`);
  return {
    elements: elements.split(' '),
    parts: parts
      .split(' ')
      .map((part) => ({ name: part.replace('@', ''), isAttribute: part.startsWith('@') })),
    ...(since === undefined ? {} : { since: since as Version }),
    ...(until === undefined ? {} : { until: until as Version }),
    ...(severity === undefined ? {} : { severity: severity as Severity }),
  };
}
