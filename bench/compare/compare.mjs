import { cpus, loadavg } from 'node:os';
import { memoryWord, table, timeWord } from '../results/table.mjs';
import { readBaseline } from './baseline.mjs';
import { confidence } from './bootstrap.mjs';
import { bounds, judge } from './judge.mjs';
import { measureMetrics, thoroughness } from './measure.mjs';

/** @typedef {import('./judge.mjs').Judgement} Judgement */
/** @typedef {import('./judge.mjs').Metric} Metric */

/** How many times the usual bounds the short form lets pass. */
const shortLeniency = 2;

/**
 * Compares this machine's measurements with a baseline and tells what changed.
 *
 * @param {string} file the baseline
 * @param {readonly ('node' | 'browser')[]} places
 * @returns {Promise<Judgement[]>}
 */
export async function compare(file, places) {
  const baseline = readBaseline(file);
  sayIfBusy();
  const metrics = await measureMetrics(places, thoroughness.full);
  const judgements = judge(metrics, known(baseline.metrics, places), { leniency: 1, share: 0.5 });
  tell(judgements, baseline, 1);
  return judgements;
}

/**
 * The same in short, in Node.js, with twice the bounds and by lower quartiles, which noise reaches
 * last. What seems worse is measured again, and longer, before it counts.
 *
 * @param {string} file
 * @returns {Promise<Judgement[]>}
 */
export async function compareInShort(file) {
  const baseline = readBaseline(file);
  sayIfBusy();
  const before = known(baseline.metrics, ['node']);
  const how = { leniency: shortLeniency, share: 0.25 };
  /** @param {import('./measure.mjs').Thoroughness} thorough */
  const judged = async (thorough) =>
    // What the short form leaves out is not gone.
    judge(await measureMetrics(['node'], thorough), before, how).filter(
      ({ verdict }) => verdict !== 'gone',
    );
  const first = await judged(thoroughness.short);
  if (!hasRegression(first)) {
    tell(first, baseline, shortLeniency);
    return first;
  }
  process.stdout.write('Something seems worse; measuring again, and longer.\n');
  const second = await judged(thoroughness.retry);
  const settled = second.map((judgement) =>
    judgement.verdict === 'worse' && !isWorse(first, judgement.id)
      ? { ...judgement, verdict: /** @type {const} */ ('same') }
      : judgement,
  );
  tell(settled, baseline, shortLeniency);
  return settled;
}

/**
 * Whether anything became worse.
 *
 * @param {readonly Judgement[]} judgements
 */
export function hasRegression(judgements) {
  return judgements.some(({ verdict }) => verdict === 'worse');
}

/** Figures of a busy machine are worth less, and whoever reads them should know. */
function sayIfBusy() {
  const [load = 0] = loadavg();
  const cores = cpus().length;
  if (load < cores / 2) return;
  process.stdout.write(
    `Other programs keep this machine busy (load ${load.toFixed(1)} on ${cores} cores): intervals will be wide.\n`,
  );
}

/** @param {readonly Judgement[]} judgements @param {string} id */
function isWorse(judgements, id) {
  return judgements.some((one) => one.id === id && one.verdict === 'worse');
}

/**
 * What of a baseline is about these places; memory is always.
 *
 * @param {readonly Metric[]} metrics
 * @param {readonly string[]} places
 */
function known(metrics, places) {
  return metrics.filter(({ id }) => {
    const [place = ''] = id.split(':', 1);
    return place === 'memory' || places.includes(place);
  });
}

/** @param {readonly Judgement[]} judgements @param {import('./baseline.mjs').Baseline} baseline @param {number} leniency */
function tell(judgements, { date, machine }, leniency) {
  const rows = judgements.map(({ id, direction, verdict, value, intervals, limit }) => [
    id,
    direction === 'memory' ? memoryWord(value) : timeWord(value),
    ...(intervals.length === 1
      ? [intervalWord(intervals[0]), '']
      : [0, 1].map((index) => intervalWord(intervals[index]))),
    `${limit.toFixed(2)}×`,
    verdict === 'same' ? '' : verdict,
  ]);
  const headings = ['', 'here', 'by the loop', 'by libxml2-wasm', 'limit', ''];
  const percent = (/** @type {number} */ share) => `${Math.round(share * leniency * 100)} %`;
  process.stdout.write(
    `\nAgainst ${machine.processor}, Node.js ${machine.node}, ${date.slice(0, 10)}: times and bytes as multiples of the baseline’s, ${confidence * 100} % intervals\n\n${table(headings, rows)}\n\n`,
  );
  process.stdout.write(
    `Worse is what lies beyond its limit with the whole interval, by both yardsticks: throughput ${percent(bounds.throughput)} down, time ${percent(bounds.time)} up, memory ${percent(bounds.memory)} up.\n`,
  );
  const count = (/** @type {Judgement['verdict']} */ verdict) =>
    judgements.filter((one) => one.verdict === verdict).length;
  process.stdout.write(
    `${count('worse')} worse, ${count('better')} better, ${count('same')} the same${count('new') + count('gone') > 0 ? `, ${count('new')} new, ${count('gone')} gone` : ''}\n`,
  );
}

/** @param {import('./bootstrap.mjs').Interval | undefined} interval */
function intervalWord(interval) {
  if (!interval) return '';
  const { ratio, low, high } = interval;
  return `${ratio.toFixed(2)}× [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}
