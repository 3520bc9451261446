import type { Deprecation } from './schema';
import { nearestFirst } from './nearest';

/** How many names a message lists. */
const mostNames = 5;

/** How much of a value a message shows. */
const mostCharacters = 60;

/** A name or value as messages set it apart. */
export function quoted(text: string): string {
  return quotedWhole(text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text);
}

/** The same of what would be of no use if it were cut, such as a path to write. */
export function quotedWhole(text: string): string {
  // A backtick or a line break within would end the quotation or the line.
  return `\`${text.replaceAll('`', "'").replaceAll(/[\n\r\t]/g, ' ')}\``;
}

/** "`a`", "`a` or `b`", "`a`, `b` or `c`". */
export function listed(names: readonly string[], joint: 'and' | 'or'): string {
  return joined(names.map(quoted), joint);
}

/**
 * At most five names, those like `found` first, and the number of the others:
 * "`a`, `b`, `c`, `d`, `e` or one of 3 others".
 */
export function anyOf(names: readonly string[], found: string): string {
  return nearestNames(names, found, (others) => `one of ${others} others`);
}

/** The same after "one of": "one of `a`, `b`, `c`, `d`, `e` or 3 others"; a single name stands alone. */
export function oneOf(names: readonly string[], found: string): string {
  const phrase = nearestNames(names, found, (others) => `${others} others`);
  return names.length > 1 ? `one of ${phrase}` : phrase;
}

function nearestNames(
  names: readonly string[],
  found: string,
  rest: (others: number) => string,
): string {
  const order = nearestFirst(found, names);
  const shown = order.slice(0, mostNames).map(quoted);
  const others = order.length - shown.length;
  if (others === 1) return joined([...shown, 'one other'], 'or');
  return joined(others > 1 ? [...shown, rest(others)] : shown, 'or');
}

/** A noun with its indefinite article; a name in backticks counts by its first letter. */
export function withArticle(noun: string): string {
  return `${/^`?[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Phrases in a row: "a, b or c". */
export function joined(phrases: readonly string[], joint: 'and' | 'or'): string {
  const last = phrases.at(-1) ?? '';
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** What to use instead of something deprecated, as a sentence, where that is known. */
export function insteadOf(deprecation: Deprecation | null): { help?: string } {
  const successor = deprecation?.successor ?? null;
  if (successor === null) return {};
  const { names, joint } = successor;
  const phrases = names.map((name) =>
    name.startsWith('@') ? `the attribute ${quoted(name.slice(1))}` : quoted(name),
  );
  return { help: `Use ${joined(phrases, joint)} instead.` };
}
