import { splitInlineCode } from '../../text/inlineCode';
import { oneLine } from '../terminal';

/** Characters of one text that are written; nothing that a check says comes near it. */
const longestText = 2000;

/** Words of letters, digits and the plainest punctuation mean nothing but themselves. */
const plainWord = /^[\p{L}\p{M}\p{N}.,;:?’‘“”"'()–—…/%+=-]+$/u;

/**
 * What code hosts make links or pictures of, though it looks plain: addresses, `:names:`, ids of
 * commits and of tickets.
 */
const linked = /:\/\/|^\W*www\.|:[\w+-]+:|[0-9a-f]{7,}|\p{L}-\d/iu;

/** A text of any origin as a code span, in which nothing is a link, a name or markup. */
export function codeSpan(text: string): string {
  const line = oneLine(shortened(text)).replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return line === '' ? '` `' : `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * A text in which names between backticks are code, as one line of Markdown. Words that might be
 * taken for anything but words (markup, a mention, a ticket's number, an address) become code too.
 */
export function inlineText(text: string): string {
  const parts = splitInlineCode(shortened(text)).flatMap((run) =>
    run.code ? [codeSpan(run.text)] : words(run.text),
  );
  let line = '';
  for (const part of parts) {
    // Two code spans without anything between would be read as one, or none.
    line += line.endsWith('`') && part.startsWith('`') ? ` ${part}` : part;
  }
  return line.trim();
}

/** Lines of any text as a block of code. */
export function codeBlock(lines: readonly string[], indent: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [fence, ...lines, fence].map((line) => `${indent}${line}\n`).join('');
}

function words(text: string): string[] {
  return text.split(/(\s+)/).map((word) => {
    if (word.trim() === '') return word === '' ? '' : ' ';
    return plainWord.test(word) && !linked.test(word) ? word : codeSpan(word);
  });
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text;
}
