import { expect, test } from 'vitest';
import { ChunkReader } from './chunks';

const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 31) & 255);
const { signal } = new AbortController();

/** A stream that can be read into memory of the reader's own, as files' are. */
function byteStream(): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      const next = bytes.slice(at, (at += 100_000));
      if (next.length > 0) controller.enqueue(next);
      else {
        controller.close();
        controller.byobRequest?.respond(0);
      }
    },
  });
}

function chunkStream(): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pass = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  return new Blob([bytes]).stream().pipeThrough(pass);
}

test.each([
  ['a stream of bytes', byteStream],
  ['a stream of chunks', chunkStream],
])('pooled chunks are those of %s, two at a time', async (_, open) => {
  const reader = new ChunkReader(open(), signal, 5, 70_000, undefined, true);
  const whole = new Uint8Array(bytes.length - 5);
  let at = 0;
  let before: { chunk: Uint8Array; copy: Uint8Array } | null = null;
  for (;;) {
    const chunk: Uint8Array<ArrayBuffer> | null = await reader.next();
    // The one before is still as it was.
    if (before && before.chunk.length > 0)
      expect(Buffer.compare(before.chunk, before.copy)).toBe(0);
    if (!chunk) break;
    expect(chunk.length).toBeLessThanOrEqual(70_000);
    whole.set(chunk, at);
    at += chunk.length;
    before = { chunk, copy: chunk.slice() };
  }
  expect(at).toBe(whole.length);
  expect(Buffer.compare(whole, bytes.subarray(5))).toBe(0);
});

test('a pooled reader can be cancelled', async () => {
  const reader = new ChunkReader(byteStream(), signal, 0, undefined, undefined, true);
  await reader.next();
  await reader.cancel();
  expect(await reader.next()).toBeNull();
});
