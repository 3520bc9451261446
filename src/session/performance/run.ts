import {
  noTimes,
  totalOf,
  type RuleTime,
  type RunTiming,
  type StageTimes,
} from '../../engine/timing';
import type { FileReport } from '../../findings/report';
import { seriesOf, type Series } from './sizeClass';

/** How a file came to its result: checked, known from before, or given up because the engine broke. */
export type RunOutcome = 'checked' | 'kept' | 'broken';

/** One file's way through the engine and onto the screen. */
export interface Run {
  /** Counts runs since the page was opened. */
  id: number;
  /** For the screen alone: it leaves with no export. */
  path: string;
  outcome: RunOutcome;
  /** Unpacked. */
  bytes: number;
  elements: number;
  findings: number;
  series: Series;
  /** Milliseconds by stage. */
  times: StageTimes;
  /** The rules that took longest, where they were measured one by one. */
  rules: readonly RuleTime[];
  /** Whether stages were measured: not of what was known before, nor of what no pack reads. */
  measured: boolean;
  /** Whether decoding, tokenizing and structure were told apart. */
  split: boolean;
  /** Milliseconds of waiting for a worker. */
  queued: number;
  /** Memory that the tokenizer held at the end, in bytes. */
  wasmBytes: number;
  /** When it was shown, in milliseconds since the page was opened. */
  endedAt: number;
}

/** What is known of a file that has just been shown. */
export interface ShownFile {
  path: string;
  /** `null` where the check itself failed. */
  report: FileReport | null;
  timing: RunTiming | undefined;
  /** Whether its elements were wanted. */
  elements: boolean;
  /** Milliseconds from its result to the screen. */
  paint: number;
  /** In milliseconds since the page was opened. */
  shownAt: number;
}

/** Makes a run of a file that has been shown. */
export function runOf(id: number, file: ShownFile): Run {
  const { report, timing } = file;
  const times = timing ? { ...timing.times, paint: file.paint } : noTimes();
  if (!timing && report) {
    times[report.cached === true ? 'recall' : 'other'] = report.ms;
    times.paint = file.paint;
  }
  const bytes = report?.size ?? 0;
  return {
    id,
    path: file.path,
    outcome: outcomeOf(file),
    bytes,
    elements: report?.elements ?? 0,
    findings: (report?.findings.length ?? 0) + (report?.omitted ?? 0),
    series: seriesOf(bytes, file.elements, times.unpack > 0),
    times,
    rules: timing?.rules ?? [],
    measured: timing !== undefined && report?.cached !== true,
    split: timing?.split ?? false,
    queued: timing?.queued ?? 0,
    wasmBytes: timing?.wasmBytes ?? 0,
    endedAt: file.shownAt,
  };
}

function outcomeOf({ report, timing }: ShownFile): RunOutcome {
  if (report?.cached === true) return 'kept';
  const broke = report?.findings.some(({ rule }) => rule.startsWith('scrutineer:engine:'));
  return !report || (broke === true && !timing) ? 'broken' : 'checked';
}

/** Milliseconds that the worker had the file: everything but the way to the page and the screen. */
export function workerMs({ times }: Pick<Run, 'times'>): number {
  return totalOf(times) - times.transfer - times.paint;
}

/** Clocks in a page tick every tenth of a millisecond or so; nothing is said to take less than half. */
const shortestMs = 0.05;

/** Bytes a second at which the worker got through the file; null where there is nothing to tell. */
export function rateOf(run: Run): number | null {
  if (!run.measured || run.bytes === 0) return null;
  return (run.bytes / Math.max(workerMs(run), shortestMs)) * 1000;
}
