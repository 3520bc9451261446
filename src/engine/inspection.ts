import type { Finding, Level } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { Insight } from '../rules/insight';
import type { Digest, Neighbours } from '../rules/neighbours';
import type { CheckSettings } from '../rules/settings';
import type { Source } from '../intake/source';
import type { SegmentHelp } from './segmentFeed';
import type { SchemaName, SegmentPlan } from './segmentPlan';
import type { SegmentResult } from './segmentReader';
import type { RunTiming } from './timing';

export interface InspectOptions {
  /** How deep to check. */
  level: Level;
  /** What of it is wanted, and how bad it is; unless told, `standardSettings`. */
  settings?: CheckSettings;
  /** Whether the elements are wanted too: as tape batches, or, of a large document, as an index. */
  tape: boolean;
  /**
   * Bytes that are given to the tokenizer at once, at most: a whole number above 0. Unless told,
   * `usualChunkBytes`. It changes how long a piece of work takes, never what is found.
   */
  chunkBytes?: number;
  /** Whether the timing is to tell apart what the tokenizer does in one pass; takes some 20 ms. */
  detail?: boolean;
  /** Bytes of (unpacked) content from which on there is an index instead of a tape. */
  tapeLimit?: number;
  /** Bytes of memory that checking a source may take. Reaching it is a finding. */
  memoryLimit?: number;
  /** Only this part of the source is wanted: nothing is checked, and the report is bare. */
  region?: Region;
  /**
   * Only the elements at these byte offsets into the (unpacked) file are wanted, which ascend; the
   * same holds. `events.bytes` is told, once, their paths in this order: an array in JSON of texts as
   * `Finding.element` has them, and of null where no element is.
   */
  elementsAt?: Uint32Array<ArrayBuffer>;
}

export const defaultTapeLimit = 64_000_000;
export const defaultMemoryLimit = 1_000_000_000;

/** A part of a document that is read again, as its sparse index places it. */
export interface Region {
  /**
   * Its tape, or its bytes in UTF-8. A tape needs a region that begins where the index lets it, or at
   * the document's start. `matches`: where `query` stands in it, as offsets into the UTF-8 form (64-bit
   * floats), ignoring the case of A to Z.
   */
  want: 'tape' | 'bytes' | 'matches';
  query?: string;
  /** Byte offsets into the (unpacked) file; `end` is exclusive. */
  start: number;
  end: number;
  /** Where the region begins in the document's UTF-8 form, and in lines and columns. */
  text: number;
  line: number;
  column: number;
}

/** What can be told while a source is still being read. */
export interface InspectEvents {
  /** Bytes read of the (unpacked) content so far, and how many there will be if that is known. */
  progress?(bytes: number, total: number | null): void;
  /** Findings in document order of discovery; each is told once and also stands in the report. */
  findings?(batch: Finding[]): void;
  /** A self-contained piece of the tape (see `wasm/README.md`), to be transferred. */
  tape?(batch: ArrayBuffer): void;
  /**
   * A self-contained piece of a large document's sparse index (see `src/tape/index/layout.ts`), to be
   * transferred. Once one has come there is no more tape, and the tape so far is to be forgotten.
   */
  index?(batch: ArrayBuffer): void;
  /** The files around the document, where they can be asked for. */
  neighbours?: Neighbours;
  /** What was learnt of the document besides findings; told once, before the report. */
  insight?(insight: Insight): void;
  /** The bytes or matches of the region that was asked for, piece by piece; or paths of elements. */
  bytes?(piece: ArrayBuffer): void;
  /**
   * A document that may be read in segments, by several at once, is about to be read: whoever can
   * help says how it is to be cut. Null where nobody does.
   */
  help?(document: DividedDocument): { plan: SegmentPlan; help: SegmentHelp } | null;
}

/** A document that may be read in segments. */
export interface DividedDocument {
  /** Bytes of the file. */
  size: number;
  /** What it is checked against; null where only its syntax is. */
  schema: SchemaName | null;
  /** Whether its sparse index is wanted too. */
  index: boolean;
}

/** A segment of a source to be read ahead of it. */
export interface SegmentJob {
  source: Source;
  schema: SchemaName | null;
  /** Byte offsets between which the segment begins, and from which on the next one does. */
  start: number;
  end: number;
  /** Nothing follows the segment. */
  last: boolean;
  /** Whether entries of the document's sparse index are wanted. */
  index: boolean;
}

/**
 * The outcome for one source: a file's report (how long it took, where it was checked; and, where the
 * files around it were asked for, the number of the state of them that its findings hold for), or, where
 * the bytes turn out to be an archive, the sources in it (and a report on the archive itself when
 * something in it could not be opened).
 */
export type Inspection =
  | { type: 'file'; report: FileReport; timing?: RunTiming; epoch?: number }
  | { type: 'archive'; entries: Source[]; report: FileReport | null };

/**
 * Anything that can inspect a source: the engine itself, and the worker pool in front of many of
 * them. Rejects with an `AbortError` when the signal fires, and otherwise never: what goes wrong
 * with a source is a finding in its report.
 */
export interface Inspector {
  /** Bytes of memory that the last inspection took, where that is known. */
  readonly memoryBytes?: number;
  /** Bytes of memory that it holds at present for the next one. */
  readonly heldBytes?: number;
  inspect(
    source: Source,
    options: InspectOptions,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<Inspection>;
  /** Reads a segment for an inspector that inspects the source. Null where it cannot be read. */
  readSegment?(job: SegmentJob, signal: AbortSignal): Promise<SegmentResult | null>;
  /**
   * Makes what other documents need to know of a source, also while it inspects one. Null where there
   * is nothing to know, or the source cannot be read.
   */
  digest?(source: Source, signal: AbortSignal): Promise<Digest | null>;
}
