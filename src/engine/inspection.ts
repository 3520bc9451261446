import type { Finding, Level } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { Source } from '../intake/source';

export interface InspectOptions {
  /** How deep to check. */
  level: Level;
  /** Whether the elements are wanted too, as tape batches. */
  tape: boolean;
  /**
   * Bytes that are given to the tokenizer at once, at most: a whole number above 0. Unless told,
   * `usualChunkBytes`. It changes how long a piece of work takes, never what is found.
   */
  chunkBytes?: number;
}

/** What can be told while a source is still being read. */
export interface InspectEvents {
  /** Bytes read of the (unpacked) content so far, and how many there will be if that is known. */
  progress?(bytes: number, total: number | null): void;
  /** Findings in document order of discovery; each is told once and also stands in the report. */
  findings?(batch: Finding[]): void;
  /** A self-contained piece of the tape (see `wasm/README.md`), to be transferred. */
  tape?(batch: ArrayBuffer): void;
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
}
