import type { Source } from '../intake/source';
import { nameOf } from '../project/paths';
import type { JoinedBy } from './arrival';
import type { FileEntry } from './entry.svelte';
import type { Provenance } from './provenance';

/** A hash may be told in part: so many characters of hex, and no fewer, tell files apart. */
const leastHash = 24;

/** SHA-256 of a source's bytes as they came, in hex; null where it is not to be had. */
export type HashOf = (source: Source) => Promise<string | null>;

/** What files that have come mean to reports that were there before, or the other way round. */
export interface Matches {
  /** The files that reports speak of. */
  readonly joined: ReadonlyMap<FileEntry, { source: Source; by: JoinedBy }>;
  /** Files that are called like the one that a report speaks of, and have another content. */
  readonly others: ReadonlyMap<FileEntry, Source>;
}

interface Match {
  source: Source;
  by: JoinedBy;
  /** How many parts the two paths have in common at their ends. */
  shared: number;
}

/**
 * Finds the files that received reports speak of: by their hash where the report names one and it can
 * be taken here, whatever they are called; else by name and size. Of several files that would do, it
 * is the one whose path has most in common with the report's; and no file stands for two of the same
 * report. Rejects as `hashOf` does.
 */
export async function matchReceived(
  sources: readonly Source[],
  received: readonly FileEntry[],
  hashOf: HashOf,
): Promise<Matches> {
  const joined = new Map<FileEntry, Match>();
  const others = new Map<FileEntry, Source>();
  const index = new Index(received);
  for (const source of sources) {
    const candidates = index.candidatesFor(source);
    const wanted = candidates.some((entry) => hashIn(entry) !== null);
    const hash = wanted ? await hashOf(source) : null;
    const found = new Map<Provenance | null, Match & { entry: FileEntry }>();
    for (const entry of candidates) {
      const by = likeness(entry, source, hash);
      if (by === 'other') others.set(entry, source);
      if (by === null || by === 'other') continue;
      const match = { entry, source, by, shared: sharedTail(pathIn(entry), source.path) };
      const rival = found.get(entry.received);
      if (isBetter(match, joined.get(entry)) && isBetter(match, rival)) {
        found.set(entry.received, match);
      }
    }
    for (const { entry, ...match } of found.values()) joined.set(entry, match);
  }
  for (const entry of joined.keys()) others.delete(entry);
  return { joined, others };
}

/** Received reports by what a file can be recognised by before its content is read. */
class Index {
  readonly #byName = new Map<string, FileEntry[]>();
  readonly #bySize = new Map<number, FileEntry[]>();

  constructor(received: readonly FileEntry[]) {
    for (const entry of received) {
      push(this.#byName, nameOf(pathIn(entry)), entry);
      const size = entry.arrival?.report.size ?? 0;
      // Of a file that is told by its hash, the name may have changed.
      if (size > 0 && hashIn(entry) !== null) push(this.#bySize, size, entry);
    }
  }

  candidatesFor({ path, size }: Source): readonly FileEntry[] {
    const named = this.#byName.get(nameOf(path)) ?? [];
    const sized = (size === null ? undefined : this.#bySize.get(size)) ?? [];
    return sized.length === 0 ? named : [...new Set([...named, ...sized])];
  }
}

function push<Key>(map: Map<Key, FileEntry[]>, key: Key, entry: FileEntry): void {
  const some = map.get(key);
  if (some) some.push(entry);
  else map.set(key, [entry]);
}

/** Whether a source is what the report speaks of, and by what; `other`: it is called so, and is not. */
function likeness(
  entry: FileEntry,
  source: Source,
  hash: string | null,
): JoinedBy | 'other' | null {
  const known = hashIn(entry);
  const named = isTail(pathIn(entry), source.path);
  if (known !== null && hash !== null) {
    if (hash.startsWith(known)) return 'content';
    return named ? 'other' : null;
  }
  if (!named) return null;
  return isSameSize(entry, source) ? 'name' : 'other';
}

function isBetter(a: Match, b: Match | undefined): boolean {
  if (!b) return true;
  if (a.by !== b.by) return a.by === 'content';
  return a.shared > b.shared;
}

/** What is not known, or holds for what is packed only, contradicts nothing. */
function isSameSize(entry: FileEntry, { size, packing }: Source): boolean {
  const told = entry.arrival?.report.size ?? 0;
  return told === 0 || size === null || packing !== 'none' || told === size;
}

function hashIn(entry: FileEntry): string | null {
  const hash = entry.arrival?.report.hash?.toLowerCase() ?? '';
  return hash.length >= leastHash ? hash : null;
}

function pathIn(entry: FileEntry): string {
  return entry.arrival?.report.path ?? entry.path;
}

/** Whether one of the paths is the end of the other: reports may tell fewer folders, or more. */
function isTail(a: string, b: string): boolean {
  return sharedTail(a, b) >= Math.min(partsOf(a).length, partsOf(b).length);
}

/** How many parts two paths have in common at their ends. */
function sharedTail(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  let shared = 0;
  while (
    shared < Math.min(left.length, right.length) &&
    left.at(-1 - shared) === right.at(-1 - shared)
  ) {
    shared++;
  }
  return shared;
}

/** Parts of a path that name something; a report of another system may have backslashes in it. */
function partsOf(path: string): string[] {
  return path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
}
