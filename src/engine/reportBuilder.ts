import type { Finding, Severity } from '../findings/finding';
import type { FileReport, Verdict } from '../findings/report';
import { noCounts } from '../findings/report';
import type { RuleInfo } from '../rules/rule';

/** Findings that a report keeps; more are counted, not kept. */
export const mostFindings = 10_000;

/** Bytes of a finding without its words, by estimate. */
const findingBytes = 400;

/** Collects what a check finds in one file, and hands it on in batches as it comes. */
export class ReportBuilder {
  readonly #path: string;
  readonly #started: number;
  readonly #told: ((batch: Finding[]) => void) | undefined;
  readonly #findings: Finding[] = [];
  readonly #counts = noCounts();
  #untold = 0;
  #omitted = 0;
  #bytes = 0;
  format: string | null = null;
  version: string | null = null;
  kind: string | null = null;
  size = 0;
  elements = 0;

  constructor(path: string, started: number, told?: (batch: Finding[]) => void) {
    this.#path = path;
    this.#started = started;
    this.#told = told;
  }

  get path(): string {
    return this.#path;
  }

  /** Whether anything found so far makes the file invalid. */
  get hasErrors(): boolean {
    return this.#counts.error + this.#counts.critical > 0;
  }

  /** Whether anybody wants to know what a rule finds. */
  wants(_rule: RuleInfo): boolean {
    return true;
  }

  add(finding: Finding): void {
    this.#counts[finding.severity]++;
    // What ends the reading is always told.
    if (this.room > 0 || finding.severity === 'critical') {
      this.#findings.push(finding);
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

  /** Counts findings that are not kept. */
  count(severity: Severity, number: number): void {
    this.#counts[severity] += number;
    this.#omitted += number;
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
