import { severities, type Finding } from '../finding';
import type { FileReport } from '../report';

/** As many files and findings as are looked at: real ones fill even the longest link with fewer. */
export const unitLimit = 3000;

/** What a link takes in or leaves out as a whole: that there is a file, or a finding of that file. */
export interface Unit {
  file: FileReport;
  finding: Finding | null;
}

/**
 * The files of a report, those with the worst findings first, and else in their order. Of several with
 * one path, as only strange reports have them, the first.
 */
export function worstFirst(files: readonly FileReport[]): FileReport[] {
  const rank = ({ counts }: FileReport): number => {
    const worst = severities.findIndex((severity) => counts[severity] > 0);
    return worst < 0 ? severities.length : worst;
  };
  const ranks = new Map(files.map((file) => [file, rank(file)]));
  const byPath = new Map<string, FileReport>();
  for (const file of files) if (!byPath.has(file.path)) byPath.set(file.path, file);
  return [...byPath.values()].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/**
 * What to take into a link, the most important first: that there are some first files; their findings,
 * the worst first; then file after file, each with its findings. A finding never comes before its file.
 * @param first how many files come before all findings
 */
export function unitsOf(files: readonly FileReport[], first: number): Unit[] {
  const head = files.slice(0, first);
  const units = [...head.map(aloneUnit), ...findingUnits(head)];
  for (const file of files.slice(first)) {
    if (units.length >= unitLimit) break;
    units.push(aloneUnit(file), ...findingUnits([file]));
  }
  return units.slice(0, unitLimit);
}

/** That there is a file. */
export function aloneUnit(file: FileReport): Unit {
  return { file, finding: null };
}

function findingUnits(files: readonly FileReport[]): Unit[] {
  const units: Unit[] = [];
  for (const severity of severities) {
    for (const file of files) {
      if (file.counts[severity] === 0) continue;
      for (const finding of file.findings) {
        if (units.length >= unitLimit) return units;
        if (finding.severity === severity) units.push({ file, finding });
      }
    }
  }
  return units;
}
