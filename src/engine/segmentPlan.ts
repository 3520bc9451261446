/**
 * How a document is cut into segments: the byte offsets from which each may begin, ascending. What
 * comes before the first is read by whoever reads the document. A segment truly begins at the first
 * seam from its offset on, and ends at the first seam from the next one's offset on.
 */
export interface SegmentPlan {
  starts: readonly number[];
  /** Bytes of the document. */
  size: number;
}

/** What a document is checked against. */
export interface SchemaName {
  /** The pack's id. */
  pack: string;
  /** Version of its schema. */
  version: string;
}

/** Cuts a document of `size` bytes into segments of about `bytes` each. */
export function planSegments(size: number, bytes: number): SegmentPlan {
  const count = Math.max(1, Math.round(size / bytes));
  const starts = Array.from({ length: count - 1 }, (_, at) =>
    Math.round(((at + 1) * size) / count),
  );
  return { starts, size };
}

/** From where on the segment behind the one at `index` may begin: the document's end for the last. */
export function nominalEnd({ starts, size }: SegmentPlan, index: number): number {
  return starts[index + 1] ?? size;
}

const lessThan = 0x3c;
const slash = 0x2f;

/** Where the next start or end tag seems to begin in `chunk`, from `from` on; -1 where none does. */
export function findSeam(chunk: Uint8Array, from = 0): number {
  for (let at = chunk.indexOf(lessThan, from); at >= 0; at = chunk.indexOf(lessThan, at + 1)) {
    const next = chunk[at + 1];
    if (next !== undefined && (next === slash || isLetter(next))) return at;
  }
  return -1;
}

function isLetter(byte: number): boolean {
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
