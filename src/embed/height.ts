/** Pixels that the viewer asks for at least: less shows next to nothing of the source. */
const atLeast = 320;

/**
 * Pixels at which all rows of the list of findings would be seen, or null where that cannot be told:
 * another pane is in front, or a part that is as high as the page lets it be.
 */
export function wantedHeight(page: HTMLElement): number | null {
  const list = listIn(page);
  if (!list) return atLeast;
  const rows = rowsIn(page);
  if (!list.checkVisibility() || !rows) return null;
  return Math.max(atLeast, page.offsetHeight - list.clientHeight + rows.offsetHeight);
}

/** What all rows of the list of findings stand in; null where there is no such list. */
export function rowsIn(page: HTMLElement): HTMLElement | null {
  const rows = listIn(page)?.firstElementChild;
  return rows instanceof HTMLElement ? rows : null;
}

function listIn(page: HTMLElement): HTMLElement | null {
  return page.querySelector('[data-pane="findings"]');
}
