/** Gives numbers from 0 up to but not including 1. */
export type Random = () => number;

/**
 * Random numbers that are the same for the same seed on every machine (mulberry32, a generator with
 * 32 bits of state, in the public domain). For showing samples, not for statistics.
 */
export function seededRandom(seed: number): Random {
  let state = bitsOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 32 bits that depend on all of a double's. */
function bitsOf(seed: number): number {
  const [low = 0, high = 0] = new Uint32Array(new Float64Array([seed]).buffer);
  return Math.imul(low ^ 0x9e3779b9, 0x85ebca6b) ^ high;
}

/** A number from a range, each as likely as any other. */
export function uniform(random: Random, lower: number, upper: number): number {
  return lower + random() * (upper - lower);
}

/** A number from a normal distribution (Box and Muller's way). */
export function normal(random: Random, mean: number, variance: number): number {
  const distance = Math.sqrt(-2 * Math.log(1 - random()));
  return mean + Math.sqrt(variance) * distance * Math.cos(2 * Math.PI * random());
}

/** From here on a Poisson distribution is close to a normal one, and counting it out gets slow. */
const manyEvents = 200;

/** A whole number from a Poisson distribution (Knuth's way, or by a normal one for many events). */
export function poisson(random: Random, mean: number): number {
  if (mean > manyEvents) return Math.max(0, Math.round(normal(random, mean, mean)));
  const limit = Math.exp(-mean);
  let events = 0;
  for (let product = random(); product > limit; product *= random()) events++;
  return events;
}

/** An index into weights, each as likely as its weight says; none below 0, and a sum above it. */
export function weighted(random: Random, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let left = random() * sum;
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.findLastIndex((weight) => weight > 0) : found;
}
