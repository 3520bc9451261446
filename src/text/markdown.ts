import { splitInlineCode } from './inlineCode';

/**
 * A text of any origin as it is put into a line of Markdown (CommonMark, and GitHub’s and GitLab’s
 * additions): names between backticks are code, and nothing else in it means anything.
 */
export function markdownText(text: string): string {
  return splitInlineCode(oneLine(text))
    .map((run) => (run.code ? markdownCode(run.text) : escaped(run.text)))
    .join('');
}

/** A text of any origin as code in a line of Markdown. */
export function markdownCode(text: string): string {
  const code = oneLine(text);
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space at either end keeps backticks off the fence; one at both ends is taken away again.
  const room = /^`|`$|^ .* $|^ *$/.test(code) ? ' ' : '';
  return `${fence}${room}${code}${room}${fence}`;
}

/** Line ends would end the paragraph, the list or the row that the text is in. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}

/** Any ASCII punctuation may have a backslash before it, so that it stands for itself. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&~|#$!@^=]/g, '\\$&');
}
