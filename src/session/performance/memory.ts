/** Memory at one moment. */
export interface MemorySample {
  /** Milliseconds since the page was opened. */
  at: number;
  /** Of all workers' tokenizers, in bytes. */
  wasm: number;
  /** Of the page's JavaScript, in bytes; null where the browser does not say. */
  heap: number | null;
}

/** The heap that the page uses, in bytes, where the browser tells it (Chromium does). */
export function heapBytes(): number | null {
  const { memory } = performance as { memory?: { usedJSHeapSize?: unknown } };
  const used = memory?.usedJSHeapSize;
  return typeof used === 'number' ? used : null;
}
