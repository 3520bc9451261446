import type { BytesAccess } from '../intake/bytes';
import { chunksOf, type Bytes } from '../intake/chunks';
import { decoderFor, isUtf8 } from '../intake/decoding';
import { headBytes } from '../intake/limits';
import { openContent, openSource } from '../intake/open';
import type { Source } from '../intake/source';
import { detectEncoding } from '../intake/xmlEncoding';
import { ByteSearch } from './byteSearch';
import type { InspectEvents, Region } from './inspection';
import { Encoding, Status, type Tokenizer } from './tokenizer';

/**
 * Reads a part of a document again and tells its tape or its bytes, both in the document's UTF-8 form.
 * Of a packed file, everything before the part has to be unpacked once more. Rejects with
 * UnreadableSource where the bytes cannot be had, and with the signal's reason.
 */
export async function readRegion(
  source: Source,
  region: Region,
  access: BytesAccess,
  tokenizer: Tokenizer,
  events: InspectEvents,
  signal: AbortSignal,
): Promise<void> {
  const chunks = utf8Of(source, region, access, signal);
  if (region.want === 'bytes') {
    for await (const chunk of chunks) events.bytes?.(ownBufferOf(chunk));
    return;
  }
  if (region.want === 'matches') {
    const search = new ByteSearch(region.query ?? '', region.text);
    for await (const chunk of chunks) {
      const found = search.push(chunk);
      if (found.length > 0) events.bytes?.(new Float64Array(found).buffer);
      events.progress?.(search.offset - region.text, region.end - region.start);
    }
    return;
  }
  const { text: offset, line, column } = region;
  if (line === 1 && column === 1) {
    tokenizer.begin({ encoding: Encoding.utf8, mark: offset, tape: true, structure: false });
  } else {
    tokenizer.beginInside({ place: { offset, line, column }, tape: true });
  }
  for await (const chunk of chunks) {
    const status = tokenizer.push(chunk, false);
    // What is wrong in it was found when the whole was read.
    tokenizer.takeIssues();
    if (tokenizer.tapeRecords > 0) events.tape?.(tokenizer.takeTape());
    if (status !== Status.more) return;
  }
  tokenizer.push(new Uint8Array(0), true);
  tokenizer.takeIssues();
  events.tape?.(tokenizer.takeTape());
}

/** The region's bytes as UTF-8, as they come. */
async function* utf8Of(
  source: Source,
  wanted: Region,
  access: BytesAccess,
  signal: AbortSignal,
): AsyncGenerator<Bytes, void, undefined> {
  const { head, packed } = await look(source, access, signal);
  const { encoding, mark, problem } = detectEncoding(head);
  // The mark of another encoding has no place in the UTF-8 form.
  const start = isUtf8(encoding) ? wanted.start : Math.max(wanted.start, mark);
  const region = { ...wanted, start };
  const chunks = packed
    ? partOf(source, region, access, signal)
    : plainPart(source, region, access, signal);
  if (isUtf8(encoding) || problem === 'unsupported') {
    yield* chunks;
    return;
  }
  const decode = decoderFor(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decode(chunk));
  yield encoder.encode(decode());
}

/** The content's first bytes, and whether they are packed in whatever way. */
async function look(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
): Promise<{ head: Bytes; packed: boolean }> {
  if (source.packing === 'none') {
    const stream = await openSource(sliceOf(source, 0, headBytes, access), access, signal);
    for await (const head of chunksOf(stream, signal)) {
      if (head[0] === 0x1f && head[1] === 0x8b) break;
      return { head, packed: false };
    }
  }
  const { head, stream } = await openContent(source, access, signal);
  await stream.cancel();
  return { head, packed: true };
}

/** A part of a plain source as a source of its own; its checksum is that of the whole. */
function sliceOf(source: Source, start: number, end: number, access: BytesAccess): Source {
  const size = access.size(source.bytes);
  const bytes = access.slice(source.bytes, Math.min(start, size), Math.min(end, size));
  const { path, packing, origin, nesting } = source;
  return { path, bytes, packing, size: null, origin, nesting };
}

async function* plainPart(
  source: Source,
  { start, end }: Region,
  access: BytesAccess,
  signal: AbortSignal,
): AsyncGenerator<Bytes, void, undefined> {
  const part = sliceOf(source, start, end, access);
  yield* chunksOf(await openSource(part, access, signal), signal);
}

/** What lies between two offsets of the unpacked content. */
async function* partOf(
  source: Source,
  { start, end }: Region,
  access: BytesAccess,
  signal: AbortSignal,
): AsyncGenerator<Bytes, void, undefined> {
  const { stream } = await openContent(source, access, signal);
  let at = 0;
  for await (const chunk of chunksOf(stream, signal)) {
    const from = Math.max(0, start - at);
    const to = Math.min(chunk.length, end - at);
    // Who takes a chunk may hand its memory to another thread: then it has no length any more.
    at += chunk.length;
    if (from < to) yield chunk.subarray(from, to);
    if (at >= end) return;
  }
}

/** The chunk's bytes in a buffer that holds nothing else, to be transferred. */
function ownBufferOf(chunk: Bytes): ArrayBuffer {
  return chunk.byteLength === chunk.buffer.byteLength ? chunk.buffer : chunk.slice().buffer;
}
