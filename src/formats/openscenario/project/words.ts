import type { Span } from '../../../findings/finding';
import type { Neighbour } from '../../../rules/neighbours';
import type { FoundRelated } from '../../../rules/rule';
import { nearest } from '../../../schema/nearest';
import { quoted, quotedWhole } from '../../../schema/words';
import type { Place } from './layout';

/** The span of a start tag in another document. Only its start is known by line. */
export function spanOf([offset, endOffset, line, column]: Place): Span {
  return { offset, endOffset, line, column, endLine: line, endColumn: column };
}

/** A place in another document, for `related`. */
export function placeIn(path: string, place: Place, message: string): FoundRelated {
  return { path, span: spanOf(place), message };
}

/**
 * Help on a name that is not known: the nearest one, or some of those that there are.
 * @param holder what they belong to, with its verb, such as `It has`
 */
export function helpOn(name: string, known: readonly string[], holder: string): string {
  if (known.length === 0) return `${holder} none.`;
  const close = nearest(name, known);
  if (close !== null) return `Did you mean ${quoted(close)}?`;
  const shown = known.slice(0, mostNames).map(quoted).join(', ');
  const others = known.length - mostNames;
  return `${holder} ${shown}${others > 0 ? ` and ${others} others` : ''}.`;
}

const mostNames = 5;

/** What to do about a path at which there is nothing. */
export function helpOnPath(answer: Extract<Neighbour, { found: 'nothing' }>): string {
  const [similar] = answer.similar;
  return similar === undefined
    ? 'Paths are relative to the folder of the file that they are written in.'
    : `Did you mean ${quotedWhole(similar)}?`;
}
