import { Encoding, Status, type Tokenizer } from './tokenizer';

/** Shares of the tokenizer's one pass, each from 0 to 1; what is left is tokenizing itself. */
export interface PassShares {
  decode: number;
  structure: number;
}

/** How a document was read: the sample is read in the same way. */
export interface PassOptions {
  encoding: Encoding;
  tape: boolean;
  structure: boolean;
}

/** Milliseconds that the measuring takes, about, unless a single reading takes longer. */
const patience = 16;
const fewestRounds = 4;

/** What is timed at once takes so long at least, in milliseconds: clocks in a page are coarse. */
const worthTiming = 1;
const mostReadings = 1000;

/** Names of encodings as the platform's decoder knows them; it reads the first two alike. */
const decoderLabels: Readonly<Record<Exclude<Encoding, Encoding.utf8>, string>> = {
  [Encoding.ascii]: 'windows-1252',
  [Encoding.latin1]: 'windows-1252',
  [Encoding.windows1252]: 'windows-1252',
  [Encoding.utf16le]: 'utf-16le',
  [Encoding.utf16be]: 'utf-16be',
};

interface Way extends PassOptions {
  bytes: Uint8Array;
  /** The least that it took, in milliseconds: whatever else goes on only ever adds. */
  least: number;
}

/**
 * Measures what the tokenizer's one pass is made of: a document's first bytes (behind the byte order
 * mark) are read again, with and without the schema, and, unless they are UTF-8, as UTF-8 too; by
 * turns, so that whatever else goes on falls on all of them alike. To be called between documents.
 * `null` where the bytes cannot be read to their end.
 */
export function samplePass(
  tokenizer: Tokenizer,
  bytes: Uint8Array,
  options: PassOptions,
): PassShares | null {
  const { encoding, structure } = options;
  const whole: Way = { ...options, bytes, least: Infinity };
  const bare = structure ? { ...whole, structure: false } : null;
  const inUtf8 =
    encoding === Encoding.utf8
      ? null
      : { ...whole, bytes: asUtf8(bytes, decoderLabels[encoding]), encoding: Encoding.utf8 };
  const ways = [whole, bare, inUtf8].filter((way) => way !== null);
  if (ways.length === 1) return { decode: 0, structure: 0 };
  // Everything is warm once each way was gone.
  if (!ways.every((way) => read(tokenizer, way))) return null;
  const readings = readingsFor(tokenizer, whole);
  const until = performance.now() + patience;
  for (let round = 0; round < fewestRounds || performance.now() < until; round++) {
    for (const way of ways) way.least = Math.min(way.least, timeOf(tokenizer, way, readings));
  }
  if (whole.least <= 0) return null;
  const saved = (way: Way | null): number =>
    way ? Math.min(1, Math.max(0, 1 - way.least / whole.least)) : 0;
  const decode = saved(inUtf8);
  return { decode, structure: Math.min(saved(bare), 1 - decode) };
}

/** How often a document must be read for its time to be told. */
function readingsFor(tokenizer: Tokenizer, way: Way): number {
  for (let readings = 1; readings < mostReadings; readings *= 2) {
    if (timeOf(tokenizer, way, readings) >= worthTiming) return readings;
  }
  return mostReadings;
}

/** Milliseconds of so many readings. */
function timeOf(tokenizer: Tokenizer, way: Way, readings: number): number {
  const started = performance.now();
  for (let reading = 0; reading < readings; reading++) read(tokenizer, way);
  return performance.now() - started;
}

/** Reads the bytes once; false where they cannot be read. */
function read(tokenizer: Tokenizer, { bytes, encoding, tape, structure }: Way): boolean {
  tokenizer.begin({ encoding, mark: 0, tape, structure });
  const status = tokenizer.push(bytes, false);
  tokenizer.takeIssues(0);
  if (tape) tokenizer.takeTape();
  return status !== Status.failed;
}

function asUtf8(bytes: Uint8Array, label: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(label).decode(bytes));
}
