/**
 * Calls back a frame after an element has got a size, when it had none before: it came to the front.
 * @returns ends the watching
 */
export function onAppearing(element: HTMLElement, appeared: () => void): () => void {
  let hadSize = element.clientHeight > 0;
  let frame = 0;
  const observer = new ResizeObserver(() => {
    const hasSize = element.clientHeight > 0;
    if (hasSize && !hadSize) {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(appeared);
    }
    hadSize = hasSize;
  });
  observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
