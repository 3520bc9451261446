import type { RuleInfo } from '../../rules/rule';
import type { Finding, Level, Severity, Span } from '../finding';
import { severities, wholeFileSpan } from '../finding';
import type { Counts, FileReport } from '../report';
import { bareReport, countFindings, isClean } from '../report';
import { bounded, mostFiles, mostFindings } from './limits';

/** How a file that is not named goes in a list. */
export const unnamedFile = '(not named)';

/** What a report may tell of a file beside its findings. */
export type FileFacts = {
  [Name in FactName]?: FileReport[Name] | undefined;
};

type FactName =
  'format' | 'version' | 'kind' | 'verdict' | 'counts' | 'omitted' | 'size' | 'elements' | 'hash';

interface GatheredFile {
  path: string;
  facts: FileFacts;
  findings: Finding[];
  /** Findings that there was no room for. */
  dropped: Counts;
}

/** Puts together, file by file, what a report tells, within the limits of what a report may take. */
export class Gathering {
  readonly #files: GatheredFile[] = [];
  readonly #byPath = new Map<string, GatheredFile>();
  #findings = 0;
  #dropped = 0;
  #lostFiles = 0;

  /** A file of its own, even where another has the same path. Null where there are too many. */
  addFile(path: string, facts: FileFacts = {}): GatheredFile | null {
    if (this.#files.length >= mostFiles) {
      this.#lostFiles++;
      return null;
    }
    const file = { path: bounded(path), facts, findings: [], dropped: countFindings([]) };
    this.#files.push(file);
    if (!this.#byPath.has(file.path)) this.#byPath.set(file.path, file);
    return file;
  }

  /** The file of a path: the first one that has it, else a new one. */
  file(path: string): GatheredFile | null {
    return this.#byPath.get(bounded(path)) ?? this.addFile(path);
  }

  /** Adds a finding to a file; where there are too many it is only counted. */
  add(file: GatheredFile, finding: Finding): void {
    if (this.#findings >= mostFindings) {
      this.drop(file, countFindings([finding]));
      return;
    }
    this.#findings++;
    file.findings.push(finding);
  }

  /** Counts findings of a file that are not kept. */
  drop(file: GatheredFile, counts: Counts): void {
    for (const severity of severities) {
      this.#dropped += counts[severity];
      file.dropped[severity] += counts[severity];
    }
  }

  /** The reports on the files, in the order in which they came. */
  reports(): FileReport[] {
    return this.#files.map(reportOn);
  }

  /** What had to be left out, in whole sentences. */
  get remarks(): string[] {
    const remarks: string[] = [];
    if (this.#dropped > 0) {
      remarks.push(
        `The report has more findings than can be shown: ${this.#dropped} of them are counted, but not listed.`,
      );
    }
    if (this.#lostFiles > 0) {
      remarks.push(
        `The report is on more than ${mostFiles} files: what it says of ${this.#lostFiles} of them is left out.`,
      );
    }
    return remarks;
  }
}

/** For `Gathering`'s callers, who hand files back to it. */
export type { GatheredFile };

function reportOn({ path, facts, findings, dropped }: GatheredFile): FileReport {
  const found = countFindings(findings);
  const lost = severities.reduce((sum, severity) => sum + dropped[severity], 0);
  for (const severity of severities) found[severity] += dropped[severity];
  const told = facts.counts;
  // A report that tells fewer than it lists is wrong about its own.
  const counts =
    told && severities.every((severity) => told[severity] >= found[severity]) ? told : found;
  return {
    ...bareReport(path, facts.verdict ?? (isClean(counts) ? 'valid' : 'invalid'), findings),
    format: facts.format ?? null,
    version: facts.version ?? null,
    kind: facts.kind ?? null,
    counts,
    omitted: (facts.omitted ?? 0) + lost,
    size: facts.size ?? 0,
    elements: facts.elements ?? 0,
    ...(facts.hash === undefined ? {} : { hash: facts.hash }),
    findings: inOrder(findings),
  };
}

/**
 * Findings whose offsets are not known, in the order of lines and columns; where offsets are known
 * only of some they are given up, since a list can have one order.
 */
function inOrder(findings: readonly Finding[]): Finding[] {
  const known = ({ span }: Finding): boolean =>
    span.endOffset > 0 || (span.line === 1 && span.column === 1);
  if (findings.every(known)) return [...findings];
  return findings
    .map((finding) => ({ ...finding, span: { ...finding.span, offset: 0, endOffset: 0 } }))
    .sort((a, b) => a.span.line - b.span.line || a.span.column - b.span.column);
}

/** A span of which parts may be missing: the end is then the start, and offsets are both there or not. */
export function spanOf(parts: { [Name in keyof Span]?: number | undefined }): Span {
  const { line, column, offset, endOffset } = parts;
  if (line === undefined) return { ...wholeFileSpan };
  const start = { line, column: column ?? 1 };
  const endLine = Math.max(parts.endLine ?? line, line);
  const least = endLine === line ? start.column : 1;
  const endColumn = Math.max(parts.endColumn ?? least, least);
  const known = offset !== undefined && endOffset !== undefined && endOffset >= offset;
  return {
    offset: known ? offset : 0,
    endOffset: known ? endOffset : 0,
    ...start,
    endLine,
    endColumn,
  };
}

/** Sets of rules on what a document means (ASAM's, Annex C of its standards on scenarios). */
const semanticSets: ReadonlySet<string> = new Set([
  'data_type',
  'expressions',
  'naming',
  'parameters',
  'positioning',
  'reference_control',
  'routing',
  'scenario_logic',
]);

/** What is known of a rule that a foreign report names, by its id or by an alias. */
export class KnownRules {
  readonly #byId = new Map<string, RuleInfo>();

  constructor(rules: readonly RuleInfo[] = []) {
    for (const rule of rules) {
      for (const alias of rule.aliases ?? []) this.#byId.set(alias, rule);
    }
    for (const rule of rules) this.#byId.set(rule.id, rule);
  }

  /** The rule, under the id by which it was asked for. */
  get(id: string): RuleInfo | undefined {
    const rule = this.#byId.get(id);
    return rule && { ...rule, id };
  }

  /**
   * The level that a rule belongs to: that of the rule as it is known here, else what its set tells,
   * as ASAM names sets, else structure: a foreign finding speaks of what stands in the file.
   */
  levelOf(id: string): Level {
    const known = this.#byId.get(id)?.level;
    if (known) return known;
    const [set = '', name] = id.slice(id.lastIndexOf(':') + 1).split('.');
    if (set === 'xml' && name === 'valid_xml_document') return 'syntax';
    return semanticSets.has(set) ? 'semantics' : 'structure';
  }
}

/** The last word of a rule's id: what stands in for a code where a report has none. */
export function codeOf(rule: string): string {
  const end = Math.max(...[':', '/', '.'].map((mark) => rule.lastIndexOf(mark)));
  return rule.slice(end + 1);
}

/** Severities by the words that tools have for them; a word that is none of these is a warning. */
export function severityOf(word: string | undefined): Severity {
  return severityWords[word?.toLowerCase() ?? ''] ?? 'warning';
}

const severityWords: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  error: 'error',
  warning: 'warning',
  note: 'info',
  info: 'info',
  information: 'info',
  none: 'info',
};
