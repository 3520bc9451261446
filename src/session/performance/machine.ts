import type { PriorityInspector } from '../checks.svelte';

/** What the workers are doing. */
export interface MachineStats {
  /** Workers that there may be, and those that there are. */
  size: number;
  workers: number;
  busy: number;
  /** Files that no worker has begun, and those that one has. */
  waiting: number;
  running: number;
  /** Files that came to an end of their own, and how many of these were known before. */
  done: number;
  cached: number;
  crashed: number;
  /** Workers ended because they did not hear that a file was cancelled. */
  killed: number;
  /** Memory of each worker's tokenizers, in bytes. */
  wasmBytes: readonly number[];
}

/** How the work is done: what tuning may change. */
export interface Tuning {
  workers: number;
  /** Bytes given to the tokenizer at once. */
  chunkBytes: number;
}

/** What was kept of a tuning, or null where it is of another shape than today's. */
export function asTuning(value: unknown): Tuning | null {
  if (typeof value !== 'object' || value === null) return null;
  const { workers, chunkBytes } = value as Partial<Record<keyof Tuning, unknown>>;
  return isWhole(workers, 1, 64) && isWhole(chunkBytes, 1024, 16 * 1024 * 1024)
    ? { workers, chunkBytes }
    : null;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** The workers, as far as the performance page deals with them. */
export interface Machine extends PriorityInspector {
  /** What is used unless a person, or tuning, has said otherwise. */
  readonly usual: Tuning;
  stats(): MachineStats;
  resize(workers: number): void;
  setChunkBytes(bytes: number | null): void;
}
