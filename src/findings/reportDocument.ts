import type { RuleInfo } from '../rules/rule';
import { byPlace } from './byPlace';
import type { FileReport } from './report';
import type { ExcerptOf } from './text';

/** The program that made a report. */
export interface Tool {
  name: string;
  /** As the program spells it; empty where it does not say. */
  version: string;
}

/** A report on one or several files, as it is written into a file or a link and read from one. */
export interface ReportDocument {
  tool: Tool;
  /** In the order of their paths; the findings of each in the order of their places. */
  files: readonly FileReport[];
  /** The rules that findings name, as far as they are known, in the order of their ids. */
  rules: readonly RuleInfo[];
  /** The source lines of findings; null where none go with the report. */
  excerpts: ExcerptOf | null;
}

/**
 * Puts reports on files together. What comes out depends on the reports alone, not on the order in
 * which files were given or checked, so that whoever writes it writes the same.
 * @param rules all rules that there are; those that no finding names are left out
 */
export function reportDocument(
  tool: Tool,
  files: readonly FileReport[],
  rules: readonly RuleInfo[],
  excerpts: ExcerptOf | null = null,
): ReportDocument {
  const ordered = files
    .map((file) => ({ ...file, findings: [...byPlace(file.findings)] }))
    .sort((a, b) => compare(a.path, b.path));
  const named = new Set(ordered.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return {
    tool,
    files: ordered,
    rules: rules.filter(({ id }) => named.has(id)).sort((a, b) => compare(a.id, b.id)),
    excerpts,
  };
}

/** By code units: the same everywhere, whatever the language of the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
