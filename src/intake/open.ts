import { unlessAborted } from './abort';
import type { BytesAccess } from './bytes';
import type { Bytes, Reopen, WaitMeter } from './chunks';
import { chunksOf, concat, only, peek, streamOf } from './chunks';
import { crc32 } from './crc32';
import { unpacked, wrongChecksum } from './inflate';
import {
  headBytes,
  maxDocumentBytes,
  maxGzipLayers,
  maxRatio,
  ratioFreeBytes,
  smallBytes,
} from './limits';
import type { Sniffed } from './sniffed';
import { sniffBytes } from './sniff';
import type { Source } from './source';
import { readFailure, UnreadableSource } from './unreadable';

/**
 * The unpacked bytes of a source, as they come, unpacked in the one way that the source names.
 *
 * Rejects, or fails while being read, with UnreadableSource: the bytes cannot be reached, changed
 * while they were read, are cut off or damaged, or exceed a limit (2 GiB; 500 times the packed size
 * once past 64 MiB). An abort rejects and fails with the signal's reason. An empty source is no error.
 */
export async function openSource(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
): Promise<ReadableStream<Bytes>> {
  signal.throwIfAborted();
  refuseClaims(source, access);
  // The first chunk is fetched here, so that a file that cannot be opened rejects at once.
  const { stream } = await peek(guarded(source, access, opener(source, access, signal)), 1);
  return stream;
}

/** A source opened to the innermost content, and what that seems to be. */
export interface Content {
  sniffed: Sniffed;
  /** The first bytes (up to 4 KiB or more) of the content. */
  head: Bytes;
  /** All of the content, where that is little: the stream then need not be asked for. */
  whole: Bytes | null;
  /** All of the content, the head included. Cancel it if it is asked for and not read. */
  readonly stream: ReadableStream<Bytes>;
  /** Layers of gzip that were found by looking, beyond the packing that the source names. */
  gzipLayers: number;
  /** Whether anything had to be unpacked. */
  packed: boolean;
}

/**
 * Like openSource, but looks at what comes out: gzip is unpacked too (twice at most), whatever the
 * name says, and the head tells what the content is. Archives are recognised, not opened.
 * @param meter is told how long packed bytes were waited for
 */
export async function openContent(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
  meter?: WaitMeter,
): Promise<Content> {
  signal.throwIfAborted();
  refuseClaims(source, access);
  const small = await smallContent(source, access, signal);
  if (small) return small;
  // Where nothing is packed, whoever reads measures as well, and each file would be asked twice.
  let open = opener(source, access, signal, source.packing === 'none' ? undefined : meter);
  for (let gzipLayers = 0; ; gzipLayers++) {
    const { head, stream } = await peek(guarded(source, access, open), headBytes);
    const sniffed = sniffBytes(head, source.path);
    if (sniffed.kind !== 'gzip') {
      const packed = gzipLayers > 0 || source.packing !== 'none';
      return { sniffed, head, whole: null, stream, gzipLayers, packed };
    }
    await stream.cancel();
    if (gzipLayers === maxGzipLayers) {
      throw new UnreadableSource(
        'packed-too-often',
        `The file is packed with gzip more than ${maxGzipLayers} times over.`,
        'Unpack it before checking it.',
      );
    }
    const inner = gzipLayers === 0 ? opener(source, access, signal, meter) : open;
    open = () => unpacked('gzip', inner, signal);
  }
}

/** The content of a source that is not packed and small enough to do without a stream, else null. */
async function smallContent(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
): Promise<Content | null> {
  if (source.packing !== 'none' || source.crc32 !== undefined) return null;
  let whole: Bytes;
  try {
    if (access.size(source.bytes) > smallBytes) return null;
    whole =
      access.atHand?.(source.bytes) ?? (await unlessAborted(access.read(source.bytes), signal));
  } catch (error) {
    throw signal.aborted ? signal.reason : readFailure(error);
  }
  const head = whole.subarray(0, headBytes);
  const sniffed = sniffBytes(head, source.path);
  if (sniffed.kind === 'gzip') return null;
  return {
    sniffed,
    head,
    whole,
    gzipLayers: 0,
    packed: false,
    get stream() {
      return streamOf(only(whole));
    },
  };
}

/**
 * The whole content at once, as a Blob, for what needs to be read from any place (an archive within
 * an archive). Rejects with UnreadableSource `too-large` beyond `limit` bytes, else like openContent.
 */
export async function contentBlob(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
  limit: number,
): Promise<Blob> {
  const { stream } = await openContent(source, access, signal);
  const parts: Bytes[] = [];
  let size = 0;
  for await (const chunk of chunksOf(stream, signal)) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    parts.push(chunk);
  }
  return new Blob(parts);
}

/** All bytes of a source, unpacked as it names, as one array; for small things and tests. */
export async function readSource(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let size = 0;
  for await (const chunk of chunksOf(await openSource(source, access, signal), signal)) {
    chunks.push(chunk);
    size += chunk.length;
  }
  return concat(chunks, size);
}

function opener(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
  meter?: WaitMeter,
): Reopen {
  const raw: Reopen = () => rawChunks(source, access, signal, meter);
  const { packing } = source;
  const open: Reopen = packing === 'none' ? raw : () => unpacked(packing, raw, signal);
  return source.crc32 === undefined ? open : () => verified(source, open());
}

async function* rawChunks(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
  meter?: WaitMeter,
): AsyncGenerator<Bytes, void, undefined> {
  try {
    yield* chunksOf(access.stream(source.bytes), signal, meter);
  } catch (error) {
    throw signal.aborted ? signal.reason : readFailure(error);
  }
}

/** What the source says of itself can be refused before anything is read. */
function refuseClaims(source: Source, access: BytesAccess): void {
  if (source.size === null) return;
  if (source.size > maxDocumentBytes) throw tooLarge(maxDocumentBytes);
  if (source.packing !== 'none') checkRatio(source.size, access.size(source.bytes));
}

/** Compares what was unpacked with what the archive says of it: its size and its CRC-32. */
async function* verified(
  source: Source,
  chunks: AsyncGenerator<Bytes, void, undefined>,
): AsyncGenerator<Bytes, void, undefined> {
  let size = 0;
  let sum = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    sum = crc32(sum, chunk);
    yield chunk;
  }
  if (source.size !== null && size !== source.size) {
    throw new UnreadableSource(
      'wrong-size',
      `The entry unpacks to ${bytesInWords(size)}, but the archive announces ${bytesInWords(source.size)}.`,
      'Fetch or pack the archive again.',
    );
  }
  if (source.crc32 !== undefined && sum !== source.crc32) throw wrongChecksum();
}

/** Keeps the limits while reading. */
async function* guarded(
  source: Source,
  access: BytesAccess,
  open: Reopen,
): AsyncGenerator<Bytes, void, undefined> {
  const packedSize = access.size(source.bytes);
  let size = 0;
  for await (const chunk of open()) {
    size += chunk.length;
    if (size > maxDocumentBytes) throw tooLarge(maxDocumentBytes);
    checkRatio(size, packedSize);
    yield chunk;
  }
}

function checkRatio(size: number, packedSize: number): void {
  if (size <= ratioFreeBytes || size <= packedSize * maxRatio) return;
  throw new UnreadableSource(
    'expands-too-much',
    `The file unpacks to more than ${maxRatio} times its packed size: this may be a decompression bomb, so it was not read further.`,
    'If the file is to be trusted, unpack it before checking it.',
  );
}

/** The error for content of more bytes than can be read. */
export function tooLarge(limit: number): UnreadableSource {
  const mebi = limit / (1024 * 1024);
  const size = mebi >= 1024 ? `${mebi / 1024} GiB` : `${mebi} MiB`;
  return new UnreadableSource(
    'too-large',
    `The file holds more than ${size}, the most that can be read.`,
  );
}

function bytesInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'byte' : 'bytes'}`;
}
