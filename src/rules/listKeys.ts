import { nearest } from '../schema/nearest';
import { ruleName, ruleSet } from './list';
import type { RuleInfo } from './rule';

/** Ends a key that names all rules of a set. */
const all = '.*';

/**
 * Rules by the keys that settings name them by: an id or an alias (`asam.net:…:xml.valid_schema`), its
 * last part alone (`xml.valid_schema`), or a set (`reference_control.*`).
 */
export class RuleKeys {
  readonly #rules = new Map<string, RuleInfo[]>();

  constructor(rules: readonly RuleInfo[]) {
    for (const rule of rules) {
      const keys = [rule.id, ...(rule.aliases ?? [])].flatMap((id) => [
        id,
        ruleName(id),
        ...(ruleSet(id) === '' ? [] : [ruleSet(id) + all]),
      ]);
      for (const key of new Set(keys)) {
        const known = this.#rules.get(key);
        if (known) known.push(rule);
        else this.#rules.set(key, [rule]);
      }
    }
  }

  /** The rules that a key stands for; none where nothing is called that. */
  named(key: string): readonly RuleInfo[] {
    return this.#rules.get(key) ?? [];
  }

  /** The key that a wrong one was most likely meant to be, of the same kind as it. */
  nearest(key: string): string | null {
    const kind = kindOf(key);
    const alike = [...this.#rules.keys()].filter((known) => kindOf(known) === kind);
    return nearest(key, alike) ?? this.#nearestByName(key);
  }

  /** Of a long id, only the last part is compared: what stands in front of it differs little. */
  #nearestByName(key: string): string | null {
    if (kindOf(key) !== 'id') return null;
    const names = [...this.#rules.keys()].filter((known) => kindOf(known) === 'name');
    const name = nearest(ruleName(key), names);
    return name === null ? null : (this.named(name)[0]?.id ?? null);
  }
}

/** Whether a key names a set of rules, rather than single ones. */
export function isSetKey(key: string): boolean {
  return key.endsWith(all);
}

function kindOf(key: string): 'set' | 'id' | 'name' {
  if (isSetKey(key)) return 'set';
  return key.includes(':') ? 'id' : 'name';
}
