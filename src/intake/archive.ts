import type { Finding } from '../findings/finding';
import type { BytesAccess } from './bytes';
import { maxArchiveEntries, maxInnerArchiveBytes, maxNesting } from './limits';
import { contentBlob } from './open';
import { comparePaths, entryPath, isLeftOut } from './paths';
import type { ByteRange, Source } from './source';
import { asUnreadable, intakeFinding, unreadableFinding, UnreadableSource } from './unreadable';
import type { ZipDirectory, ZipEntry } from './zipDirectory';
import { dataOffsets, readZipDirectory } from './zipDirectory';

/** What an archive holds: the files that can be opened, and a finding for each thing that cannot. */
export interface ArchiveListing {
  /** In the order of their paths. Each is a slice of the archive, so a worker can open it by itself. */
  entries: Source[];
  findings: Finding[];
}

/**
 * Lists a zip archive by its directory; nothing is unpacked, except that an archive that is itself
 * packed (an entry of another one, a `.zip.gz`) is unpacked into a Blob first (512 MiB at most).
 *
 * Folders are not listed, nor is what systems leave behind (`__MACOSX`, `.DS_Store`, …: see
 * `paths.ts`). What goes wrong is a finding: this rejects only when the signal fires.
 */
export async function listArchive(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
): Promise<ArchiveListing> {
  signal.throwIfAborted();
  const { path } = source;
  if (source.nesting >= maxNesting) {
    const finding = intakeFinding(
      'archive.nested-too-deep',
      'error',
      path,
      'This is an archive in an archive in an archive: only two levels are opened, so its files were not checked.',
      'Unpack the outer archive and check the inner ones.',
    );
    return { entries: [], findings: [finding] };
  }
  try {
    const packed = source.packing !== 'none' || !(await startsAsZip(source.bytes, access));
    const range = packed
      ? await contentBlob(source, access, signal, maxInnerArchiveBytes)
      : source.bytes;
    return await listRange(source, range, access, signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const unreadable = asUnreadable(error);
    if (!(unreadable instanceof UnreadableSource)) throw error;
    return { entries: [], findings: [unreadableFinding(path, unreadable)] };
  }
}

async function startsAsZip(range: ByteRange, access: BytesAccess): Promise<boolean> {
  const end = Math.min(2, access.size(range));
  const [first, second] = await access.read(access.slice(range, 0, end));
  return first === 0x50 && second === 0x4b;
}

async function listRange(
  source: Source,
  range: ByteRange,
  access: BytesAccess,
  signal: AbortSignal,
): Promise<ArchiveListing> {
  const directory = await readZipDirectory(range, access, maxArchiveEntries);
  signal.throwIfAborted();
  const findings = directoryFindings(source.path, directory);
  const openable = refuseEntries(source.path, directory.entries, findings);
  const offsets = await dataOffsets(range, access, openable, signal);
  const placed = placeEntries(source.path, openable, offsets, access.size(range), findings);
  const entries: Source[] = [];
  const paths = new Map<string, number>();
  for (const { entry, start } of placed) {
    const path = uniquePath(source.path, entry.name, paths, findings);
    entries.push({
      path,
      bytes: access.slice(range, start, start + entry.packedSize),
      packing: entry.method === methods.deflated ? 'deflate-raw' : 'none',
      size: entry.size,
      ...(entry.crc32 === undefined ? {} : { crc32: entry.crc32 }),
      origin: 'found',
      nesting: source.nesting + 1,
    });
  }
  if (entries.length === 0 && findings.length === 0) {
    findings.push(
      intakeFinding('archive.no-files', 'warning', source.path, 'The archive holds no files.'),
    );
  }
  entries.sort((a, b) => comparePaths(a.path, b.path));
  return { entries, findings };
}

/** What is wrong with the directory as a whole. */
function directoryFindings(path: string, { entries, more, failure }: ZipDirectory): Finding[] {
  const again = 'Fetch or pack the archive again.';
  if (failure && entries.length === 0) {
    return [
      intakeFinding(
        'archive.unreadable',
        'critical',
        path,
        `${directoryProblem(failure)}, so none of its files could be checked.`,
        again,
      ),
    ];
  }
  if (failure) {
    return [
      intakeFinding(
        'archive.damaged-directory',
        'critical',
        path,
        `The directory of the archive is damaged after ${counted(entries.length, 'entry', 'entries')}: what it listed behind them was not checked.`,
        again,
      ),
    ];
  }
  if (more) {
    return [
      intakeFinding(
        'archive.too-many-entries',
        'error',
        path,
        `The archive lists more than ${maxArchiveEntries.toLocaleString('en-GB')} files: those behind were not checked.`,
        'Check the archive in parts.',
      ),
    ];
  }
  return [];
}

/** zip.js says what it missed; to a person, it is one of four things. */
function directoryProblem(failure: Error): string {
  const said = failure.message.toLowerCase();
  if (said.includes('end of central directory not found')) {
    return 'The archive has no directory at its end: it was cut off';
  }
  if (said.includes('split')) return 'The archive is one part of several';
  if (said.includes('encrypted')) return 'The directory of the archive is encrypted';
  return 'The directory of the archive is damaged';
}

const methods = { stored: 0, deflated: 8 } as const;

/** Compression methods that are met in the field, by their numbers in APPNOTE.TXT 4.4.5. */
const methodNames: Record<number, string> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
};

/** Leaves out what nobody wants, and what cannot be opened, with a finding for each of the latter. */
function refuseEntries(
  path: string,
  entries: readonly ZipEntry[],
  findings: Finding[],
): ZipEntry[] {
  const kept: ZipEntry[] = [];
  for (const entry of entries) {
    const inner = entryPath(entry.name).path;
    if (inner === '' || inner.split('/').some(isLeftOut)) continue;
    const full = `${path}/${inner}`;
    if (entry.encrypted) {
      findings.push(
        intakeFinding(
          'archive.encrypted-entry',
          'critical',
          full,
          'The file is encrypted in its archive, so it was not checked.',
          'Pack it without a password, or unpack it before checking it.',
        ),
      );
    } else if (entry.method !== methods.stored && entry.method !== methods.deflated) {
      const name = methodNames[entry.method] ?? `method ${entry.method}`;
      findings.push(
        intakeFinding(
          'archive.unsupported-compression',
          'critical',
          full,
          `The file is packed with ${name}, which is not supported, so it was not checked.`,
          'Pack it with Deflate, the usual method of zip archives.',
        ),
      );
    } else {
      kept.push(entry);
    }
  }
  return kept;
}

interface PlacedEntry {
  entry: ZipEntry;
  /** Where its data begin in the archive. */
  start: number;
}

/**
 * Leaves out entries whose data are not where the directory says, and those that share bytes with
 * another one: overlapping entries are how a small archive becomes a bomb without packing well.
 */
function placeEntries(
  path: string,
  entries: readonly ZipEntry[],
  offsets: readonly (number | null)[],
  size: number,
  findings: Finding[],
): PlacedEntry[] {
  const placed: PlacedEntry[] = [];
  entries.forEach((entry, index) => {
    const start = offsets[index] ?? null;
    if (start === null || start + entry.packedSize > size) {
      findings.push(
        intakeFinding(
          'archive.damaged-entry',
          'critical',
          `${path}/${entryPath(entry.name).path}`,
          start === null
            ? 'The file is not where the directory of its archive says, so it was not checked.'
            : 'The archive ends before the end of this file, so it was not checked.',
          'Fetch or pack the archive again.',
        ),
      );
    } else {
      placed.push({ entry, start });
    }
  });
  const overlapping = findOverlaps(placed);
  if (overlapping.size === 0) return placed;
  findings.push(
    intakeFinding(
      'archive.overlapping-entries',
      'critical',
      path,
      `${counted(overlapping.size, 'entry shares', 'entries share')} bytes with another entry: this may be a decompression bomb, so ${overlapping.size === 1 ? 'it was' : 'they were'} not checked.`,
      'If the archive is to be trusted, unpack it before checking it.',
    ),
  );
  return placed.filter((one) => !overlapping.has(one));
}

function findOverlaps(placed: readonly PlacedEntry[]): Set<PlacedEntry> {
  const overlapping = new Set<PlacedEntry>();
  const sorted = [...placed].sort((a, b) => a.entry.headerAt - b.entry.headerAt);
  let end = 0;
  for (const one of sorted) {
    if (one.entry.headerAt < end) overlapping.add(one);
    else end = one.start + one.entry.packedSize;
  }
  return overlapping;
}

/** The path to show. Names that leave the archive, or come twice, are told and made harmless. */
function uniquePath(
  archive: string,
  name: string,
  taken: Map<string, number>,
  findings: Finding[],
): string {
  const { path, outside } = entryPath(name);
  let full = `${archive}/${path}`;
  if (outside) {
    findings.push(
      intakeFinding(
        'archive.unsafe-name',
        'warning',
        full,
        `The archive names this file “${name}”, a place outside of it. It was checked, but unpacking it may overwrite other files.`,
        'Pack the archive with relative names.',
      ),
    );
  }
  const before = taken.get(full) ?? 0;
  taken.set(full, before + 1);
  if (before > 0) {
    findings.push(
      intakeFinding(
        'archive.duplicate-name',
        'warning',
        full,
        `The archive holds more than one file of this name; number ${before + 1} is shown as “${path} (${before + 1})”.`,
        'Give each file a name of its own: programs differ in which of them they take.',
      ),
    );
    full = `${full} (${before + 1})`;
  }
  return full;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
