import type { FileReport } from '../../findings/report';
import type { BytesAccess } from '../../intake/bytes';
import type { FileRange, Source } from '../../intake/source';
import { SparseIndex } from '../../tree/sparseIndex';
import { Engine } from '../engine';
import type { InspectOptions } from '../inspection';
import type { SegmentHelp } from '../segmentFeed';
import type { SegmentPlan } from '../segmentPlan';
import { nominalEnd } from '../segmentPlan';
import { tokenizerModule } from './module';

/** Access to one document in memory. */
class MemoryAccess implements BytesAccess {
  bytes = new Uint8Array(0);
  /** Bytes given at a time. */
  chunk = 1 << 18;

  size(range: FileRange): number {
    return range.end - range.start;
  }

  slice(range: FileRange, start: number, end: number): FileRange {
    return { ...range, start: range.start + start, end: range.start + end };
  }

  stream(range: FileRange): ReadableStream<Uint8Array<ArrayBuffer>> {
    let at = range.start;
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull: (controller) => {
          const piece = this.bytes.slice(at, Math.min(at + this.chunk, range.end));
          at += piece.length;
          if (piece.length > 0) controller.enqueue(piece);
          if (at >= range.end) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  }

  read(range: FileRange): Promise<Uint8Array<ArrayBuffer>> {
    return Promise.resolve(this.bytes.slice(range.start, range.end));
  }
}

/** What came of checking a document in segments. */
export interface Outcome {
  report: FileReport;
  /** Segments that were joined, rather than read again. */
  joined: number;
  /** The document's index, where elements were asked for. */
  index: SparseIndex;
}

/** Checks documents with one engine, and in segments with two. */
export class Bench {
  readonly #access = new MemoryAccess();
  readonly #leader = this.#engine();
  readonly #helper = this.#engine();
  readonly #options: InspectOptions;

  constructor(options: Partial<InspectOptions> = {}) {
    this.#options = { level: 'structure', tape: false, ...options };
  }

  #engine(): Engine {
    return new Engine({ module: tokenizerModule, access: this.#access });
  }

  /** The report on a document that one engine reads from its start to its end. */
  async alone(bytes: Uint8Array<ArrayBuffer>, chunk?: number): Promise<FileReport> {
    return (await this.split(bytes, [], chunk)).report;
  }

  /** The same, where segments are read ahead from the first seams at or after `starts`. */
  async split(
    bytes: Uint8Array<ArrayBuffer>,
    starts: readonly number[],
    chunk = 1 << 18,
  ): Promise<Outcome> {
    this.#access.bytes = bytes;
    this.#access.chunk = chunk;
    const source: Source = {
      path: 'test.xosc',
      bytes: { file: 'test', start: 0, end: bytes.length },
      packing: 'none',
      size: bytes.length,
      origin: 'named',
      nesting: 0,
    };
    const { signal } = new AbortController();
    const plan: SegmentPlan = { starts, size: bytes.length };
    let joined = 0;
    const index = new SparseIndex();
    const { report } = await this.#leader.inspect(
      source,
      this.#options,
      {
        index: (batch) => index.add(batch),
        help: ({ schema, index: wanted }) => {
          const help: SegmentHelp = {
            claim: async (index) => {
              const last = index === starts.length - 1;
              const bounds = {
                start: starts[index] ?? 0,
                end: nominalEnd(plan, index),
                last,
                index: wanted,
              };
              return this.#helper.readSegment({ source, schema, ...bounds }, signal);
            },
            joined: () => joined++,
            ahead: 0,
            end: () => undefined,
          };
          return { plan, help };
        },
      },
      signal,
    );
    if (!report) throw new Error('No report on the document');
    return { report, joined, index };
  }
}
