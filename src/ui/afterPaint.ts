/**
 * Calls back in a task of its own after the next paint, so that what is costly to show comes once
 * the rest is on the screen; where nothing is painted (a tab in the background), after a while all
 * the same. Returns a function that takes the call back.
 */
export function afterPaint(call: () => void): () => void {
  let timer = setTimeout(call, 500);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(call);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Calls back when the page has had nothing to do for a while, at the latest after three seconds. */
export function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(call, { timeout: 3000 });
  else setTimeout(call, 1000);
}
