import type { TextEncodingName } from '../intake/encoding';
import { decodeForShow } from '../intake/encoding';
import type { Span } from './finding';

/** A part of a file's bytes, which holds at least the start of the span that is to be shown. */
export interface ByteWindow {
  bytes: Uint8Array;
  /** Offset of the first byte in the (unpacked) file; 0 means that the file begins here. */
  start: number;
  /** Whether the file ends where the window does. */
  atEnd: boolean;
  encoding: TextEncodingName;
  /** Bytes of a BOM at the beginning of the file. */
  bomBytes: number;
}

/** One line of source, or the part of it that is near the mark. */
export interface ExcerptLine {
  /** 1-based line number in the file. */
  number: number;
  /** The text without its line end. */
  text: string;
  /** Whether the line has more in front of, or behind, what is shown. */
  cutBefore: boolean;
  cutAfter: boolean;
  /** The marked part of `text` in UTF-16 units (end exclusive), or null on lines around the span. */
  mark: { from: number; to: number } | null;
}

export interface ExcerptOptions {
  /** Lines to show in front of and behind the span. */
  context: number;
  /** Marked lines to show at most; a span of more lines is shown by its first ones. */
  markedLines: number;
  /** UTF-16 units of a line to show at most; longer lines are cut around the mark. */
  width: number;
}

/** How many bytes in front of and behind a span its excerpt may need. */
export function excerptReach({ context, width }: ExcerptOptions): number {
  return 4 * width * (context + 2);
}

/**
 * The lines around a span, decoded, with the marked part of each. The span's byte offsets decide
 * (its line number is taken as given), so the window need not begin at a line's start. Line ends
 * are LF, CR LF and a lone CR. What cannot be decoded shows as U+FFFD.
 */
export function excerpt(window: ByteWindow, span: Span, options: ExcerptOptions): ExcerptLine[] {
  const { bytes, start, encoding } = window;
  const from = clamp(span.offset - start, 0, bytes.length);
  const to = clamp(span.endOffset - start, from, bytes.length);
  const first = characterStart(bytes, start === 0 ? window.bomBytes : 0, start, encoding);
  const before = decodeForShow(bytes.subarray(Math.min(first, from), from), encoding);
  const marked = decodeForShow(bytes.subarray(from, to), encoding);
  const behind = decodeForShow(bytes.subarray(to, wholeEnd(bytes, to, window)), encoding);
  const text = before + marked + behind;
  const lines = splitLines(text);
  const at = lineAt(lines, before.length);
  const last = lineAt(lines, Math.max(before.length, before.length + marked.length - 1));
  const shownLast = Math.min(last, at + options.markedLines - 1);
  const firstShown = Math.max(0, at - options.context);
  const lastShown = Math.min(
    lines.length - 1,
    shownLast + (shownLast === last ? options.context : 0),
  );
  const shown: ExcerptLine[] = [];
  for (let index = firstShown; index <= lastShown; index++) {
    const line = lines[index];
    if (!line) continue;
    const isMarked = index >= at && index <= shownLast;
    const mark = isMarked ? markIn(line, text, before.length, before.length + marked.length) : null;
    const open = {
      before: index === 0 && start > 0,
      after: index === lines.length - 1 && !window.atEnd,
    };
    shown.push({
      number: span.line + index - at,
      ...cutLine(text.slice(line.from, line.to), mark, open, options.width),
    });
  }
  return shown;
}

interface Line {
  from: number;
  /** Without the line end. */
  to: number;
  /** Where the next line begins. */
  next: number;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\r|\n/g;
  let from = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    lines.push({ from, to: end.index, next: end.index + end[0].length });
    from = end.index + end[0].length;
  }
  lines.push({ from, to: text.length, next: text.length + 1 });
  return lines;
}

function lineAt(lines: readonly Line[], position: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.from ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The part of a line that lies in the span. Indentation of the span's later lines is not marked. */
function markIn(line: Line, text: string, from: number, to: number): { from: number; to: number } {
  let start = Math.max(from, line.from);
  const end = Math.max(start, Math.min(to, line.to));
  if (start === line.from && from < line.from) {
    while (start < end && /\s/.test(text[start] ?? '')) start++;
  }
  return { from: start - line.from, to: end - line.from };
}

/**
 * A line, or the part of it around its mark that is no longer than `width` UTF-16 units.
 * @param open whether the line goes on in front of, or behind, `text`
 */
export function cutLine(
  text: string,
  mark: { from: number; to: number } | null,
  open: { before: boolean; after: boolean },
  width: number,
): Omit<ExcerptLine, 'number'> {
  if (text.length <= width) return { text, mark, cutBefore: open.before, cutAfter: open.after };
  // Indentation is what a long line can do without; then it need not be called cut there.
  const indent = open.before ? 0 : indentOf(text, mark?.from ?? text.length);
  // The start of the mark is what the eye looks for; a third of the width leads up to it.
  const lead = Math.floor(width / 3);
  const wanted = mark ? Math.max(indent, mark.from - lead) : indent;
  let from = Math.max(indent, Math.min(wanted, text.length - width));
  let to = Math.min(from + width, text.length);
  if (isLowSurrogate(text, from)) from++;
  if (isLowSurrogate(text, to)) to--;
  return {
    text: text.slice(from, to),
    mark: mark && {
      from: clamp(mark.from - from, 0, to - from),
      to: clamp(mark.to - from, 0, to - from),
    },
    cutBefore: open.before || from > indent,
    cutAfter: open.after || to < text.length,
  };
}

function indentOf(text: string, limit: number): number {
  let at = 0;
  while (at < limit && /[ \t]/.test(text[at] ?? '')) at++;
  return at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The first whole character: a window may begin within one. */
function characterStart(
  bytes: Uint8Array,
  skip: number,
  start: number,
  encoding: TextEncodingName,
): number {
  let at = skip;
  if (start === 0) return at;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return at + ((start + at) % 2);
  if (encoding === 'utf-8') while (at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  return at;
}

/** Where the window's last whole character ends. */
function wholeEnd(bytes: Uint8Array, from: number, window: ByteWindow): number {
  const { length } = bytes;
  if (window.atEnd) return length;
  if (window.encoding === 'utf-16le' || window.encoding === 'utf-16be') {
    return length - ((length - from) % 2);
  }
  if (window.encoding !== 'utf-8') return length;
  let at = length;
  while (at > from && length - at < 3 && ((bytes[at - 1] ?? 0) & 0xc0) === 0x80) at--;
  const lead = bytes[at - 1] ?? 0;
  const needs = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
  return at > from && needs > length - at ? at - 1 : length;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
