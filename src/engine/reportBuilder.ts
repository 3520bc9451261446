import type { Finding } from '../findings/finding';
import type { FileReport, Verdict } from '../findings/report';
import { noCounts } from '../findings/report';
import type { RuleInfo } from '../rules/rule';
import type { CheckSettings } from '../rules/settings';
import type { FindingKind } from '../rules/settingsFilter';
import { SettingsFilter } from '../rules/settingsFilter';

/** Findings that a report keeps; more are counted, not kept. */
export const mostFindings = 10_000;

/** Bytes of a finding without its words, by estimate. */
const findingBytes = 400;

/**
 * Collects what a check finds in one file, as far as the settings want it told, and hands it on in
 * batches as it comes.
 */
export class ReportBuilder {
  readonly #path: string;
  readonly #started: number;
  readonly #told: ((batch: Finding[]) => void) | undefined;
  readonly #filter: SettingsFilter;
  readonly #findings: Finding[] = [];
  readonly #counts = noCounts();
  #untold = 0;
  #omitted = 0;
  #bytes = 0;
  #invalid = false;
  format: string | null = null;
  version: string | null = null;
  kind: string | null = null;
  size = 0;
  elements = 0;

  constructor(
    path: string,
    started: number,
    told?: (batch: Finding[]) => void,
    settings?: CheckSettings,
  ) {
    this.#path = path;
    this.#started = started;
    this.#told = told;
    this.#filter = new SettingsFilter(settings);
  }

  get path(): string {
    return this.#path;
  }

  /** Whether syntax or structure found an error so far, whatever the settings make of it. */
  get isInvalid(): boolean {
    return this.#invalid;
  }

  /** Whether any finding of a rule would be told, as far as that can be said beforehand. */
  wants(rule: RuleInfo): boolean {
    return this.#filter.wants(rule);
  }

  /** Whether a finding of this kind would be told: places of others need not be looked for. */
  tells(kind: FindingKind, always = false): boolean {
    return this.#filter.severityOf(kind, always) !== null;
  }

  /** Takes a finding; `always` where it is to be told though notes of its level are left out. */
  add(finding: Finding, always = false): void {
    this.#judge(finding);
    const severity = this.#filter.severityOf(finding, always);
    if (severity === null) return;
    this.#counts[severity]++;
    // What ends the reading is always told.
    if (this.room > 0 || severity === 'critical') {
      this.#findings.push(severity === finding.severity ? finding : { ...finding, severity });
      this.#bytes += findingBytes + 2 * (finding.message.length + (finding.help?.length ?? 0));
    } else this.#omitted++;
  }

  /** Where the finding that came last ends, in bytes; 0 where there is none. */
  get lastOffset(): number {
    return this.#findings.at(-1)?.span.endOffset ?? 0;
  }

  /** Bytes of memory that the findings take, by estimate. */
  get memoryBytes(): number {
    return this.#bytes;
  }

  /** Findings that would still be kept; the others need only be counted. */
  get room(): number {
    return mostFindings - this.#findings.length;
  }

  /** Counts so many findings of a kind, which are not kept. */
  count(kind: FindingKind, number: number): void {
    this.#judge(kind);
    const severity = this.#filter.severityOf(kind);
    if (severity === null) return;
    this.#counts[severity] += number;
    this.#omitted += number;
  }

  /** The verdict is that of syntax and structure alone. */
  #judge({ level, severity }: FindingKind): void {
    if (level !== 'syntax' && level !== 'structure') return;
    this.#invalid ||= severity === 'error' || severity === 'critical';
  }

  /** Hands on the findings that were added since this was called last. */
  flush(): void {
    if (this.#untold === this.#findings.length) return;
    this.#told?.(this.#findings.slice(this.#untold));
    this.#untold = this.#findings.length;
  }

  finish(verdict: Verdict): FileReport {
    this.flush();
    return {
      path: this.#path,
      format: this.format,
      version: this.version,
      kind: this.kind,
      verdict,
      counts: this.#counts,
      findings: this.#findings,
      omitted: this.#omitted,
      size: this.size,
      elements: this.elements,
      ms: performance.now() - this.#started,
    };
  }
}
