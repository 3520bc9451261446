import type { PastSample } from '../../store/past';
import { chanceOfLower, median } from './statistics';

/** Samples that are kept of a series, and those of them that one visit may bring. */
export const mostSamples = 200;
export const mostOfVisit = 20;

/** The latest ones, which are compared with all others. */
const recentSamples = 9;
const fewestRecent = 7;
const fewestPast = 15;

/** Slower by less than this is not worth a word. */
const worthTelling = 0.2;

/** How likely it may be that chance alone makes them so much slower. */
const mostChance = 0.01;

/** How the latest runs of a series compare with those before. */
export interface Comparison {
  /** Medians, in bytes a second. */
  now: number;
  before: number;
  /** How many of each there are. */
  recent: number;
  past: number;
  /** `now` against `before`: -0.3 is thirty per cent slower. */
  change: number;
  slower: boolean;
  /** Whether the engine is another than that of most earlier runs. */
  engineChanged: boolean;
}

/**
 * Compares the latest runs with this machine's own past; null as long as there are too few of either.
 * `slower` is said only of what is at least a fifth slower and would hardly be so by chance.
 */
export function compareWithPast(samples: readonly PastSample[]): Comparison | null {
  const recent = samples.slice(-recentSamples);
  const past = samples.slice(0, -recentSamples);
  if (recent.length < fewestRecent || past.length < fewestPast) return null;
  const rates = (some: readonly PastSample[]): number[] => some.map(({ rate }) => rate);
  const now = median(rates(recent));
  const before = median(rates(past));
  const change = now / before - 1;
  const engine = recent.at(-1)?.engine;
  const others = past.filter((sample) => sample.engine !== engine).length;
  return {
    now,
    before,
    recent: recent.length,
    past: past.length,
    change,
    slower: change <= -worthTelling && chanceOfLower(rates(recent), rates(past)) < mostChance,
    engineChanged: others * 2 > past.length,
  };
}
