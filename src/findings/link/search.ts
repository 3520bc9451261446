/** What is tried first: few things are often all there are. */
const firstStep = 32;

/**
 * The largest number from 0 to `count` that fits, where all below one that fits do. Larger numbers
 * cost more to try, so it feels its way up. That 0 fits is taken as given.
 */
export function largestThatFits(count: number, fits: (number: number) => boolean): number {
  let low = 0;
  let high = count + 1;
  for (let step = firstStep; high - low > 1; step *= 2) {
    const next = Math.min(low + step, high - 1);
    if (fits(next)) low = next;
    else {
      high = next;
      break;
    }
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
