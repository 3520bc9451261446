import type { LineColumn, Lines } from './lines';
import type { SourceText } from './sourceText';

/** A part of a text, as it is shown. */
export interface TextWindow {
  /** Offsets into the text's UTF-8 form. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The line that the window begins in, and its first column in it (past 1: the line is cut). */
  readonly first: LineColumn;
  /** True when the window ends within a line. */
  readonly cutAtEnd: boolean;
}

/** How much of a text is shown at once. */
export interface WindowLimits {
  /** Texts up to this size, in bytes, are shown whole, if their lines are not too long. */
  whole: number;
  /** Bytes of a line past which drawing becomes slow. */
  longLine: number;
  /** Bytes shown of a larger text. */
  window: number;
  /** Bytes shown of a text with too long lines. */
  narrow: number;
}

export const usualLimits: WindowLimits = {
  whole: 5_000_000,
  longLine: 10_000,
  window: 256 * 1024,
  narrow: 8 * 1024,
};

/**
 * Reads the part of a text to show around an offset: the whole of it where that can be drawn at
 * once, else a window, cut at a line's start if one is near, else before a tag, else between two
 * characters. Rejects as the text's `read` does.
 */
export async function windowAround(
  text: SourceText,
  lines: Lines,
  offset: number,
  limits: WindowLimits = usualLimits,
): Promise<TextWindow> {
  const around = Math.min(Math.max(offset, text.mark), text.size);
  const rangeOf = (size: number): [from: number, to: number] => {
    const from = Math.max(text.mark, Math.min(around - (size >> 1), text.size - size));
    return [from, Math.min(text.size, from + size)];
  };
  const wide = rangeOf(limits.window);
  const longLines = (await lines.longestBetween(...wide)) > limits.longLine;
  if (text.size <= limits.whole && !longLines) return windowOf(text, lines, text.mark, text.size);
  return windowOf(text, lines, ...(longLines ? rangeOf(limits.narrow) : wide));
}

async function windowOf(
  text: SourceText,
  lines: Lines,
  roughFrom: number,
  roughTo: number,
): Promise<TextWindow> {
  // One byte before tells whether the window begins at a line's start as it is.
  const base = Math.max(text.mark, roughFrom - 1);
  const bytes = await text.read(base, roughTo);
  const end = base + bytes.length;
  const from = roughFrom <= text.mark ? text.mark : base + cutAfter(bytes, 1);
  const to = roughTo >= text.size ? end : base + cutBefore(bytes);
  const shown = decoder.decode(bytes.subarray(from - base, to - base));
  return {
    from,
    to,
    text: shown,
    first: await lines.positionOf(from),
    cutAtEnd: to < text.size && !/[\r\n]$/.test(shown),
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A cut may move by an eighth of the window to a better place. */
function slackOf(bytes: Uint8Array): number {
  return bytes.length >> 3;
}

const lineFeed = 10;
const carriageReturn = 13;
const lessThan = 0x3c;

function startsLine(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1];
  return before === lineFeed || (before === carriageReturn && bytes[at] !== lineFeed);
}

/** Index of the first good place to begin at, from `from` on. */
function cutAfter(bytes: Uint8Array, from: number): number {
  const limit = from + slackOf(bytes);
  for (let at = from; at < limit; at++) if (startsLine(bytes, at)) return at;
  for (let at = from; at < limit; at++) if (bytes[at] === lessThan) return at;
  return betweenCharacters(bytes, from);
}

/** Index of the last good place to end at. */
function cutBefore(bytes: Uint8Array): number {
  const limit = bytes.length - slackOf(bytes);
  for (let at = bytes.length - 1; at > limit; at--) if (startsLine(bytes, at)) return at;
  for (let at = bytes.length - 1; at > limit; at--) if (bytes[at] === lessThan) return at;
  return betweenCharacters(bytes, bytes.length - 3);
}

function betweenCharacters(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  return at;
}

/** The line and column in the file of a line and column in the window. */
export function placeInFile(window: TextWindow, { line, column }: LineColumn): LineColumn {
  return {
    line: line + window.first.line - 1,
    column: line === 1 ? column + window.first.column - 1 : column,
  };
}

/**
 * The line and column in the window of a place in the file; `null` when the place lies before it.
 * Whether it lies behind it, the window's own lines tell.
 */
export function placeInWindow(window: TextWindow, { line, column }: LineColumn): LineColumn | null {
  const here = {
    line: line - window.first.line + 1,
    column: line === window.first.line ? column - window.first.column + 1 : column,
  };
  return here.line < 1 || here.column < 1 ? null : here;
}
