/** How well a text matches what was typed, and which of its characters did. */
export interface FuzzyMatch {
  /** Higher is better; comparable between texts for one query. */
  score: number;
  /** Indexes of the matched UTF-16 units, ascending. */
  positions: number[];
}

const wordStart = /[\s/_.-]/;

/**
 * Finds the characters of a query in a text, in order, ignoring case and blanks in the query.
 * Runs of neighbours, starts of words and the part after the last slash count for more.
 * Returns `null` when a character is missing.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const wanted = query.replaceAll(/\s+/g, '').toLowerCase();
  if (wanted === '') return { score: 0, positions: [] };
  const lower = text.toLowerCase();
  // Lower case can change the length of a text (İ); positions would then point elsewhere.
  const haystack = lower.length === text.length ? lower : text;
  const name = text.lastIndexOf('/') + 1;
  const best = [matchFrom(wanted, haystack, 0, name), matchFrom(wanted, haystack, name, name)];
  const whole = haystack.indexOf(wanted, name);
  if (whole >= 0) best.push(matchFrom(wanted, haystack, whole, name));
  return best.reduce((a, b) => (b && (!a || b.score > a.score) ? b : a), null);
}

function matchFrom(
  wanted: string,
  haystack: string,
  from: number,
  name: number,
): FuzzyMatch | null {
  const positions: number[] = [];
  let score = 0;
  let at = from;
  for (const unit of wanted) {
    const found = haystack.indexOf(unit, at);
    if (found < 0) return null;
    const previous = positions.at(-1);
    if (previous !== undefined && found === previous + unit.length) score += 6;
    else if (found === 0 || wordStart.test(haystack.charAt(found - 1))) score += 5;
    else score += 1;
    if (found >= name) score += 2;
    for (let i = 0; i < unit.length; i++) positions.push(found + i);
    at = found + unit.length;
  }
  return { score: score - haystack.length / 256, positions };
}
