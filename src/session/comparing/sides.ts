import type { FileReport } from '../../findings/report';
import { isConfig } from '../configs.svelte';
import { isBystander, type FileEntry } from '../entry.svelte';
import type { Provenance } from '../provenance';

/**
 * What a side of a comparison is: a report that was made elsewhere; what was found before the last
 * check; what was found here; or what was found here in one folder or file of several.
 */
export type SideKind = 'received' | 'earlier' | 'here' | 'part';

/** One of the two things that can be compared. */
export interface Side {
  /** The same as long as the side stands for the same. */
  readonly id: string;
  readonly kind: SideKind;
  /** What it is called, in a few words. */
  readonly title: string;
  readonly files: readonly SideFile[];
  /** Where it comes from, if it was made elsewhere. */
  readonly from: Provenance | null;
}

/** A report on a file, and the file that shows it; of an earlier check, one that is shown no more. */
export interface SideFile {
  readonly report: FileReport;
  readonly entry: FileEntry;
}

/** Two sides that are compared. */
export interface SidePair {
  readonly before: Side;
  readonly after: Side;
}

/** More folders and files than this are no choice that one could find one’s way in. */
const mostParts = 100;

/**
 * Everything at hand that can be compared with something else, in the order in which it is offered:
 * received reports as they came, the state before the last check, the files as they were checked
 * here, and where these are in several folders, each of them.
 * @param earlier what was known of files before they were checked again, by path
 */
export function sidesOf(
  entries: readonly FileEntry[],
  earlier: ReadonlyMap<string, FileEntry>,
): readonly Side[] {
  const received = new Map<Provenance, SideFile[]>();
  const here: SideFile[] = [];
  for (const entry of entries) {
    const { report, arrival } = entry;
    if (arrival) {
      const file = { report: arrival.report, entry };
      const files = received.get(arrival.from);
      if (files) files.push(file);
      else received.set(arrival.from, [file]);
    }
    const isOwn = entry.received === null && !isConfig(entry) && !isBystander(entry);
    if (report && isOwn) here.push({ report, entry });
  }
  const sides = [...received].map(([from, files]): Side => {
    return {
      id: `received ${numberOf(from)}`,
      kind: 'received',
      title: titleOf(from),
      files,
      from,
    };
  });
  const before = here.map((file): SideFile => {
    const entry = earlier.get(file.entry.path);
    return entry?.report ? { report: entry.report, entry } : file;
  });
  if (before.some(({ entry }, at) => entry !== here[at]?.entry)) {
    const title = 'Before the last check';
    sides.push({ id: 'earlier', kind: 'earlier', title, files: before, from: null });
  }
  if (here.length > 0) {
    sides.push({ id: 'here', kind: 'here', title: 'Checked here', files: here, from: null });
  }
  return [...sides, ...partsOf(here)];
}

/** How folders are called that hold the earlier state; the later one may come first in the list. */
const earlierNames = /^(old|before|base|baseline|prev|previous|orig|original|reference)\b/i;

/**
 * What is compared where nobody has said so: a received report with what was found here, or with
 * another one; else the state before the last check with the one after; else the first two folders.
 * Null where there are no two that go together.
 */
export function usualPair(sides: readonly Side[]): SidePair | null {
  const here = sides.find(({ kind }) => kind === 'here');
  const received = sides.filter(({ kind }) => kind === 'received');
  const earlier = sides.find(({ kind }) => kind === 'earlier');
  const parts = sides.filter(({ kind }) => kind === 'part').slice(0, 2);
  if (parts.length === 2 && !isNamedEarlier(parts[0]) && isNamedEarlier(parts[1])) parts.reverse();
  const [before, after] =
    [[received[0], here], received, [earlier, here], parts].find(
      ([a, b]) => a !== undefined && b !== undefined,
    ) ?? [];
  return before && after ? { before, after } : null;
}

function isNamedEarlier(side: Side | undefined): boolean {
  return earlierNames.test(side?.title.split('/').findLast((name) => name !== '') ?? '');
}

/** Whether two sides stand for the very same reports. */
export function sameSide(a: Side, b: Side): boolean {
  return (
    a.id === b.id &&
    a.files.length === b.files.length &&
    a.files.every(({ report }, at) => report === b.files[at]?.report)
  );
}

function titleOf({ way, name, tool }: Provenance): string {
  if (name !== null) return name;
  return way === 'link' ? 'Report from a link' : `Report by ${tool.name}`;
}

/** The folders and files that the first difference between paths tells apart; none if it is one. */
function partsOf(files: readonly SideFile[]): readonly Side[] {
  const paths = files.map(({ entry }) => entry.path.split('/'));
  const [first = [], ...others] = paths;
  let depth = 0;
  while (depth < first.length - 1 && others.every((path) => path[depth] === first[depth])) depth++;
  const parts = new Map<string, SideFile[]>();
  for (const [at, file] of files.entries()) {
    const path = paths[at] ?? [];
    const name = path.slice(0, depth + 1).join('/') + (path.length > depth + 1 ? '/' : '');
    const part = parts.get(name);
    if (part) part.push(file);
    else parts.set(name, [file]);
    if (parts.size > mostParts) return [];
  }
  if (parts.size < 2) return [];
  return [...parts].map(([title, some]) => {
    return { id: `part ${title}`, kind: 'part', title, files: some, from: null };
  });
}

const numbers = new WeakMap<Provenance, number>();
let lastNumber = 0;

/** A number for a report that was received, by which it is known as long as the page lives. */
function numberOf(from: Provenance): number {
  const known = numbers.get(from) ?? ++lastNumber;
  numbers.set(from, known);
  return known;
}
