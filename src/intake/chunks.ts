/** Bytes as they come: what every stage of unpacking takes and gives. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Is told, in milliseconds, how long pieces of what is stored were waited for. */
export interface WaitMeter {
  fetched(ms: number): void;
}

/** Opens the same bytes from their start, as often as asked. */
export type Reopen = () => AsyncGenerator<Bytes, void, undefined>;

/**
 * The chunks of a stream. Leaving the loop early, and the signal, cancel the stream; after an abort
 * it throws the signal's reason.
 * @param meter is told how long each chunk was waited for
 */
export async function* chunksOf(
  stream: ReadableStream<Bytes>,
  signal: AbortSignal,
  meter?: WaitMeter,
): AsyncGenerator<Bytes, void, undefined> {
  const reader = stream.getReader();
  // A stream may wait for the disk: cancelling it is what ends a pending read.
  const abort = (): void => void reader.cancel(signal.reason).catch(ignoreCancelled);
  signal.addEventListener('abort', abort, { once: true });
  let left = true;
  try {
    for (;;) {
      signal.throwIfAborted();
      const asked = meter ? performance.now() : 0;
      const { done, value } = await reader.read();
      meter?.fetched(performance.now() - asked);
      signal.throwIfAborted();
      if (done) break;
      if (value.length > 0) yield value;
    }
    left = false;
  } catch (error) {
    left = signal.aborted;
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', abort);
    if (left) await reader.cancel().catch(ignoreCancelled);
    reader.releaseLock();
  }
}

/** Who gives a stream up has no use for the error that it had in store. */
function ignoreCancelled(): void {
  return undefined;
}

/**
 * A stream that pulls from a generator, one chunk at a time. Cancelling it ends the generator, and
 * `source` too: a generator that has not begun would not pass the end on.
 */
export function streamOf(
  chunks: AsyncGenerator<Bytes, void, undefined>,
  source = chunks,
): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await chunks.return();
        await source.return();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Bytes that are there already, as the chunks of a stream. */
// eslint-disable-next-line @typescript-eslint/require-await -- chunks come asynchronously elsewhere
export async function* only(bytes: Bytes): AsyncGenerator<Bytes, void, undefined> {
  if (bytes.length > 0) yield bytes;
}

/** The first bytes of a stream, and the whole stream again. */
export interface Peeked {
  /** At least `length` bytes, unless the stream is shorter. */
  head: Bytes;
  /** Everything, the head included. Cancel it if it is not read. */
  stream: ReadableStream<Bytes>;
}

/** Looks at the first bytes without losing them. Errors of the stream while looking are thrown. */
export async function peek(
  chunks: AsyncGenerator<Bytes, void, undefined>,
  length: number,
): Promise<Peeked> {
  const first: Bytes[] = [];
  let held = 0;
  while (held < length) {
    const next = await chunks.next();
    if (next.done === true) break;
    first.push(next.value);
    held += next.value.length;
  }
  const head = first.length === 1 && first[0] ? first[0] : concat(first, held);
  return { head, stream: streamOf(withHead(head, chunks), chunks) };
}

async function* withHead(
  head: Bytes,
  rest: AsyncGenerator<Bytes, void, undefined>,
): AsyncGenerator<Bytes, void, undefined> {
  if (head.length > 0) yield head;
  yield* rest;
}

/** The chunks, `total` bytes in all, as one. */
export function concat(chunks: readonly Uint8Array[], total: number): Bytes {
  const all = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
