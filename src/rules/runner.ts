import type { Severity } from '../findings/finding';
import type { Found, Rule, RuleInfo, Tell } from './rule';

/** What a runner needs to know, and whom it tells. */
export interface RunnerParts {
  /** The format's versions, oldest first. */
  readonly versions: readonly string[];
  /** The version that the subject is checked against. */
  readonly version: string;
  /** Whether a rule is wanted at all. */
  readonly wants: (rule: RuleInfo) => boolean;
  readonly tell: (rule: RuleInfo, found: Found) => void;
  /** Told how long each rule took, in milliseconds, where that is to be measured. */
  readonly took?: (rule: RuleInfo, ms: number) => void;
}

const costs = { cheap: 0, usual: 1, dear: 2 } as const;

interface VersionSpan {
  readonly since: number;
  readonly until: number;
}

/** A rule, and the versions that it applies to. */
interface Entry<Subject> extends VersionSpan {
  readonly rule: Rule<Subject>;
}

/** Rules in the order in which they run, by the lists that they came in: they are the same for all documents. */
const ordered = new WeakMap<readonly unknown[], readonly unknown[]>();

function inOrder<Subject>(
  rules: readonly Rule<Subject>[],
  versions: readonly string[],
): readonly Entry<Subject>[] {
  let entries = ordered.get(rules) as readonly Entry<Subject>[] | undefined;
  if (!entries) {
    entries = rules
      .toSorted((a, b) => costs[a.cost] - costs[b.cost])
      .map((rule) => ({ rule, ...spanOf(rule, versions) }));
    ordered.set(rules, entries);
  }
  return entries;
}

/** The first and the last version that a rule applies to, as places in the list of versions. */
function spanOf({ since, until }: RuleInfo, versions: readonly string[]): VersionSpan {
  return {
    since: versions.indexOf(since),
    until: until === undefined ? Infinity : versions.indexOf(until),
  };
}

/**
 * Runs rules, each for itself: one that throws is told about, and the others go on. When a critical
 * finding has been told, rules that cost more than the one that told it are left out, since nothing
 * that they say could be trusted.
 */
export class RuleRunner {
  readonly #parts: RunnerParts;
  readonly #version: number;
  #critical = false;
  /** The rule that is being checked, and what takes its findings. */
  #running: RuleInfo | null = null;
  readonly #tellRunning: Tell = (found) => {
    if (this.#running) this.#tell(this.#running, found);
  };

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#version = parts.versions.indexOf(parts.version);
  }

  /** Whether a critical finding was told. */
  get critical(): boolean {
    return this.#critical;
  }

  /** Whether a rule applies to the version, and is wanted. */
  wants(rule: RuleInfo): boolean {
    const { versions, wants } = this.#parts;
    return this.#applies(spanOf(rule, versions)) && wants(rule);
  }

  /** Runs those of the rules that apply, from the cheapest on. */
  run<Subject>(rules: readonly Rule<Subject>[], subject: Subject): void {
    const { took, versions, wants } = this.#parts;
    for (const entry of inOrder(rules, versions)) {
      const { rule } = entry;
      if (this.#critical) return;
      if (!this.#applies(entry) || !wants(rule)) continue;
      if (!took) {
        this.#check(rule, subject);
        continue;
      }
      const started = performance.now();
      this.#check(rule, subject);
      took(rule, performance.now() - started);
    }
  }

  #applies({ since, until }: VersionSpan): boolean {
    return this.#version >= since && this.#version <= until;
  }

  #check<Subject>(rule: Rule<Subject>, subject: Subject): void {
    try {
      this.#running = rule;
      rule.check(subject, this.#tellRunning);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#tell(rule, {
        code: 'rule-failed',
        severity: 'warning' satisfies Severity,
        at: [0, 0],
        message: `The rule ${rule.id} could not be checked to its end: ${why}.`,
        help: 'This is a mistake in the checker, not in the file. All other rules were checked.',
      });
    }
  }

  #tell(rule: RuleInfo, found: Found): void {
    if ((found.severity ?? rule.severity) === 'critical') this.#critical = true;
    this.#parts.tell(rule, found);
  }
}
