import type { Comparison, FileComparison } from '../../findings/compare/compare';
import { changes, type Change, type ComparedFinding } from '../../findings/compare/findings';

/** The head of a file, with how many of its findings are below it. */
export interface FileRow {
  readonly type: 'file';
  readonly file: FileComparison;
  readonly counts: Readonly<Record<Change, number>>;
}

/** A finding, below the head of its file. */
export interface ComparedRow {
  readonly type: 'finding';
  readonly file: FileComparison;
  readonly compared: ComparedFinding;
  /** Place among the findings of its file that are listed, from 1, and how many these are. */
  readonly position: number;
  readonly size: number;
}

export type CompareRow = FileRow | ComparedRow;

export interface CompareFilter {
  shown: ReadonlySet<Change>;
  /** Must occur in the message, code, rule or path, ignoring case. */
  text: string;
}

/**
 * What is listed of a comparison: the files with findings that pass the filter, each with these; and,
 * where no text is looked for, the files that are in one report only.
 */
export function listCompared(
  { files }: Comparison,
  { shown, text }: CompareFilter,
): readonly CompareRow[] {
  const wanted = text.trim().toLowerCase();
  const rows: CompareRow[] = [];
  for (const file of files) {
    const findings = file.findings.filter(
      (compared) => shown.has(compared.change) && (wanted === '' || says(compared, file, wanted)),
    );
    const isWhole = file.before !== null && file.after !== null;
    const side: Change = file.before === null ? 'new' : 'fixed';
    const isListed = !isWhole && wanted === '' && shown.has(side);
    if (findings.length === 0 && !isListed) continue;
    const counts = { new: 0, fixed: 0, remaining: 0 };
    for (const { change } of findings) counts[change]++;
    rows.push({ type: 'file', file, counts });
    const size = findings.length;
    for (const [at, compared] of findings.entries()) {
      rows.push({ type: 'finding', file, compared, position: at + 1, size });
    }
  }
  return rows;
}

/** The changes that a comparison has any of. */
export function presentChanges(counts: Readonly<Record<Change, number>>): readonly Change[] {
  return changes.filter((change) => counts[change] > 0);
}

function says({ before, after }: ComparedFinding, { path }: FileComparison, text: string): boolean {
  return [
    path,
    ...[before, after].flatMap((one) => (one ? [one.message, one.code, one.rule] : [])),
  ].some((part) => part.toLowerCase().includes(text));
}
