import type { Span } from '../finding';
import { spanOf } from './gathering';
import { bounded } from './limits';

/** The attributes of a start tag. */
export type Attributes = ReadonlyMap<string, string>;

/** The value of an attribute; empty where it is not there. */
export function textOf(attributes: Attributes, name: string): string {
  return bounded(attributes.get(name) ?? '');
}

/** The value of an attribute where it is a whole number. */
export function numberIn(attributes: Attributes, name: string): number | undefined {
  const text = attributes.get(name)?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/**
 * The place that attributes tell. In files of others only `row` and `column` are known; a row or a
 * column of 0 says that it is not.
 */
export function spanIn(attributes: Attributes): Span {
  const positive = (name: string): number | undefined => {
    const number = numberIn(attributes, name);
    return number === 0 ? undefined : number;
  };
  return spanOf({
    line: positive('row'),
    column: positive('column'),
    endLine: positive('endRow'),
    endColumn: positive('endColumn'),
    offset: numberIn(attributes, 'offset'),
    endOffset: numberIn(attributes, 'endOffset'),
  });
}
