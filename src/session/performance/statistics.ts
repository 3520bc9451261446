/** The middle of some values; NaN where there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/**
 * How likely it is, by chance alone, that values of `lower` lie as far below those of `higher` as
 * they do (Mann-Whitney U, normal approximation with correction for ties and continuity). From 0 to
 * 1; 1 where either is empty. It asks only which is larger, so single outliers count little.
 */
export function chanceOfLower(lower: readonly number[], higher: readonly number[]): number {
  const n = lower.length;
  const m = higher.length;
  if (n === 0 || m === 0) return 1;
  const all = [...lower.map((value) => [value, 1]), ...higher.map((value) => [value, 0])] as [
    number,
    number,
  ][];
  all.sort(([a], [b]) => a - b);
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.[0] === all[from]?.[0]) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1) if (all[at]?.[1] === 1) rankSum += rank;
    const tied = to - from;
    ties += tied ** 3 - tied;
    from = to;
  }
  const u = rankSum - (n * (n + 1)) / 2;
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (variance <= 0) return 1;
  return normalBelow((u + 0.5 - (n * m) / 2) / Math.sqrt(variance));
}

/** The share of a normal distribution below `z` (Abramowitz and Stegun 26.2.17, to 7.5e-8). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const weights = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = weights.reduceRight((inner, weight) => (inner + weight) * t, 0);
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
  return z < 0 ? tail : 1 - tail;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How much faster one way is than another. */
export interface Speedup {
  /** The usual one's time divided by the other's: 1.2 is twenty per cent more in the same time. */
  ratio: number;
  /** What the ratio is at least, with the confidence that was asked for. */
  atLeast: number;
}

const resamples = 2000;

/**
 * Compares two ways that were measured in turns: `usual[n]` and `other[n]` are of the same round, so
 * what slowed a whole round falls out. The ratio is the median of the rounds'; how sure it is comes
 * of drawing rounds anew again and again (bootstrap). Throws a RangeError without rounds.
 */
export function speedup(
  usual: readonly number[],
  other: readonly number[],
  confidence: number,
  random: () => number = randomFrom(1),
): Speedup {
  const ratios = usual.map((ms, round) => ms / (other[round] ?? NaN));
  if (ratios.length === 0 || other.length !== usual.length) {
    throw new RangeError('Ways are compared by rounds that both went through');
  }
  const medians = Array.from({ length: resamples }, () =>
    median(ratios.map(() => ratios[Math.floor(random() * ratios.length)] ?? NaN)),
  ).sort((a, b) => a - b);
  const atLeast = medians[Math.floor((1 - confidence) * resamples)] ?? NaN;
  return { ratio: median(ratios), atLeast };
}
