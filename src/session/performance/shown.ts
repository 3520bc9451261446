import type { SettledFile } from '../checks.svelte';
import type { ShownFile } from './run';

/**
 * Calls back once the next frame has been drawn, which is when a person sees the results, with how
 * long each took to get there. In a tab that is not drawn, with what went by until then.
 */
export function whenShown(files: readonly SettledFile[], call: (shown: ShownFile[]) => void): void {
  let told = false;
  const tell = (): void => {
    if (told) return;
    told = true;
    const shownAt = performance.now();
    call(
      files.map(({ entry, timing, elements, at }) => ({
        path: entry.path,
        report: entry.report,
        timing,
        elements,
        paint: shownAt - at,
        shownAt,
      })),
    );
  };
  // A frame's callbacks come before it is drawn; a task that they ask for comes after.
  const timer = setTimeout(tell, 250);
  requestAnimationFrame(() => {
    clearTimeout(timer);
    setTimeout(tell);
  });
}
