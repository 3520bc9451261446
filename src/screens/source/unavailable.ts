import { UnreadableSource } from '../../intake/unreadable';

/**
 * Whether an error says no more than that a text is not to be had: it cannot be read, which the
 * source pane and the findings tell, or another file is looked at meanwhile.
 */
export function isUnavailable(error: unknown): boolean {
  const replaced = error instanceof DOMException && error.name === 'AbortError';
  return replaced || error instanceof UnreadableSource;
}

/** For what is then merely missing: leaves such errors be, and throws all others on. */
export function ignoreUnavailable(error: unknown): void {
  if (!isUnavailable(error)) throw error;
}
