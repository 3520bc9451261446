import type { Finding } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { Tool } from '../findings/reportDocument';
import type { Source } from '../intake/source';
import type { Session } from '../session.svelte';
import type { FileEntry } from './entry.svelte';
import type { Provenance } from './provenance';
import type { PlaceTab } from './stage.svelte';

/** Files of more bytes than this, taken together, are not kept over a reload; their reports are. */
export const keptBytesAtMost = 64 * 1024 * 1024;

/** What is open on the page, as it is kept over a reload. Plain data, which can be cloned. */
export interface KeptSession {
  /** The form of what follows. A newer version of the app may read what an older one has kept. */
  form: 1;
  files: readonly KeptFile[];
  /** Files that were still being checked and too large to keep. */
  lost: number;
  allFiles: boolean;
  selected: string | null;
  finding: Finding | null;
  tab: PlaceTab;
}

/**
 * A file of the session: its bytes, or, where these are not kept, the report on it. One that has
 * neither a source nor a provenance could not be reached in the first place.
 */
interface KeptFile {
  path: string;
  source: Source | null;
  report: FileReport | null;
  received: Provenance | null;
}

const tooLarge =
  'The file itself was too large to be kept over the reload: drop it again to see its source.';

/** What is open, to be kept; null where nothing is. */
export function keptSession(session: Session): KeptSession | null {
  const { entries, selected, stage, tool } = session;
  if (entries.length === 0) return null;
  const withSources = bytesOf(entries) <= keptBytesAtMost;
  const files = withSources
    ? entries.filter((entry) => !comesOutOfAnother(entry, session)).map(keptFile)
    : entries.map((entry) => keptReport(entry, tool));
  const kept = files.filter(({ source, report }) => source !== null || report !== null);
  return {
    form: 1,
    files: kept,
    lost: files.length - kept.length,
    allFiles: session.allFiles,
    selected: selected?.path ?? null,
    finding: session.currentFinding,
    tab: stage.tab,
  };
}

/**
 * Opens what was kept again: files are checked anew, by the newer version; reports on files that were
 * not kept are shown as they were. What is of another form counts as not kept.
 */
export async function reopen(session: Session, kept: unknown): Promise<void> {
  if (!isKept(kept)) return;
  const { files } = kept;
  for (const { report, received } of files) {
    // What a link holds comes again by itself, as long as the address holds the link.
    if (!report || !received || received.way === 'link') continue;
    session.openReport(
      { tool: received.tool, files: [report], rules: [], excerpts: null },
      received,
    );
  }
  const sources = files.flatMap(({ source }) => source ?? []);
  const findings = files
    .filter(({ source, received }) => source === null && received === null)
    .flatMap(({ report }) => report?.findings ?? []);
  if (sources.length + findings.length > 0) await session.add(() => [{ sources, findings }]);
  if (kept.lost > 0) {
    const some = kept.lost === 1 ? 'One file was' : `${kept.lost} files were`;
    session.notices.add(`${some} too large to be kept over the reload before being checked.`);
  }
  const entry = kept.selected === null ? null : session.entryAt(kept.selected);
  if (entry && kept.finding) session.selectFinding(entry, kept.finding);
  else if (entry) session.select(entry);
  session.allFiles = kept.allFiles;
  session.stage.tab = kept.tab;
}

function keptFile({ path, source, report, received }: FileEntry): KeptFile {
  return { path, source, report, received };
}

function keptReport({ path, source, report, received }: FileEntry, tool: Tool): KeptFile {
  const earlier: Provenance = { way: 'earlier', tool, name: null, remarks: [tooLarge] };
  return { path, source: null, report, received: received ?? (source ? earlier : null) };
}

function bytesOf(entries: readonly FileEntry[]): number {
  let bytes = 0;
  for (const { source } of entries) if (source?.bytes instanceof Blob) bytes += source.bytes.size;
  return bytes;
}

/** True for what an archive brings along by itself when it is opened again. */
function comesOutOfAnother({ path }: FileEntry, session: Session): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (session.entryAt(path.slice(0, end))?.source) return true;
  }
  return false;
}

function isKept(value: unknown): value is KeptSession {
  if (typeof value !== 'object' || value === null) return false;
  const { form, files } = value as Partial<Record<keyof KeptSession, unknown>>;
  return form === 1 && Array.isArray(files);
}
