import type { Finding, Level } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { Source } from '../intake/source';
import type { SegmentHelp } from './segmentFeed';
import type { SchemaName, SegmentPlan } from './segmentPlan';
import type { SegmentResult } from './segmentReader';

export interface InspectOptions {
  /** How deep to check. */
  level: Level;
  /** Whether the elements are wanted too, as tape batches. */
  tape: boolean;
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
}

/**
 * The outcome for one source: a file's report, or, where the bytes turn out to be an archive, the
 * sources in it (and a report on the archive itself when something in it could not be opened).
 */
export type Inspection =
  | { type: 'file'; report: FileReport }
  | { type: 'archive'; entries: Source[]; report: FileReport | null };

/**
 * Anything that can inspect a source: the engine itself, and the worker pool in front of many of
 * them. Rejects with an `AbortError` when the signal fires, and otherwise never: what goes wrong
 * with a source is a finding in its report.
 */
export interface Inspector {
  inspect(
    source: Source,
    options: InspectOptions,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<Inspection>;
  /** Reads a segment for an inspector that inspects the source. Null where it cannot be read. */
  readSegment?(job: SegmentJob, signal: AbortSignal): Promise<SegmentResult | null>;
}
