/**
 * Puts many requests together into one call per animation frame. Where no frames are drawn (a tab
 * in the background) a timer takes over, so that work does not pile up unseen.
 */
export function perFrame(run: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    const go = (): void => {
      if (!waiting) return;
      waiting = false;
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      run();
    };
    const frame = requestAnimationFrame(go);
    const timer = setTimeout(go, 250);
  };
}
