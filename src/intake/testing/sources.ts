/** Sources for the tests of intake, made in memory. */
import { BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import type { ZipWriterAddDataOptions, ZipWriterConstructorOptions } from '@zip.js/zip.js';
import type { BytesAccess } from '../bytes';
import { blobAccess } from '../bytes';
import type { Bytes } from '../chunks';
import { chunksOf, concat } from '../chunks';
import { readSource } from '../open';
import type { Source } from '../source';

export const access = blobAccess;

/** A signal that never fires. */
export function never(): AbortSignal {
  return new AbortController().signal;
}

export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A source of these bytes, as if dropped. */
export function sourceOf(
  bytes: Uint8Array,
  path = 'test.xosc',
  rest: Partial<Source> = {},
): Source {
  return {
    path,
    bytes: new Blob([bytes as Bytes]),
    packing: 'none',
    size: null,
    origin: 'named',
    nesting: 0,
    ...rest,
  };
}

export type Member = [
  name: string,
  content: string | Uint8Array,
  options?: ZipWriterAddDataOptions,
];

/** A zip of these members, in this order; names may come twice. */
export async function zipOf(
  members: readonly Member[],
  options: ZipWriterConstructorOptions = {},
): Promise<Bytes> {
  const writer = new ZipWriter(new BlobWriter(), {
    useWebWorkers: false,
    ...options,
  });
  for (const [name, content, own] of members) {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    await writer.add(name, new Uint8ArrayReader(bytes), own);
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

/** Reads a stream to its end, or to the error that it ends with. */
export async function drain(
  stream: ReadableStream<Bytes>,
): Promise<{ bytes: Bytes; error: unknown }> {
  const chunks: Bytes[] = [];
  let size = 0;
  let error: unknown = null;
  try {
    for await (const chunk of chunksOf(stream, never())) {
      chunks.push(chunk);
      size += chunk.length;
    }
  } catch (thrown) {
    error = thrown;
  }
  return { bytes: concat(chunks, size), error };
}

/** Bytes that look random but are the same in each run. */
export function noise(length: number, seed = 1): Bytes {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** The content of a source as text. */
export async function readSourceText(
  source: Source,
  from: BytesAccess,
  signal: AbortSignal,
): Promise<string> {
  return textOf(await readSource(source, from, signal));
}
