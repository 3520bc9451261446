/** The shortest time that the page's clock can tell, in milliseconds, as far as a moment shows. */
export function clockTick(): number {
  let shortest = Infinity;
  const until = performance.now() + 2;
  for (let last = performance.now(); last < until;) {
    const now = performance.now();
    if (now > last) shortest = Math.min(shortest, now - last);
    last = now;
  }
  return shortest === Infinity ? 2 : shortest;
}
