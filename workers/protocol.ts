import type { InspectOptions, SegmentJob } from '../src/engine/inspection';
import type { RuleTime } from '../src/engine/timing';
import type { SchemaName } from '../src/engine/segmentPlan';
import type { Source } from '../src/intake/source';
import type { Answers, Wanted } from '../src/project/neighbourhood';

/*
 * What crosses the thread boundary, and nothing else does.
 *
 * Control goes by comlink, from the page to the worker: `WorkerApi`. It is a handful of small calls.
 * Everything that comes in bulk goes the other way, as packets of `WorkerMessage`s: buffers are
 * transferred, the rest is numbers and short strings. No report, finding or element crosses as an
 * object graph; `codec.ts` says how they lie in their buffers.
 *
 * Nothing waits on a reply of comlink's but the start: a thread that dies answers no calls, so what
 * ends a request is either a message about it or the thread's death.
 */

/** What a worker is given once, before its first bundle. */
export interface Setup {
  /** Compiled once on the page and shared by all workers. */
  module: WebAssembly.Module;
  /** Whether results may be asked from, and offered to, the page's result store. */
  cache: boolean;
}

/** What a worker can do where it runs. */
export interface Capabilities {
  /** False where there is no `crypto.subtle` (insecure contexts): then nothing is cached. */
  hashing: boolean;
}

/** Which documents several workers read at once. */
export interface DivisionLimits {
  /** Bytes from which on that pays. */
  from: number;
  /** Bytes of a segment, about. */
  segment: number;
}

/** One source of a bundle. Its number is unique within a pool and never used again. */
export interface JobItem {
  item: number;
  source: Source;
  options: InspectOptions;
  /** False where the store has already failed to serve this source. */
  cache: boolean;
  /** How it is to be divided where there are other workers that could read a part of it, else null. */
  divide: DivisionLimits | null;
  /** Whether the files around it can be asked for. */
  neighbours: boolean;
  /** Whether what is learnt of it besides findings is wanted. */
  insight: boolean;
}

/** A source that others refer to, and whose digest is wanted. Jobs are numbered as items are. */
export interface DigestItem {
  job: number;
  source: Source;
  /** Whether the store may have the digest, or is to keep it. */
  cache: boolean;
}

/** A segment of a document that another worker has: its item, and which segment it is. */
export interface SegmentItem extends SegmentJob {
  item: number;
  segment: number;
}

/** The calls that a worker takes. */
export interface WorkerApi {
  start(setup: Setup): Promise<Capabilities>;
  /**
   * Inspects a bundle, one source after the other; `finished` tells its end. `epoch` is the state of
   * the surroundings: answers that held for another one are forgotten.
   */
  run(items: JobItem[], epoch: number): void;
  /** Reads a segment of an item that another worker has; `segment` and `finished` tell its end. */
  readSegment(item: SegmentItem): void;
  /** Another worker has begun with a segment of an item of this one. */
  begun(item: number, segment: number): void;
  /** What came of it (`segmentCodec.ts`); null where nothing did. */
  segmentRead(item: number, segment: number, result: ArrayBuffer | null): void;
  /** Gives up those of the items that are not begun; `returned` says which. */
  giveBack(items: number[]): void;
  /** Stops the item, or sees that it is not begun; `aborted` (or its result, if quicker) answers. */
  cancel(item: number): void;
  /** Answers a `lookup`: one byte a key, as in `answers`. */
  answer(lookup: number, known: Uint8Array): void;
  /** Makes a digest, also in the midst of a bundle; `digested` tells its end, `finished` too without one. */
  digest(item: DigestItem): void;
  /** Answers a `look`. */
  neighboursFound(question: number, answers: Answers): void;
}

/** Bytes read so far of an item, and how many there will be where that is known. */
export interface ProgressMessage {
  type: 'progress';
  item: number;
  bytes: number;
  total: number | null;
}

/** At most `findingsPerBatch` findings of an item. */
export interface FindingsMessage {
  type: 'findings';
  item: number;
  /** False for findings that stand in the report but were not told while reading. */
  told: boolean;
  buffer: ArrayBuffer;
}

/** A piece of the item's tape, as the engine made it. */
export interface TapeMessage {
  type: 'tape';
  item: number;
  buffer: ArrayBuffer;
}

/** A piece of the sparse index of an item that is too large for a tape, as the engine made it. */
export interface IndexMessage {
  type: 'index';
  item: number;
  buffer: ArrayBuffer;
}

/** A piece of what was asked for of the item, as `InspectEvents.bytes` tells it. */
export interface BytesMessage {
  type: 'bytes';
  item: number;
  buffer: ArrayBuffer;
}

/** Some of the sources that an archive holds. Blobs cannot be encoded, so they come beside. */
export interface EntriesMessage {
  type: 'entries';
  item: number;
  buffer: ArrayBuffer;
  blobs: Blob[];
}

/** The item is done; its findings and entries came before. */
export interface DoneMessage {
  type: 'done';
  item: number;
  outcome: 'file' | 'archive';
  /** The report without path and findings, as JSON; null for an archive without a report. */
  head: string | null;
  /** Where each finding of the report lies among those sent (words), unless they are in order. */
  order: ArrayBuffer | null;
  /** How long it took (`encodeTiming`); null where nothing was checked. Never part of the report. */
  timing: number[] | null;
  /** The rules that took longest, where they were measured. */
  rules: readonly RuleTime[];
  /** The state of the surroundings that the findings hold for; null where they were not asked for. */
  epoch: number | null;
  /** When it was sent, in milliseconds since 1970, finer than whole ones. */
  sent: number;
}

/** The item ended because it was cancelled. */
export interface AbortedMessage {
  type: 'aborted';
  item: number;
}

/** The engine itself broke on the item; the worker is not to be trusted any longer. */
export interface FailedMessage {
  type: 'failed';
  item: number;
  reason: string;
}

/** What was learnt of the item besides findings, as JSON. */
export interface InsightMessage {
  type: 'insight';
  item: number;
  json: string;
}

/** Asks what there is around a document; `neighboursFound` answers. */
export interface LookMessage {
  type: 'look';
  /** The item that is being checked. */
  item: number;
  question: number;
  wanted: Wanted[];
}

/** A digest is made, or need not be. */
export interface DigestedMessage {
  type: 'digested';
  job: number;
  /** The pack that made it; null where there is none to be had. */
  pack: string | null;
  buffer: ArrayBuffer;
  /** What the store is to keep it under; null where it is not to be kept. */
  key: string | null;
  /** Why there is none, where that is the engine's fault. */
  failure: string | null;
}

/** Asks whether results are known; `items[n]` is the item (or digest) whose content has `keys[n]`. */
export interface LookupMessage {
  type: 'lookup';
  lookup: number;
  items: number[];
  keys: string[];
  hashes: string[];
}

/** A whole result for the store, as `encodeStored` made it. */
export interface KeepMessage {
  type: 'keep';
  key: string;
  buffer: ArrayBuffer;
}

/** Items that were given up before they were begun, for others to take. */
export interface ReturnedMessage {
  type: 'returned';
  items: number[];
}

/** The item may be read by several workers, in segments of about so many bytes. */
export interface DividedMessage {
  type: 'divided';
  item: number;
  size: number;
  bytes: number;
  schema: SchemaName | null;
  index: boolean;
}

/** The worker reads a segment of its item itself, as it did all before it. */
export interface ClaimedMessage {
  type: 'claimed';
  item: number;
  segment: number;
}

/** What came of a segment of another worker's item; empty where nothing did. */
export interface SegmentMessage {
  type: 'segment';
  item: number;
  segment: number;
  buffer: ArrayBuffer;
}

/** The bundle is at its end and the worker is free. */
export interface FinishedMessage {
  type: 'finished';
  /** Memory that the worker holds for its tokenizers, in bytes. */
  wasmBytes: number;
  /** True when the worker's memory has grown so much that a fresh one is the better choice. */
  worn: boolean;
}

export type WorkerMessage =
  | ProgressMessage
  | FindingsMessage
  | TapeMessage
  | IndexMessage
  | BytesMessage
  | InsightMessage
  | LookMessage
  | DigestedMessage
  | EntriesMessage
  | DoneMessage
  | AbortedMessage
  | FailedMessage
  | LookupMessage
  | KeepMessage
  | ReturnedMessage
  | DividedMessage
  | ClaimedMessage
  | SegmentMessage
  | FinishedMessage;

/** What the page says of a key that it was asked for. */
export const answers = {
  unknown: 0,
  /** The page has the result, and the item is settled. */
  known: 1,
  /** The page has the result, and wants the elements still. */
  elementsOnly: 2,
} as const;

/** What is posted: messages in the order they arose. Comlink's own messages are never arrays. */
export type Packet = WorkerMessage[];

/** Findings in one batch at most, so that no batch takes long to read on the page. */
export const findingsPerBatch = 200;

/** Archive entries in one batch at most, for the same reason. */
export const entriesPerBatch = 500;

/** The buffers of a packet, to be transferred rather than copied. */
export function transferables(packet: Packet): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const message of packet) {
    if ('buffer' in message) buffers.push(message.buffer);
    if (message.type === 'done' && message.order !== null) buffers.push(message.order);
  }
  return buffers;
}
