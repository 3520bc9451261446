import type { Bytes, Reopen } from './chunks';
import { chunksOf, concat, streamOf } from './chunks';
import { crc32 } from './crc32';
import { UnreadableSource } from './unreadable';

/** Bytes handed to the platform's decoder at a time: usually they become less than a megabyte. */
const pieceBytes = 64 * 1024;

/** The two forms of DEFLATE that files come in: RFC 1952, and bare RFC 1951 as in a zip. */
export type Packed = 'gzip' | 'deflate-raw';

/** Bytes handed to the second decoder at a time: at 1,032:1 they become 16 MB at most. */
const sliceBytes = 16 * 1024;

/**
 * Unpacks while reading. The platform's own decoder does the work where it exists. Where it is
 * absent or gives up, a second one starts over, skips what was already handed on, and settles the
 * matter: it reads gzip files of several members, which browsers refuse, and tells a cut file from
 * a damaged one, which browsers do not. So the outcome is the same on every platform.
 *
 * Throws UnreadableSource (`truncated`, `corrupt`, `wrong-checksum`), and what `open` throws.
 */
export async function* unpacked(
  packed: Packed,
  open: Reopen,
  signal: AbortSignal,
): AsyncGenerator<Bytes, void, undefined> {
  let handedOn = 0;
  const decoder = nativeDecoder(packed);
  if (decoder) {
    const input = watched(piecesOf(open()));
    try {
      for await (const chunk of chunksOf(streamOf(input.chunks).pipeThrough(decoder), signal)) {
        handedOn += chunk.length;
        yield chunk;
      }
      return;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      // The source itself failed, so a second look at the packing would not help.
      if (input.failure) throw input.failure.error;
      if (!(error instanceof Error)) throw error;
    }
  }
  yield* skipping(handedOn, settled(packed, open));
}

/** Pieces so small that what one of them becomes does not fill the memory: the decoder does it at once. */
async function* piecesOf(
  chunks: AsyncGenerator<Bytes, void, undefined>,
): AsyncGenerator<Bytes, void, undefined> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      yield chunk.subarray(at, at + pieceBytes);
    }
  }
}

function nativeDecoder(packed: Packed): ReadableWritablePair<Bytes, Bytes> | null {
  if (typeof DecompressionStream === 'undefined') return null;
  try {
    return new DecompressionStream(packed);
  } catch (error) {
    // A platform with gzip but without deflate-raw says so with a TypeError.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

interface Watched {
  chunks: AsyncGenerator<Bytes, void, undefined>;
  failure: { error: unknown } | null;
}

/** Remembers what the source threw: behind a decoder, its errors look like the decoder's own. */
function watched(source: AsyncGenerator<Bytes, void, undefined>): Watched {
  const state: Watched = { chunks: pass(), failure: null };
  async function* pass(): AsyncGenerator<Bytes, void, undefined> {
    try {
      yield* source;
    } catch (error) {
      state.failure = { error };
      throw error;
    }
  }
  return state;
}

async function* skipping(
  count: number,
  chunks: AsyncGenerator<Bytes, void, undefined>,
): AsyncGenerator<Bytes, void, undefined> {
  let left = count;
  for await (const chunk of chunks) {
    if (left >= chunk.length) {
      left -= chunk.length;
      continue;
    }
    yield left > 0 ? chunk.subarray(left) : chunk;
    left = 0;
  }
}

/** The second decoder: what it throws is the verdict on the packing. */
async function* settled(packed: Packed, open: Reopen): AsyncGenerator<Bytes, void, undefined> {
  // Its tables take longer to make than most programs take to start, and few files need it.
  const { Gunzip, Inflate } = await import('fflate');
  let ready: Bytes[] = [];
  let sum = 0;
  let length = 0;
  const take = (chunk: Uint8Array): void => {
    if (chunk.length === 0) return;
    sum = crc32(sum, chunk);
    length += chunk.length;
    ready.push(chunk as Bytes);
  };
  const decoder = packed === 'gzip' ? new Gunzip(take) : new Inflate(take);
  if (decoder instanceof Gunzip) {
    decoder.onmember = () => {
      sum = 0;
      length = 0;
    };
  }
  /** What is wrong with the packing, or null; errors of another kind are thrown. */
  const push = (slice: Uint8Array, last: boolean): UnreadableSource | null => {
    try {
      decoder.push(slice, last);
      return null;
    } catch (error) {
      return packingError(error);
    }
  };
  let tail: Uint8Array = new Uint8Array(0);
  for await (const slice of inSlices(open())) {
    tail = slice.length >= 8 ? slice.subarray(-8) : lastEight(tail, slice);
    const failure = push(slice, false);
    yield* ready;
    ready = [];
    if (failure) throw failure;
  }
  const failure = push(new Uint8Array(0), true);
  yield* ready;
  if (failure) throw failure;
  if (packed === 'gzip') checkTrailer(tail, sum, length);
}

function packingError(error: unknown): UnreadableSource {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const unexpectedEnd = 0;
  const notGzip = 6;
  if (error.code === unexpectedEnd) return truncated();
  if (error.code === notGzip) {
    return new UnreadableSource(
      'corrupt',
      'After the end of the packed data there is something that is not packed.',
    );
  }
  return new UnreadableSource(
    'corrupt',
    'The packed data are damaged.',
    'Fetch or pack the file again.',
  );
}

function truncated(): UnreadableSource {
  return new UnreadableSource(
    'truncated',
    'The packed data end too early: the file was cut off.',
    'Fetch or pack the file again.',
  );
}

/** The last eight bytes of a gzip member: CRC-32 and length modulo 2³² of what was packed. */
function checkTrailer(tail: Uint8Array, sum: number, length: number): void {
  if (tail.length < 8) throw truncated();
  const view = new DataView(tail.buffer, tail.byteOffset, 8);
  const sameSum = view.getUint32(0, true) === sum;
  const sameLength = view.getUint32(4, true) === length % 2 ** 32;
  if (!sameSum && !sameLength) throw truncated();
  if (!sameSum || !sameLength) throw wrongChecksum();
}

/** The error for content that differs from what was packed. */
export function wrongChecksum(): UnreadableSource {
  return new UnreadableSource(
    'wrong-checksum',
    'The unpacked content does not match its checksum: the file is damaged.',
    'Fetch or pack the file again.',
  );
}

/** Slices of one size, however the chunks come, so that the outcome does not depend on them. */
async function* inSlices(
  chunks: AsyncGenerator<Bytes, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    let rest: Uint8Array =
      held.length === 0 ? chunk : concat([held, chunk], held.length + chunk.length);
    for (; rest.length >= sliceBytes; rest = rest.subarray(sliceBytes)) {
      yield rest.subarray(0, sliceBytes);
    }
    held = rest;
  }
  if (held.length > 0) yield held;
}

function lastEight(before: Uint8Array, slice: Uint8Array): Uint8Array {
  return concat([before, slice], before.length + slice.length).subarray(-8);
}
