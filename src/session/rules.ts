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

  /** The rules that hold a text in their meaning or in one of their names, ignoring case; in order. */
  search(text: string): readonly RuleInfo[] {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return this.all;
    return this.all.filter(({ id, aliases = [], meaning }) =>
      [id, ...aliases, meaning].some((part) => part.toLowerCase().includes(wanted)),
    );
  }

  /** The rule of an id or alias; `null` where none is known. */
  find(name: string): RuleInfo | null {
    return this.#byName.get(name) ?? null;
  }
}
