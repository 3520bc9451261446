import type { Stage } from '../../engine/timing';
import type { Budgets } from './budgets';
import type { Comparison } from './past';
import type { Series } from './sizeClass';

/** What a share of files (`quantile`, from 0 to 1) does not exceed, in milliseconds a megabyte. */
export interface TimePerMegabyte {
  ms: number;
  quantile: number;
}

/** Something that is slower, larger or less reliable than it should be, in figures. */
export type Remark =
  | { kind: 'regression'; series: Series; comparison: Comparison }
  | {
      kind: 'time';
      time: TimePerMegabyte;
      /** Milliseconds a megabyte. */
      budget: number;
      /** The stage that takes most of the time, and its share of it. */
      stage: Stage;
      share: number;
    }
  | { kind: 'memory'; bytes: number; budget: number }
  | { kind: 'broken'; files: number; of: number; budget: number };

/** What remarks are made of. */
export interface Facts {
  budgets: Budgets;
  /** By series, where there is enough to compare. */
  comparisons: readonly { series: Series; comparison: Comparison }[];
  /** Over files of a megabyte and more. */
  perMegabyte: TimePerMegabyte | null;
  /** Milliseconds by stage over the same files. */
  stageTotals: Readonly<Record<Stage, number>>;
  /** The most memory that was seen, in bytes. */
  memory: number;
  broken: number;
  files: number;
}

/** What a person should be told, worst first. */
export function remarksOn(facts: Facts): Remark[] {
  const { budgets, broken, files, memory, perMegabyte: time } = facts;
  const remarks: Remark[] = [];
  if (files > 0 && broken / files > budgets.broken) {
    remarks.push({ kind: 'broken', files: broken, of: files, budget: budgets.broken });
  }
  for (const { series, comparison } of facts.comparisons) {
    if (comparison.slower) remarks.push({ kind: 'regression', series, comparison });
  }
  if (time !== null && time.ms > budgets.msPerMegabyte) {
    const budget = budgets.msPerMegabyte;
    remarks.push({ kind: 'time', time, budget, ...dominant(facts.stageTotals) });
  }
  if (memory > budgets.memory) {
    remarks.push({ kind: 'memory', bytes: memory, budget: budgets.memory });
  }
  return remarks;
}

/** The stage, of those in the worker, that takes the most time. */
function dominant(totals: Readonly<Record<Stage, number>>): { stage: Stage; share: number } {
  const inWorker = (Object.entries(totals) as [Stage, number][]).filter(
    ([stage]) => stage !== 'transfer' && stage !== 'paint',
  );
  const all = inWorker.reduce((sum, [, ms]) => sum + ms, 0);
  const [stage, ms] = inWorker.reduce((most, one) => (one[1] > most[1] ? one : most));
  return { stage, share: all > 0 ? ms / all : 0 };
}
