import { RuleKeys } from '../rules/listKeys';
import type { RuleInfo } from '../rules/rule';

/** All rules there are, to be looked up by whatever name a finding or a person knows one by. */
export class RuleBook {
  readonly all: readonly RuleInfo[];
  /** By all that a settings file can call them. */
  readonly keys: RuleKeys;

  constructor(rules: readonly RuleInfo[]) {
    this.all = rules;
    this.keys = new RuleKeys(rules);
  }

  /** The rule of an id or alias; `null` where none is known. */
  find(name: string): RuleInfo | null {
    const named = this.keys.named(name);
    // A rule's own id wins over another rule's alias.
    return named.find(({ id }) => id === name) ?? named[0] ?? null;
  }

  /** The rules that hold a text in their meaning or in one of their names, ignoring case; in order. */
  search(text: string): readonly RuleInfo[] {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return this.all;
    return this.all.filter(({ id, aliases = [], meaning }) =>
      [id, ...aliases, meaning].some((part) => part.toLowerCase().includes(wanted)),
    );
  }
}
