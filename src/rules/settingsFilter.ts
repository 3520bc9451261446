import type { Finding, Level, Severity } from '../findings/finding';
import type { RuleInfo } from './rule';
import type { CheckSettings, RuleChoice } from './settings';
import { standardSettings } from './settings';

/** What a finding is judged by. */
export type FindingKind = Pick<Finding, 'rule' | 'level' | 'severity'>;

/** What a rule is wanted for, or not. */
export type WantedRule = Pick<RuleInfo, 'id' | 'level' | 'severity' | 'beyondNotes'>;

/** Decides what of a document's findings is told, and how bad each is. */
export class SettingsFilter {
  readonly #levelsOff: readonly string[];
  readonly #rules: ReadonlyMap<string, RuleChoice>;
  readonly #strict: boolean;

  constructor({ preset, levelsOff, rules }: CheckSettings = standardSettings) {
    this.#levelsOff = levelsOff ?? [];
    this.#rules = new Map(Object.entries(rules ?? {}));
    this.#strict = preset === 'strict';
  }

  /** Whether any finding of a rule would be told, as far as that can be said beforehand. */
  wants({ id, level, severity, beyondNotes }: WantedRule): boolean {
    if (this.#levelsOff.includes(level)) return false;
    const chosen = this.#rules.get(id);
    if (chosen !== undefined) return chosen !== 'off';
    return severity !== 'info' || beyondNotes === true || !this.#dropsNotes(level);
  }

  /**
   * How bad a finding is by the settings, or null where it is left out. A critical one stays as it
   * is: without it, a report that ends there would pass for a whole one. `always`: it is told though
   * notes of its level are left out.
   */
  severityOf({ rule, level, severity }: FindingKind, always = false): Severity | null {
    if (severity === 'critical') return severity;
    if (this.#levelsOff.includes(level)) return null;
    const chosen = this.#rules.get(rule);
    if (chosen !== undefined) return chosen === 'off' ? null : chosen;
    if (this.#strict) return severity === 'warning' ? 'error' : severity;
    return severity === 'info' && !always && this.#dropsNotes(level) ? null : severity;
  }

  #dropsNotes(level: Level): boolean {
    return !this.#strict && (level === 'semantics' || level === 'project');
  }
}
