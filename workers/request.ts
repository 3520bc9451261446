import type { InspectEvents, Inspection, InspectOptions } from '../src/engine/inspection';
import type { Finding } from '../src/findings/finding';
import type { FileReport } from '../src/findings/report';
import type { Source } from '../src/intake/source';

/** How deep to check, and how soon: among waiting requests the highest priority goes first. */
export interface PoolOptions extends InspectOptions {
  /** Leaves the store aside: what is measured must be checked, and need not be kept. */
  fresh?: boolean;
  /** 0 unless told. Above 0 the request also may start one worker beyond the pool's size. */
  priority?: number;
}

/** What the pool knows of one call of `inspect`. */
export interface Request {
  readonly id: number;
  readonly source: Source;
  readonly options: PoolOptions;
  readonly events: InspectEvents;
  readonly signal: AbortSignal;
  readonly priority: number;
  /** When it was asked for (`performance.now()`). */
  readonly askedAt: number;
  /** Bytes to be read, as far as is known before reading. */
  readonly weight: number;
  readonly resolve: (inspection: Inspection) => void;
  readonly reject: (error: unknown) => void;
  /** True once resolved or rejected, which happens once. */
  settled: boolean;
  /** Travels in a bundle of its own, because it may have brought a worker down. */
  alone: boolean;
  /** False when a kept result turned out to be damaged. */
  cache: boolean;
  /** Findings told to the caller; when the request has to run again, as many are not told again. */
  readonly told: Finding[];
  /** What has come in during the present run. */
  findings: Finding[];
  toldThisRun: number;
  entries: Source[];
  /** The kept report, where the worker is only to bring the elements to it. */
  kept: FileReport | null;
}

/** Forgets what a run brought in, because there will be another. What was told stays told. */
export function resetRun(request: Request): void {
  request.findings = [];
  request.toldThisRun = 0;
  request.entries = [];
  request.kept = null;
}

/** The error that an aborted call rejects with, whatever reason its signal carries. */
export function abortError(): DOMException {
  return new DOMException('The check was cancelled', 'AbortError');
}

/** How many bytes a source is likely to take, for the order of the queue. */
export function weightOf(source: Source): number {
  if (source.size !== null) return source.size;
  const { bytes } = source;
  const stored = bytes instanceof Blob ? bytes.size : bytes.end - bytes.start;
  // Markup shrinks to about a tenth; a guess is enough to put it in order.
  return source.packing === 'none' ? stored : stored * 10;
}
