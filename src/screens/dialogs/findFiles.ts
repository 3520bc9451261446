import type { FileEntry } from '../../session/entry.svelte';
import { fuzzyMatch } from '../../ui/fuzzy';

/** A file whose path matches, and the characters that do. */
export interface FoundFile {
  entry: FileEntry;
  positions: number[];
}

/** The files whose paths match a query best, at most `limit`, and how many match at all. */
export function findFiles(
  entries: readonly FileEntry[],
  query: string,
  limit: number,
): { files: FoundFile[]; total: number } {
  const matches: (FoundFile & { score: number })[] = [];
  for (const entry of entries) {
    const match = fuzzyMatch(query, entry.path);
    if (match) matches.push({ entry, positions: match.positions, score: match.score });
  }
  matches.sort((a, b) => b.score - a.score);
  return { files: matches.slice(0, limit), total: matches.length };
}
