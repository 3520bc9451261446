import type { Source } from '../../intake/source';
import type { RunTiming } from '../../engine/timing';
import type { FileReport } from '../../findings/report';
import type { Machine, Tuning } from './machine';
import { workerMs } from './run';
import { median, speedup, type Speedup } from './statistics';

/** How much faster another way must be to be kept, at the least. */
export const worthKeeping = 1.1;

/** How sure it must be that none of the ways that are kept is kept by chance. */
export const tuneConfidence = 0.95;

/** Chunk sizes that are tried, in bytes. */
export const chunkSizes = [64 * 1024, 256 * 1024, 1024 * 1024] as const;

const fewestRounds = 9;
const mostRounds = 21;

/** Past so many milliseconds a kind of measuring ends with the rounds it has. */
const patience = 6000;

/** What one way came to. */
export interface TuneOption {
  /** Bytes of a chunk, or number of workers. */
  value: number;
  /** Median, in milliseconds. */
  ms: number;
  /** Bytes a second. */
  rate: number;
  /** Compared with the usual way; null for that itself. */
  speedup: Speedup | null;
  /** Whether it is provably faster by a tenth. */
  proven: boolean;
}

/** What was measured, and what is best kept. */
export interface TuneResult {
  bytes: number;
  rounds: { chunks: number; workers: number };
  chunks: readonly TuneOption[];
  workers: readonly TuneOption[];
  usual: Tuning;
  best: Tuning;
}

export interface TuneProgress {
  step: 'warming' | 'chunks' | 'workers';
  /** Share of the step, from 0 to 1. */
  share: number;
}

export interface TunePlan {
  source: Source;
  /** Numbers of workers to try, the usual one among them. */
  workerCounts: readonly number[];
}

/** Numbers of workers that are worth trying on a machine that runs so many at once. */
export function workerCountsFor(cores: number): number[] {
  const counts = [1, Math.round(cores / 2), cores - 1, cores, cores + 1];
  return [...new Set(counts)].filter((count) => count >= 1 && count <= 16).sort((a, b) => a - b);
}

/**
 * Measures chunk sizes and numbers of workers on one source, each round trying every way once, in an
 * order that changes, and says which is best. Leaves the machine with the number of workers that it
 * found; the caller sets what is to stay. Rejects with an AbortError, and with an Error where the
 * results differ from one way to another, which must not be.
 */
export async function tune(
  machine: Machine,
  { source, workerCounts }: TunePlan,
  signal: AbortSignal,
  progress: (progress: TuneProgress) => void = () => undefined,
  now: () => number = () => performance.now(),
): Promise<TuneResult> {
  const { usual } = machine;
  const counts = [...new Set([...workerCounts, usual.workers])].sort((a, b) => a - b);
  const sizes = [...new Set([...chunkSizes, usual.chunkBytes])].sort((a, b) => a - b);
  const most = counts.at(-1) ?? usual.workers;
  const check = checkerOf(machine, source, signal);
  machine.resize(most);
  progress({ step: 'warming', share: 0 });
  // Twice over: workers start, and code gets warm.
  for (let time = 0; time < 2; time++) {
    await inFlight(most, most * 2, () => check(usual.chunkBytes));
    progress({ step: 'warming', share: (time + 1) / 2 });
  }
  const others = sizes.length - 1 + counts.length - 1;
  const confidence = 1 - (1 - tuneConfidence) / Math.max(1, others);
  const bytes = (await check(usual.chunkBytes)).report.size;

  const byChunk = await rounds(
    sizes,
    now,
    signal,
    async (size) => {
      const { timing, ms } = await check(size);
      return timing ? workerMs(timing) : ms;
    },
    (share) => progress({ step: 'chunks', share }),
  );
  const chunks = optionsOf(byChunk, usual.chunkBytes, bytes, confidence);

  const files = most * 2;
  const byCount = await rounds(
    counts,
    now,
    signal,
    async (count) => {
      const started = now();
      await inFlight(count, files, () => check(usual.chunkBytes));
      return now() - started;
    },
    (share) => progress({ step: 'workers', share }),
  );
  const workers = optionsOf(byCount, usual.workers, bytes * files, confidence);

  return {
    bytes,
    rounds: { chunks: roundsOf(byChunk), workers: roundsOf(byCount) },
    chunks,
    workers,
    usual,
    best: {
      chunkBytes: bestOf(chunks) ?? usual.chunkBytes,
      workers: bestOf(workers) ?? usual.workers,
    },
  };
}

type Check = (chunkBytes: number) => Promise<{
  report: FileReport;
  timing: RunTiming | undefined;
  ms: number;
}>;

/** Checks the source anew each time, and sees to it that the result is always the same. */
function checkerOf(machine: Machine, source: Source, signal: AbortSignal): Check {
  let first: string | null = null;
  return async (chunkBytes) => {
    const started = performance.now();
    const options = { level: 'structure', tape: false, fresh: true, chunkBytes } as const;
    const inspection = await machine.inspect(source, options, {}, signal);
    const ms = performance.now() - started;
    if (inspection.type !== 'file') throw new Error('An archive cannot be measured with');
    const { verdict, counts, size, elements } = inspection.report;
    const result = JSON.stringify([verdict, counts, size, elements]);
    first ??= result;
    if (result !== first) throw new Error('The same file had two results');
    return { report: inspection.report, timing: inspection.timing, ms };
  };
}

/** Runs a task so many times, a number of them at once. */
async function inFlight(
  atOnce: number,
  times: number,
  task: () => Promise<unknown>,
): Promise<void> {
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < times) {
      begun += 1;
      await task();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, times) }, lane));
}

/** Measures each way once a round, beginning with another one each time. */
async function rounds(
  ways: readonly number[],
  now: () => number,
  signal: AbortSignal,
  measure: (way: number) => Promise<number>,
  progress: (share: number) => void,
): Promise<Map<number, number[]>> {
  const measured = new Map<number, number[]>(ways.map((way) => [way, []]));
  const until = now() + patience;
  for (let round = 0; round < mostRounds; round++) {
    if (round >= fewestRounds && now() > until) break;
    for (let turn = 0; turn < ways.length; turn++) {
      signal.throwIfAborted();
      const way = ways[(turn + round) % ways.length] ?? 0;
      measured.get(way)?.push(await measure(way));
    }
    progress((round + 1) / mostRounds);
  }
  return measured;
}

function roundsOf(measured: ReadonlyMap<number, readonly number[]>): number {
  return [...measured.values()][0]?.length ?? 0;
}

function optionsOf(
  measured: ReadonlyMap<number, readonly number[]>,
  usual: number,
  bytes: number,
  confidence: number,
): TuneOption[] {
  const usualTimes = measured.get(usual) ?? [];
  return [...measured].map(([value, times]) => {
    const ms = median(times);
    const faster = value === usual ? null : speedup(usualTimes, times, confidence);
    const proven = faster !== null && faster.atLeast >= worthKeeping;
    return { value, ms, rate: (bytes / ms) * 1000, speedup: faster, proven };
  });
}

/** The fastest of those that are provably faster than the usual way. */
function bestOf(options: readonly TuneOption[]): number | null {
  let best: TuneOption | null = null;
  for (const option of options) {
    if (!option.proven) continue;
    if (!best || (option.speedup?.ratio ?? 0) > (best.speedup?.ratio ?? 0)) best = option;
  }
  return best?.value ?? null;
}
