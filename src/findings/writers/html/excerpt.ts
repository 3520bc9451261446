import type { ExcerptLine } from '../../excerpt';
import { escaped } from './markup';

/** Source lines with their numbers, the place marked; nothing where there are none. */
export function excerptMarkup(lines: readonly ExcerptLine[]): string {
  if (lines.length === 0) return '';
  const rows = lines.map(
    (line) => `<span class="number">${line.number}</span><code>${lineMarkup(line)}</code>\n`,
  );
  return `<pre class="source">${rows.join('')}</pre>\n`;
}

function lineMarkup({ text, mark, cutBefore, cutAfter }: ExcerptLine): string {
  const before = cutBefore ? '<i>…</i>' : '';
  const after = cutAfter ? '<i>…</i>' : '';
  if (!mark) return before + escaped(text) + after;
  const marked = escaped(text.slice(mark.from, mark.to));
  // A place between two characters is marked by a line between them.
  const inner = marked === '' ? '<mark class="between"></mark>' : `<mark>${marked}</mark>`;
  return before + escaped(text.slice(0, mark.from)) + inner + escaped(text.slice(mark.to)) + after;
}
