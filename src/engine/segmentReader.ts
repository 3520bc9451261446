import { concat } from '../intake/chunks';
import type { ChunkReader } from './chunks';
import type { IssueBlock } from './issueBlock';
import { joinBlocks } from './issueBlock';
import type { Segment } from './segment';
import { isJoinable } from './segment';
import type { SegmentEntry } from './segmentIndex';
import { SegmentIndex } from './segmentIndex';
import { findSeam } from './segmentPlan';
import type { Code, Tokenizer } from './tokenizer';
import { Status } from './tokenizer';

/** Issues of a segment that are kept, about; more are counted. */
const mostIssues = 2000;

/** What came of reading a segment ahead of the document. */
export interface SegmentResult {
  /** The byte offset at which it begins; null where no tag begins within its bounds. */
  start: number | null;
  /** Null where it has to be read in its turn: by itself it makes no sense, or breaks. */
  segment: Segment | null;
  /** What was found in it, at lines and columns that count from its start. */
  issues: IssueBlock;
  /** How many more issues there are of each code. */
  more: [Code, number][];
  /** What the document's index is to know of it, where that is wanted. */
  index: SegmentEntry[];
}

export interface SegmentReaderParts {
  tokenizer: Tokenizer;
  structure: boolean;
  /** The document from `start` on. */
  chunks: ChunkReader;
  /** Byte offsets between which the segment begins, and from which on the next one does. */
  start: number;
  end: number;
  /** Nothing follows the segment. */
  last: boolean;
  /** Whether entries of the document's index are wanted. */
  index: boolean;
}

/** Reads one segment. Rejects as `chunks` does. */
export async function readSegment(parts: SegmentReaderParts): Promise<SegmentResult> {
  const { tokenizer, structure, chunks, end, last } = parts;
  const kept: IssueBlock[] = [];
  const more = new Map<Code, number>();
  let count = 0;
  let entries: SegmentIndex | null = null;
  let at = parts.start;
  const result = (start: number | null, segment: Segment | null): SegmentResult => ({
    start,
    segment: segment && isJoinable(segment) ? segment : null,
    issues: joinBlocks(kept),
    more: [...more],
    index: entries?.entries ?? [],
  });
  const found = await passToSeam(chunks, (chunk) => {
    at += chunk.length;
    return at < end;
  });
  if (!found || at >= end) return result(null, null);
  const start = at;
  tokenizer.beginSegment({ offset: start, structure });
  if (parts.index) entries = new SegmentIndex(tokenizer, start);
  const push = (chunk: Uint8Array, final: boolean): boolean => {
    at += chunk.length;
    const status = tokenizer.push(chunk, final);
    entries?.note();
    if (tokenizer.issueCount > 0) {
      const { issues } = tokenizer;
      if (count < mostIssues) kept.push(issues.copy());
      else issues.countCodes(0, more);
      count += issues.count;
      tokenizer.dropIssues();
    }
    return status === Status.more;
  };
  let going = true;
  while (going && (last || at < end)) {
    const chunk = await chunks.next();
    if (!chunk) {
      push(new Uint8Array(0), last);
      return result(start, tokenizer.takeSegment());
    }
    const step = Math.min(chunk.length, entries?.stepBytes ?? Infinity);
    const cut = last ? step : Math.min(step, end - at);
    chunks.unread([chunk.subarray(cut)]);
    going = push(chunk.subarray(0, cut), false);
  }
  if (going) await passToSeam(chunks, (chunk) => (going = push(chunk, false)));
  return result(start, going ? tokenizer.takeSegment() : null);
}

/**
 * Hands the bytes before the next seam to `each`, until that has enough, and puts those that begin
 * with it back. False where no seam came.
 */
async function passToSeam(
  chunks: ChunkReader,
  each: (chunk: Uint8Array) => boolean,
): Promise<boolean> {
  // A `<` at a chunk's end: what it begins is seen in the next.
  let held = new Uint8Array(0);
  for (;;) {
    const next = await chunks.next();
    if (!next) {
      each(held);
      return false;
    }
    const chunk = held.length > 0 ? concat([held, next], held.length + next.length) : next;
    const at = findSeam(chunk);
    if (at >= 0) {
      chunks.unread([chunk.subarray(at)]);
      each(chunk.subarray(0, at));
      return true;
    }
    held = chunk.subarray(chunk.at(-1) === 0x3c ? -1 : chunk.length);
    if (!each(chunk.subarray(0, chunk.length - held.length))) return false;
  }
}
