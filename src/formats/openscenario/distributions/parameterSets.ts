import type { FactTable } from '../../../rules/insight';
import type { Model } from '../model/model';
import { listsOf, runsOf, type ValueList } from './deterministic';
import { seededRandom } from './random';
import { stochasticOf, type Stochastic } from './stochastic';

/** How many sets are listed. */
const mostSets = 100;

/** The seed where the file gives none, so that everybody sees the same samples. */
const fixedSeed = 1;

/** What stands for a value that the scenario's own one is kept for. */
const kept = '';
/** What stands for a value that cannot be known here. */
const notKnown = '?';

/**
 * The first concrete parameter sets of a parameter value distribution, one a row; `null` for other
 * documents. Those of a deterministic one are exact, those of a stochastic one are samples.
 */
export function parameterSets(model: Model): FactTable | null {
  if (model.kind !== 'distribution') return null;
  const stochastic = stochasticOf(model);
  if (stochastic !== null) return sampled(stochastic);
  const lists = listsOf(model);
  return lists.length === 0 ? null : combined(lists);
}

function combined(lists: readonly ValueList[]): FactTable {
  const runs = runsOf(lists);
  const shown = Number.isNaN(runs) ? 1 : Math.min(runs, mostSets);
  const rows = Array.from({ length: shown }, (_, run) => combination(lists, run));
  return {
    title: 'Parameter sets',
    summary: Number.isNaN(runs)
      ? 'The number of runs cannot be known here; this is the first of them.'
      : `${countOf(runs)}, exactly as they follow from the distributions${moreThan(runs)}.`,
    columns: ['Run', ...lists.flatMap(({ parameters }) => parameters)],
    rows: rows.map((values, run) => [String(run + 1), ...values]),
  };
}

/** The values of one run: the last list goes through its values first, as nested loops would. */
function combination(lists: readonly ValueList[], run: number): string[] {
  const picks: string[][] = [];
  let left = run;
  for (const list of lists.toReversed()) {
    if (Number.isNaN(list.count)) {
      picks.push(list.parameters.map(() => notKnown));
      continue;
    }
    picks.push(list.valuesAt(left % list.count).map((value) => value ?? kept));
    left = Math.floor(left / list.count);
  }
  return picks.toReversed().flat();
}

function sampled({ runs, seed, parameters }: Stochastic): FactTable {
  const random = seededRandom(seed ?? fixedSeed);
  const shown = Number.isNaN(runs) ? 0 : Math.min(runs, mostSets);
  const rows = Array.from({ length: shown }, (_, run) => [
    String(run + 1),
    ...parameters.map(({ draw }) => draw?.(random) ?? notKnown),
  ]);
  const origin = seed === null ? 'a fixed seed' : `the seed ${seed}`;
  return {
    title: 'Parameter sets (samples)',
    summary: Number.isNaN(runs)
      ? 'The number of runs cannot be known here.'
      : `${countOf(runs)}; samples drawn with ${origin}, others than a simulator draws${moreThan(runs)}.`,
    columns: ['Run', ...parameters.map(({ parameter }) => parameter)],
    rows,
  };
}

function countOf(runs: number): string {
  return runs === 1 ? '1 run' : `${runs.toLocaleString('en')} runs`;
}

function moreThan(runs: number): string {
  return runs > mostSets ? `; the first ${mostSets} are shown` : '';
}
