import { batchHeaderWords, recordWords, tapeMagic, tapeVersion } from './layout';

/** A tape batch is not one, is of another version, or does not fit together. */
export class TapeError extends Error {
  override readonly name = 'TapeError';
}

/** What a record's first word says is in bits 0–3 (kind), 4–7 (flags) and 8–31 (name id). */
export const kindMask = 15;
export const flagShift = 4;
export const flagMask = 15;
export const nameShift = 8;

/** A batch, opened. The views share the batch's memory; nothing is copied or decoded. */
export interface TapeBatch {
  /** Number of records. */
  readonly count: number;
  /** Number of records in the batches before this one. */
  readonly before: number;
  /** `count` times kind|flags|name id, start, end. */
  readonly records: Uint32Array<ArrayBuffer>;
  /** Id of the first name that comes with this batch. */
  readonly firstName: number;
  /** Length of each name in bytes. */
  readonly nameLengths: Uint32Array<ArrayBuffer>;
  /** The names' UTF-8, one after the other. */
  readonly nameBytes: Uint8Array<ArrayBuffer>;
}

/**
 * Opens a tape batch, as `layout.ts` draws it. Throws a TapeError when the buffer is no batch, is of
 * a version that this reader does not know, or is shorter than it says.
 */
export function openBatch(buffer: ArrayBuffer): TapeBatch {
  if (buffer.byteLength < batchHeaderWords * 4 || buffer.byteLength % 4 !== 0) {
    throw new TapeError(`A tape batch cannot have ${buffer.byteLength} bytes`);
  }
  const words = new Uint32Array(buffer);
  const [magic, version, count = 0, before = 0, firstName = 0, names = 0, nameSize = 0] = words;
  if (magic !== tapeMagic) throw new TapeError('This is no tape batch: its magic is missing');
  if (version !== tapeVersion) {
    throw new TapeError(`The tape has version ${version}; version ${tapeVersion} is read`);
  }
  const namesAt = batchHeaderWords + count * recordWords;
  const textAt = (namesAt + names) * 4;
  if (textAt + nameSize > buffer.byteLength) {
    throw new TapeError('The tape batch is shorter than its header says');
  }
  const nameLengths = words.subarray(namesAt, namesAt + names);
  if (sum(nameLengths) !== nameSize) {
    throw new TapeError('The names of the tape batch do not fill their section');
  }
  return {
    count,
    before,
    records: words.subarray(batchHeaderWords, namesAt),
    firstName,
    nameLengths,
    nameBytes: new Uint8Array(buffer, textAt, nameSize),
  };
}

function sum(lengths: Uint32Array): number {
  let total = 0;
  for (const length of lengths) total += length;
  return total;
}
