import { parseInterval, type Interval } from './interval';

/** A row of `ranges.ts`: what the values of an attribute have to be. */
export interface RangeRow {
  /** The elements that have the attribute. */
  readonly elements: readonly string[];
  readonly attribute: string;
  readonly interval: Interval;
  /** Unit of the values, or the empty text. */
  readonly unit: string;
  /** Where a violation is not as bad as the rule says. */
  readonly severity?: 'warning';
  /** How such values are repaired, where that is not obvious. */
  readonly help?: string;
}

const notation = /^([\w ]+) @(\w+) ([^\s,]+)(?: ([^\s,]+))?(?:, (warning)(?:: (.+))?)?$/;

/**
 * Reads rows such as `Wind @speed [0..inf[ m/s` or `GeoPosition @altitude [0..inf[ m, warning: Help.`
 * Throws a SyntaxError for a line that is not of this form.
 */
export function parseRanges(table: string): RangeRow[] {
  return table.trim().split('\n').map(parseRow);
}

function parseRow(line: string): RangeRow {
  const match = notation.exec(line);
  if (!match) throw new SyntaxError(`No range: ${line}`);
  const [, elements = '', attribute = '', interval = '', unit = '', severity, help] = match;
  return {
    elements: elements.split(' '),
    attribute,
    interval: parseInterval(interval),
    unit,
    ...(severity === undefined ? {} : { severity: 'warning' }),
    ...(help === undefined ? {} : { help }),
  };
}
