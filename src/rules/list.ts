import { levels } from '../findings/finding';
import type { Pack } from '../formats/pack';
import { generalRules } from './listGeneral';
import type { RuleInfo } from './rule';

/** A rule, and whose it is. */
export interface ListedRule extends RuleInfo {
  /** Id of the pack whose documents it is about; null where it holds for every file. */
  readonly format: string | null;
}

/**
 * Every rule that a finding can name: by level, those of a format before those for every file, and by
 * name within.
 */
export async function listRules(packs: readonly Pack[]): Promise<ListedRule[]> {
  const general = generalRules.map((rule): ListedRule => ({ ...rule, format: null }));
  const ofPacks = await Promise.all(
    packs.map(async ({ id, rules }) =>
      (await rules()).map((rule): ListedRule => ({ ...rule, format: id })),
    ),
  );
  return [...ofPacks, general]
    .flatMap((rules) => rules.toSorted((a, b) => (ruleName(a.id) < ruleName(b.id) ? -1 : 1)))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

/** The part of a rule's id behind its origin, format and version: `<set>.<name>`. */
export function ruleName(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

/** The set that a rule belongs to, by its id; empty where it belongs to none. */
export function ruleSet(id: string): string {
  const name = ruleName(id);
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}
