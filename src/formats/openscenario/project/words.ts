import type { Neighbour } from '../../../rules/neighbours';
import type { FoundRelated } from '../../../rules/rule';
import { nearest } from '../../../schema/nearest';
import { quoted } from '../../../schema/words';
import type { Place } from './layout';

/** A place in another document, for `related`. */
export function placeIn(path: string, place: Place, message: string): FoundRelated {
  const [offset, endOffset, line, column] = place;
  // Only its start is known by line: what a person wants is to get there.
  const span = { offset, endOffset, line, column, endLine: line, endColumn: column };
  return { path, span, message };
}

/** Names that there are, the nearest one first, as a sentence of help. */
export function helpOn(name: string, known: readonly string[], where: string): string {
  if (known.length === 0) return `${where} holds none.`;
  const close = nearest(name, known);
  if (close !== null) return `Did you mean ${quoted(close)}?`;
  const shown = known.slice(0, mostNames).map(quoted).join(', ');
  const others = known.length - mostNames;
  return `${where} holds ${shown}${others > 0 ? ` and ${others} others` : ''}.`;
}

const mostNames = 5;

/** What to do about a path at which there is nothing. */
export function helpOnPath(answer: Extract<Neighbour, { found: 'nothing' }>): string {
  const [similar] = answer.similar;
  return similar === undefined
    ? 'Paths are relative to the folder of the file that they are written in.'
    : `Did you mean ${quoted(similar)}?`;
}
