import { stages, type Stage } from '../../engine/timing';
import type { Budgets } from './budgets';
import type { Percentiles } from './percentiles';
import type { PastSample } from '../../store/past';
import { rateOf, type Run } from './run';
import type { MachineStats } from './machine';
import type { MemorySample } from './memory';

/** The layout of the export; another number is another layout. */
export const exportVersion = 1;

/** What goes into an export. */
export interface ExportFacts {
  /** When it is made. */
  at: Date;
  engine: string;
  userAgent: string;
  cores: number;
  simd: boolean;
  settings: { workers: number; chunkBytes: number; tuned: boolean };
  budgets: Budgets;
  runs: readonly Run[];
  totals: { files: number; kept: number; broken: number; bytes: number };
  file: Percentiles | null;
  byStage: Readonly<Record<Stage, Percentiles | null>>;
  bySize: readonly { key: string; ms: Percentiles; medianRate: number | null }[];
  seconds: readonly { second: number; bytes: number; files: number }[];
  memory: readonly MemorySample[];
  pool: MachineStats | null;
  cache: { entries: number; bytes: number; budget: number; hits: number; misses: number } | null;
  past: ReadonlyMap<string, readonly PastSample[]>;
  remarks: readonly string[];
}

/**
 * The figures of the page as JSON (`README.md` beside this file draws its shape). Milliseconds and
 * bytes throughout; no name and no content of any file.
 */
export function performanceExport(facts: ExportFacts): string {
  const { at, runs, past, seconds, memory, ...rest } = facts;
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const exported = {
    scrutineerPerformance: exportVersion,
    at: at.toISOString(),
    ...rest,
    runs: runs.map((run) => ({
      series: run.series.key,
      outcome: run.outcome,
      bytes: run.bytes,
      elements: run.elements,
      findings: run.findings,
      endedAt: round(run.endedAt),
      queued: round(run.queued),
      split: run.split,
      times: Object.fromEntries(stages.map((stage) => [stage, round(run.times[stage])])),
      bytesPerSecond: rateOf(run),
      wasmBytes: run.wasmBytes,
    })),
    throughput: seconds.filter(({ bytes, files }) => bytes > 0 || files > 0),
    memory: memory.map((sample) => ({ ...sample, at: round(sample.at) })),
    past: Object.fromEntries(past),
  };
  return JSON.stringify(exported, null, 2);
}
