import type { ExcerptOptions } from '../findings/excerpt';
import type { Finding } from '../findings/finding';
import { concernsWholeFile } from '../findings/finding';
import type { FileReport } from '../findings/report';
import { isStranger } from '../findings/report';
import type { ReportDocument, Tool } from '../findings/reportDocument';
import { reportDocument } from '../findings/reportDocument';
import type { ExcerptOf } from '../findings/text';
import type { BytesAccess } from '../intake/bytes';
import { hashOfRange } from '../intake/hashing';
import type { Source } from '../intake/source';
import { asUnreadable, UnreadableSource } from '../intake/unreadable';
import type { RuleInfo } from '../rules/rule';
import { readExcerpts } from './excerpts';

/** A report on a file, and where the file is. */
export interface Reported {
  report: FileReport;
  /** Null where the file is not at hand. */
  source: Source | null;
  /** Who made the report, where that was elsewhere: then it goes on as it came. */
  madeBy: Tool | null;
}

export interface GatherWishes {
  /** Whether source lines are to go with the findings. */
  excerpts: boolean;
  /** Whether files are wanted too that no pack knows and that nobody asked for by name. */
  strangers: boolean;
}

/** What gathering works with; the page and the command line each bring their own. */
export interface GatherParts {
  /** The program that this is. */
  tool: Tool;
  /** Brings all rules that there are. */
  rules: () => Promise<readonly RuleInfo[]>;
  /**
   * For ascending byte offsets into a file, the paths of the innermost elements there (see
   * `Finding.element`), null where there is none. Rejects with UnreadableSource where the file
   * cannot be read.
   */
  elementsAt: (
    source: Source,
    offsets: readonly number[],
    signal: AbortSignal,
  ) => Promise<readonly (string | null)[]>;
  access: BytesAccess;
  /** Absent where a context is not secure: then hashes are missing that were not taken before. */
  subtle: SubtleCrypto | undefined;
  /** Files that are looked at again at the same time. */
  atOnce: number;
  /** Told how many of the files are done with. */
  progress?: ((done: number, total: number) => void) | undefined;
}

/** The lines that go with a finding: its own, and the one before and behind it. */
export const documentExcerpt: ExcerptOptions = { context: 1, markedLines: 1, width: 120 };

/**
 * Puts reports together to a whole that can be written down, and adds what a check leaves out: the
 * elements that findings are about, the files' hashes, and their lines where they are wanted. What
 * cannot be had any more, because a file has gone or changed, is left out. What comes out does not
 * depend on how or where the files were checked. Rejects with the signal's reason.
 */
export async function gatherDocument(
  reported: readonly Reported[],
  wishes: GatherWishes,
  parts: GatherParts,
  signal: AbortSignal,
): Promise<ReportDocument> {
  const wanted = wishes.strangers ? reported : reported.filter(({ report }) => !isStranger(report));
  const excerpts = new Map<string, ExcerptOf>();
  const files: FileReport[] = [];
  let begun = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let at = begun++; at < wanted.length; at = begun++) {
      signal.throwIfAborted();
      const one = wanted[at];
      if (!one) return;
      const { report, source } = one;
      files[at] = one.madeBy || !source ? report : await completed(report, source, parts, signal);
      if (wishes.excerpts && source && report.findings.length > 0) {
        excerpts.set(report.path, await linesOf(report, source, parts.access, signal));
      }
      parts.progress?.(++done, wanted.length);
    }
  };
  const [rules] = await Promise.all([
    parts.rules(),
    ...Array.from({ length: Math.min(parts.atOnce, wanted.length) }, work),
  ]);
  signal.throwIfAborted();
  return reportDocument(
    toolOf(wanted, parts.tool),
    files,
    rules,
    wishes.excerpts ? linesIn(excerpts) : null,
  );
}

/** The report with what a check leaves out. */
async function completed(
  report: FileReport,
  source: Source,
  parts: GatherParts,
  signal: AbortSignal,
): Promise<FileReport> {
  const findings = await located(report.findings, source, parts, signal);
  const { access, subtle } = parts;
  const hash =
    report.hash ?? (await unlessUnreadable(hashOfRange(source.bytes, access, subtle), signal));
  return { ...report, findings, ...(hash === null ? {} : { hash }) };
}

/** The findings, with the elements that they are about. */
async function located(
  findings: Finding[],
  source: Source,
  { elementsAt }: GatherParts,
  signal: AbortSignal,
): Promise<Finding[]> {
  const offsets = new Set<number>();
  for (const { path, span } of findings) {
    if (path === source.path && !concernsWholeFile(span)) offsets.add(span.offset);
  }
  if (offsets.size === 0) return findings;
  const ascending = [...offsets].sort((a, b) => a - b);
  const paths = await unlessUnreadable(elementsAt(source, ascending, signal), signal);
  if (!paths) return findings;
  const at = new Map(ascending.map((offset, index) => [offset, paths[index] ?? null]));
  return findings.map((finding) => {
    const { path, span } = finding;
    const known = path === source.path && !concernsWholeFile(span);
    const element = known ? (at.get(span.offset) ?? null) : null;
    return element === null ? finding : { ...finding, element };
  });
}

async function linesOf(
  { path, findings }: FileReport,
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
): Promise<ExcerptOf> {
  const named = source.path === path ? source : { ...source, path };
  return readExcerpts(named, findings, access, documentExcerpt, signal);
}

/** What comes of reading a file; null where it cannot be read. Rejects with the signal's reason. */
async function unlessUnreadable<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    signal.throwIfAborted();
    if (asUnreadable(error) instanceof UnreadableSource) return null;
    throw error;
  }
}

/** Who made reports: the one who made all of them, or who puts them together. */
function toolOf(reported: readonly Reported[], own: Tool): Tool {
  const [first, ...others] = reported.map(({ madeBy }) => madeBy ?? own);
  const same = ({ name, version }: Tool): boolean =>
    name === first?.name && version === first.version;
  return first && others.every(same) ? first : own;
}

function linesIn(excerpts: ReadonlyMap<string, ExcerptOf>): ExcerptOf {
  return (path, span) => excerpts.get(path)?.(path, span) ?? null;
}
