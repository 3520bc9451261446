/**
 * Number of edits between two words: letters added, left out, exchanged for others, or swapped with
 * their neighbours (optimal string alignment). Upper and lower case are different letters.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, at(beforeLast, j - 2) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

/** Longest word that is compared at all: nobody means a name by a text of this length. */
const longest = 80;

/** How far a word may lie from what was meant: a third of its length, so that short ones must fit. */
function reach(word: string): number {
  return Math.floor(word.length / 3);
}

/** Edits to a candidate, fewer than one where only the case differs; Infinity where it is too far. */
function nearness(word: string, candidate: string): number {
  if (candidate.toLowerCase() === word.toLowerCase()) return candidate === word ? 0 : 0.5;
  if (word.length > longest || Math.abs(candidate.length - word.length) > reach(word)) {
    return Infinity;
  }
  const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
  return distance <= reach(word) ? distance : Infinity;
}

/**
 * The candidate that a wrong word most likely stands for, or `null`: one spelt nearly like it, the
 * earlier of two equals, or else the only one that begins or ends with it (`edge` for `outerEdge`).
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const [best] = nearestFirst(word, candidates);
  if (best === undefined) return null;
  return nearness(word, best) === Infinity ? completed(word, candidates) : best;
}

/** Shortest word that counts as an end of another. */
const shortestEnd = 4;

function completed(word: string, candidates: readonly string[]): string | null {
  if (word.length < shortestEnd) return null;
  const end = word.toLowerCase();
  const [only, ...others] = candidates.filter((candidate) => {
    const whole = candidate.toLowerCase();
    return whole.startsWith(end) || whole.endsWith(end);
  });
  return only === undefined || others.length > 0 ? null : only;
}

/** Candidates in the order of their nearness to a word; those far from it keep their order. */
export function nearestFirst(word: string, candidates: readonly string[]): string[] {
  return candidates
    .map((name, index) => ({ name, index, far: nearness(word, name) }))
    .sort((a, b) => (a.far === b.far ? a.index - b.index : a.far - b.far))
    .map(({ name }) => name);
}
