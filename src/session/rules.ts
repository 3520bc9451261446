import type { RuleInfo } from '../rules/rule';

/** All rules there are, to be looked up by whatever name a finding knows one by. */
export class RuleBook {
  readonly all: readonly RuleInfo[];
  readonly #byName = new Map<string, RuleInfo>();

  constructor(rules: readonly RuleInfo[]) {
    this.all = rules;
    for (const rule of rules) {
      for (const alias of rule.aliases ?? []) this.#byName.set(alias, rule);
    }
    // A rule's own id wins over another rule's alias.
    for (const rule of rules) this.#byName.set(rule.id, rule);
  }

  /** The rule of an id or alias; `null` where none is known. */
  find(name: string): RuleInfo | null {
    return this.#byName.get(name) ?? null;
  }
}
