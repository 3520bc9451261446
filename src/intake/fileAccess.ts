import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { BytesAccess } from './bytes';
import { blobAccess } from './bytes';
import type { ByteRange, FileRange } from './source';
import { UnreadableSource } from './unreadable';

/** Bytes read at a time: large enough that calls do not matter, small enough to stay in cache. */
const chunkBytes = 256 * 1024;

/**
 * Access to files on disk, and to Blobs as in a browser. Reads are synchronous: nothing else waits
 * on a thread that checks a file, and for small files a round trip costs more than the read.
 * A file whose size or time of change differs after the last byte fails with `changed`.
 */
export const fileAccess: BytesAccess = {
  size: (range) => (isFile(range) ? range.end - range.start : blobAccess.size(range)),
  slice: (range, start, end) => {
    if (!isFile(range)) return blobAccess.slice(range, start, end);
    const length = range.end - range.start;
    const from = Math.min(Math.max(start, 0), length);
    const to = Math.min(Math.max(end, from), length);
    return {
      file: range.file,
      start: range.start + from,
      end: range.start + to,
    };
  },
  stream: (range) => (isFile(range) ? fileStream(range) : blobAccess.stream(range)),

  read: async (range) => (isFile(range) ? readRange(range) : blobAccess.read(range)),
  atHand: (range) => (isFile(range) ? readRange(range) : null),
};

function isFile(range: ByteRange): range is FileRange {
  return !(range instanceof Blob);
}

function fileStream(range: FileRange): ReadableStream<Uint8Array<ArrayBuffer>> {
  let reading: OpenFile | null = null;
  let at = range.start;
  const close = (): void => {
    reading?.close();
    reading = null;
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        try {
          reading ??= new OpenFile(range.file);
          const wanted = Math.min(chunkBytes, range.end - at);
          if (wanted > 0) {
            const chunk = reading.read(at, wanted);
            at += chunk.length;
            controller.enqueue(chunk);
          }
          if (at < range.end) return;
          reading.checkUnchanged();
          close();
          controller.close();
        } catch (error) {
          close();
          controller.error(error);
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

function readRange(range: FileRange): Uint8Array<ArrayBuffer> {
  const file = new OpenFile(range.file);
  try {
    const bytes = file.read(range.start, range.end - range.start);
    file.checkUnchanged();
    return bytes;
  } finally {
    file.close();
  }
}

/** A file that is open for reading, and how it was when it was opened. */
class OpenFile {
  readonly #descriptor: number;
  readonly #before: { size: number; mtimeMs: number };

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
    try {
      this.#before = fstatSync(this.#descriptor);
    } catch (error) {
      closeSync(this.#descriptor);
      throw error;
    }
  }

  /** Exactly `length` bytes from `position`; fails with `changed` where the file is now shorter. */
  read(position: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const count = readSync(this.#descriptor, bytes, done, length - done, position + done);
      if (count === 0) throw changed();
      done += count;
    }
    return bytes;
  }

  checkUnchanged(): void {
    const now = fstatSync(this.#descriptor);
    if (now.size !== this.#before.size || now.mtimeMs !== this.#before.mtimeMs) throw changed();
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function changed(): UnreadableSource {
  return new UnreadableSource(
    'changed',
    'The file changed while it was being read.',
    'Check it again once it is complete.',
  );
}
