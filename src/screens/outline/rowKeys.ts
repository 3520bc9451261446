import type { VListHandle } from 'virtua/svelte';

/** Rows that a page is taken to have where the list has no size. */
const usualPage = 10;

/**
 * The row that a key leads to from another, not yet held to those there are; `null` for keys that do
 * not move from row to row. Without a row (below 0), the first one is the next.
 */
export function rowByKey(key: string, row: number, rows: number, page: number): number | null {
  const from = Math.max(0, row);
  switch (key) {
    case 'ArrowDown':
      return row < 0 ? 0 : row + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + page;
    case 'PageUp':
      return from - page;
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
}

/** How many rows a list shows at once, less one that stays in view. */
export function pageRowsOf(list: VListHandle | undefined, row: number): number {
  const height = list?.getItemSize(Math.max(0, row)) ?? 0;
  if (!list || height <= 0) return usualPage;
  return Math.max(1, Math.floor(list.getViewportSize() / height) - 1);
}
