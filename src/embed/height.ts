/** Pixels that the viewer asks for at least: less shows next to nothing of the source. */
const atLeast = 320;

/**
 * Pixels at which all rows of the list of findings would be seen, or null where that cannot be told:
 * another pane is in front, or a part that is as high as the page lets it be.
 */
export function wantedHeight(page: HTMLElement): number | null {
  const list = page.querySelector<HTMLElement>('[data-pane="findings"]');
  if (!list) return atLeast;
  const rows = list.firstElementChild;
  if (!list.checkVisibility() || !(rows instanceof HTMLElement)) return null;
  return Math.max(atLeast, page.offsetHeight - list.clientHeight + rows.offsetHeight);
}
