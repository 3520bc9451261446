import type { Tree } from '../../tree/tree';

/** Milliseconds without a key after which typing starts a new word. */
const pauseMs = 700;

/** Collects typed characters into the beginning of a name, as in the tree pattern of ARIA. */
export class TypeAhead {
  #typed = '';
  #at = 0;

  /**
   * Takes a typed character and says what to look for, and whether the present row may be the answer:
   * not when a word begins, so that typing a letter again goes on to the next one.
   * @param now milliseconds, from any fixed point
   */
  type(character: string, now: number): { prefix: string; stay: boolean } {
    const fresh = now - this.#at > pauseMs;
    this.#at = now;
    const lower = character.toLowerCase();
    if (!fresh && this.#typed !== lower) {
      this.#typed += lower;
      return { prefix: this.#typed, stay: true };
    }
    this.#typed = lower;
    return { prefix: lower, stay: false };
  }
}

/**
 * The next row whose element's name begins with a prefix, ignoring case, from `from` on and around
 * the end; `null` when there is none.
 */
export function rowByPrefix(
  tree: Tree,
  rows: { readonly length: number; at(row: number): number },
  prefix: string,
  from: number,
): number | null {
  const { names } = tree;
  const begins: boolean[] = [];
  for (let id = 0; id < names.count; id++) {
    begins.push(names.text(id).toLowerCase().startsWith(prefix));
  }
  for (let step = 0; step < rows.length; step++) {
    const row = (from + step) % rows.length;
    if (begins[tree.nameIdOf(rows.at(row))] === true) return row;
  }
  return null;
}
