import { expect, test } from 'vitest';
import { ChunkReader } from './chunks';

const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 31) & 255);
const { signal } = new AbortController();

/** Chunks of memory that is nobody else's. */
function stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const next = bytes.slice(at, (at += 100_000));
      if (next.length > 0) controller.enqueue(next);
      else controller.close();
    },
  });
}

test('memory is given back when two more chunks were read, and not before', async () => {
  let released = 0;
  const release = (buffer: ArrayBuffer): void => {
    released++;
    structuredClone(buffer, { transfer: [buffer] });
  };
  const reader = new ChunkReader(stream(), signal, 5, 70_000, undefined, release);
  const whole = new Uint8Array(bytes.length - 5);
  let at = 0;
  let before: { chunk: Uint8Array; copy: Uint8Array } | null = null;
  for (;;) {
    const chunk: Uint8Array<ArrayBuffer> | null = await reader.next();
    if (before) expect(Buffer.compare(before.chunk, before.copy)).toBe(0);
    if (!chunk) break;
    whole.set(chunk, at);
    at += chunk.length;
    before = { chunk, copy: chunk.slice() };
  }
  expect(released).toBe(28);
  expect(at).toBe(whole.length);
  expect(Buffer.compare(whole, bytes.subarray(5))).toBe(0);
});
