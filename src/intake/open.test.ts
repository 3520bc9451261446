import { deflateSync, gzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BytesAccess } from './bytes';
import { crc32 } from './crc32';
import { openContent, openSource, readSource } from './open';
import { access, bytesOf, drain, never, noise, sourceOf, textOf } from './testing/sources';
import { UnreadableSource } from './unreadable';

const scenario = bytesOf(
  `<?xml version="1.0"?>\n<OpenSCENARIO>${'<a/>'.repeat(5000)}</OpenSCENARIO>`,
);

async function failure(promise: Promise<unknown>): Promise<UnreadableSource> {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableSource);
  return error as UnreadableSource;
}

const join = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);
const changed = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

afterEach(() => vi.unstubAllGlobals());

// Both decoders must come to the same verdict: the platform's, and the one for where it is absent.
describe.each(['platform decoder', 'second decoder'])('unpacking with the %s', (which) => {
  const start = (): void => {
    if (which === 'second decoder') vi.stubGlobal('DecompressionStream', undefined);
  };
  const gzip = (bytes: Uint8Array) => sourceOf(bytes, 'x.xosc.gz', { packing: 'gzip' });
  const entry = (bytes: Uint8Array, content: Uint8Array) =>
    sourceOf(bytes, 'z.zip/x.xosc', {
      packing: 'deflate-raw',
      size: content.length,
      crc32: crc32(0, content),
    });

  test('gzip, deflate and plain bytes come out as they went in', async () => {
    start();
    expect(await readSource(gzip(gzipSync(scenario)), access, never())).toEqual(scenario);
    expect(await readSource(entry(deflateSync(scenario), scenario), access, never())).toEqual(
      scenario,
    );
    expect(await readSource(sourceOf(scenario), access, never())).toEqual(scenario);
  });

  test('large content that packs badly survives', async () => {
    start();
    const bytes = noise(300_000);
    expect(await readSource(gzip(gzipSync(bytes)), access, never())).toEqual(bytes);
  });

  test('a gzip file of several members is read to the end', async () => {
    start();
    const both = join(gzipSync(bytesOf('one ')), gzipSync(bytesOf('two')));
    expect(textOf(await readSource(gzip(both), access, never()))).toBe('one two');
  });

  test('a cut gzip file gives what it holds, then says that it was cut', async () => {
    start();
    const packed = gzipSync(noise(200_000), { level: 0 });
    const stream = await openSource(gzip(packed.subarray(0, 100_000)), access, never());
    const { bytes, error } = await drain(stream);
    expect(bytes.length).toBeGreaterThan(60_000);
    expect(error).toMatchObject({ code: 'truncated' });
  });

  test.each([1, 4, 8, 9, 30])('a gzip file without its last %i bytes is cut', async (missing) => {
    start();
    const packed = gzipSync(scenario);
    const error = await failure(
      readSource(gzip(packed.subarray(0, packed.length - missing)), access, never()),
    );
    expect(error.code).toBe('truncated');
  });

  test('damaged deflate data are told', async () => {
    start();
    // A first byte of 0xff means a block of the reserved type.
    const bad = join(new Uint8Array([0xff]), deflateSync(scenario).subarray(1));
    const error = await failure(readSource(entry(bad, scenario), access, never()));
    expect(error.code).toBe('corrupt');
  });

  test('a wrong checksum is told, in gzip and in a zip', async () => {
    start();
    const packed = gzipSync(scenario);
    const inGzip = await failure(
      readSource(gzip(changed(packed, packed.length - 6)), access, never()),
    );
    expect(inGzip.code).toBe('wrong-checksum');
    const source = { ...entry(deflateSync(scenario), scenario), crc32: 1 };
    expect((await failure(readSource(source, access, never()))).code).toBe('wrong-checksum');
  });

  test('a wrong size is told', async () => {
    start();
    const source = { ...entry(deflateSync(scenario), scenario), size: 7 };
    expect((await failure(readSource(source, access, never()))).code).toBe('wrong-size');
  });

  test('junk behind gzip data is told', async () => {
    start();
    const packed = join(gzipSync(scenario), bytesOf('junk and more junk'));
    expect((await failure(readSource(gzip(packed), access, never()))).code).toBe('corrupt');
  });

  test('a bomb is stopped', async () => {
    start();
    const packed = gzipSync(new Uint8Array(80 * 1024 * 1024), { level: 6 });
    const error = await failure(readSource(gzip(packed), access, never()));
    expect(error.code).toBe('expands-too-much');
  });
});

describe('limits on what a source says of itself', () => {
  test('a document of more than 2 GiB is refused before it is read', async () => {
    const error = await failure(
      openSource(sourceOf(scenario, 'big.xosc', { size: 3 * 2 ** 30 }), access, never()),
    );
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('2 GiB');
  });

  test('an entry that announces a bomb is refused before it is read', async () => {
    const source = sourceOf(scenario, 'z/x', {
      packing: 'deflate-raw',
      size: 2 ** 30,
    });
    expect((await failure(openSource(source, access, never()))).code).toBe('expands-too-much');
  });
});

describe('content', () => {
  test('gzip is told by its bytes and unpacked, gzip in gzip too', async () => {
    for (const layers of [0, 1, 2]) {
      let bytes: Uint8Array = scenario;
      for (let layer = 0; layer < layers; layer++) bytes = gzipSync(bytes);
      const content = await openContent(sourceOf(bytes, 'named-otherwise.xosc'), access, never());
      expect(content.gzipLayers).toBe(layers);
      expect(content.sniffed.kind).toBe('xml');
      expect(content.sniffed.root).toBe('OpenSCENARIO');
      expect((await drain(content.stream)).bytes).toEqual(scenario);
    }
  });

  test('a third layer of gzip is refused', async () => {
    const packed = gzipSync(gzipSync(gzipSync(scenario)));
    expect((await failure(openContent(sourceOf(packed), access, never()))).code).toBe(
      'packed-too-often',
    );
  });

  test('gzip in a zip entry is unpacked, and the entry still verified', async () => {
    const inner = gzipSync(scenario);
    const source = sourceOf(deflateSync(inner), 'z.zip/x.xosc.gz', {
      packing: 'deflate-raw',
      size: inner.length,
      crc32: crc32(0, inner),
    });
    const content = await openContent(source, access, never());
    expect((await drain(content.stream)).bytes).toEqual(scenario);
  });

  test('a small file is read whole, at once where that can be; a large or packed one is not', async () => {
    const read = vi.fn(access.read);
    const small = await openContent(sourceOf(scenario), { ...access, read }, never());
    expect(small.whole).toEqual(scenario);
    expect(read).toHaveBeenCalledOnce();
    expect((await drain(small.stream)).bytes).toEqual(scenario);

    const atHand = vi.fn(() => bytesOf('<a/>'));
    const given = await openContent(sourceOf(scenario), { ...access, read, atHand }, never());
    expect(textOf(given.whole ?? noise(0))).toBe('<a/>');
    expect(read).toHaveBeenCalledOnce();

    for (const bytes of [noise(1024 * 1024 + 1), gzipSync(scenario)]) {
      const content = await openContent(sourceOf(bytes), access, never());
      expect(content.whole).toBeNull();
      await content.stream.cancel();
    }
  });

  test.each([
    [new DOMException('gone', 'NotFoundError'), 'not-found'],
    [Object.assign(new Error('no'), { code: 'EACCES' }), 'no-permission'],
  ])('a small file that cannot be read has its reason: %s', async (thrown, code) => {
    const read = () => Promise.reject(thrown);
    const opened = openContent(sourceOf(scenario), { ...access, read }, never());
    expect((await failure(opened)).code).toBe(code);
    const atHand = (): never => {
      throw thrown;
    };
    const given = openContent(sourceOf(scenario), { ...access, atHand }, never());
    expect((await failure(given)).code).toBe(code);
  });

  test('an empty file is no error', async () => {
    const content = await openContent(sourceOf(new Uint8Array(0)), access, never());
    expect(content.sniffed.kind).toBe('empty');
    expect((await drain(content.stream)).bytes.length).toBe(0);
  });
});

describe('what the platform throws', () => {
  const throwing = (error: unknown): BytesAccess => ({
    ...access,
    stream: () =>
      new ReadableStream({
        pull(controller) {
          controller.error(error);
        },
      }),
  });

  test.each([
    [new DOMException('gone', 'NotFoundError'), 'not-found'],
    [new DOMException('changed', 'NotReadableError'), 'changed'],
    [Object.assign(new Error('no'), { code: 'EACCES' }), 'no-permission'],
    [Object.assign(new Error('dir'), { code: 'EISDIR' }), 'is-folder'],
    [Object.assign(new Error('disk on fire'), { code: 'EIO' }), 'unreadable'],
    [new UnreadableSource('changed', 'The file changed.'), 'changed'],
  ])('%s becomes a reason', async (thrown, code) => {
    for (const packing of ['none', 'gzip'] as const) {
      const source = sourceOf(scenario, 'x', { packing });
      const error = await failure(openSource(source, throwing(thrown), never()));
      expect(error.code).toBe(code);
      expect(error.message).not.toContain('undefined');
    }
  });

  test('an error in the middle comes after the bytes before it', async () => {
    const halfway: BytesAccess = {
      ...access,
      stream: () => {
        let pulls = 0;
        return new ReadableStream({
          pull(controller) {
            if (pulls++ === 0) controller.enqueue(bytesOf('<a>'));
            else controller.error(new DOMException('changed', 'NotReadableError'));
          },
        });
      },
    };
    const { bytes, error } = await drain(await openSource(sourceOf(scenario), halfway, never()));
    expect(textOf(bytes)).toBe('<a>');
    expect(error).toMatchObject({ code: 'changed' });
  });
});

describe('cancelling', () => {
  test('an abort ends a read that waits, with its own reason', async () => {
    const stuck: BytesAccess = {
      ...access,
      stream: () => new ReadableStream(),
    };
    const controller = new AbortController();
    const opened = openSource(sourceOf(scenario), stuck, controller.signal);
    controller.abort();
    await expect(opened).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('an abort ends the reading of a small file that waits', async () => {
    const stuck: BytesAccess = { ...access, read: () => new Promise(() => undefined) };
    const controller = new AbortController();
    const opened = openContent(sourceOf(scenario), stuck, controller.signal);
    controller.abort();
    await expect(opened).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('cancelling the stream cancels the source', async () => {
    const cancelled = vi.fn();
    const endless: BytesAccess = {
      ...access,
      stream: () =>
        new ReadableStream({
          pull: (controller) => controller.enqueue(noise(1000)),
          cancel: cancelled,
        }),
    };
    const stream = await openSource(sourceOf(scenario), endless, never());
    await stream.cancel();
    expect(cancelled).toHaveBeenCalledOnce();
  });
});
