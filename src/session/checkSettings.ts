import { levels, type Level, type Severity } from '../findings/finding';
import type { RuleInfo } from '../rules/rule';
import {
  levelOf,
  presets,
  ruleChoices,
  standardSettings,
  type CheckSettings,
  type RuleChoice,
} from '../rules/settings';

/** What the settings make of a rule; `null` where they leave it as it is. */
export function choiceOf(settings: CheckSettings, rule: RuleInfo): RuleChoice | null {
  const { rules = {} } = settings;
  for (const name of [rule.id, ...(rule.aliases ?? [])]) {
    const choice = rules[name];
    if (choice !== undefined) return choice;
  }
  return null;
}

/** How bad a violation of a rule is where the settings say nothing of the rule itself. */
export function usualSeverity(settings: CheckSettings, rule: RuleInfo): Severity {
  return settings.preset === 'strict' && rule.severity === 'warning' ? 'error' : rule.severity;
}

/** The settings with another choice for a rule; `null` leaves the rule as it is. */
export function withRule(
  settings: CheckSettings,
  rule: RuleInfo,
  choice: RuleChoice | null,
): CheckSettings {
  const names = [rule.id, ...(rule.aliases ?? [])];
  const rules = Object.entries(settings.rules ?? {}).filter(([name]) => !names.includes(name));
  if (choice !== null) rules.push([rule.id, choice]);
  return trimmed({ ...settings, rules: Object.fromEntries(rules) });
}

/** How many rules the settings change. */
export function changedRules(settings: CheckSettings): number {
  return Object.keys(settings.rules ?? {}).length;
}

/** Whether findings of a level are wanted. */
export function isLevelOn(settings: CheckSettings, level: Level): boolean {
  const deep = levels.indexOf(level) <= levels.indexOf(levelOf(settings));
  return deep && settings.levelsOff?.includes(level) !== true;
}

/** The settings with a level on or off. *Syntax* stays on: nothing can be told without it. */
export function withLevel(settings: CheckSettings, level: Level, on: boolean): CheckSettings {
  const wanted = levels.filter((one) =>
    one === 'syntax' ? true : one === level ? on : isLevelOn(settings, one),
  );
  const deepest = wanted.at(-1) ?? 'syntax';
  const above = levels.slice(0, levels.indexOf(deepest));
  const { preset, rules = {} } = settings;
  return trimmed({
    preset,
    rules,
    ...(levelOf({ preset }) === deepest ? {} : { level: deepest }),
    levelsOff: above.filter((one) => !wanted.includes(one)),
  });
}

/** The settings as another preset has them; what was said of single rules stays. */
export function withPreset(
  settings: CheckSettings,
  preset: CheckSettings['preset'],
): CheckSettings {
  return trimmed({ preset, rules: settings.rules ?? {} });
}

/** Whether two settings say the same. */
export function sameSettings(a: CheckSettings, b: CheckSettings): boolean {
  return inOneForm(a) === inOneForm(b);
}

/**
 * Settings that were kept, by whatever age of the application; `null` where they are none. What it
 * does not know of rules, such as a rule that is gone, stays as it is: it does no harm.
 */
export function asCheckSettings(value: unknown): CheckSettings | null {
  if (!isRecord(value)) return null;
  const preset = presets.find((one) => one === value['preset']);
  if (preset === undefined) return null;
  const level = levels.find((one) => one === value['level']);
  const off = Array.isArray(value['levelsOff']) ? (value['levelsOff'] as unknown[]) : [];
  const rules = isRecord(value['rules']) ? Object.entries(value['rules']) : [];
  return trimmed({
    preset,
    ...(level === undefined ? {} : { level }),
    levelsOff: levels.filter((one) => off.includes(one)),
    rules: Object.fromEntries(rules.filter(isRuleEntry)),
  });
}

function isRuleEntry(entry: [string, unknown]): entry is [string, RuleChoice] {
  return ruleChoices.some((choice) => choice === entry[1]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without members that say nothing. */
function trimmed(settings: CheckSettings): CheckSettings {
  const { preset, level, levelsOff = [], rules = {} } = settings;
  return {
    preset,
    ...(level === undefined ? {} : { level }),
    ...(levelsOff.length === 0 ? {} : { levelsOff }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
  };
}

function inOneForm(settings: CheckSettings): string {
  const { preset, level, levelsOff = [], rules = {} } = { ...standardSettings, ...settings };
  const byName = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([preset, level ?? null, [...levelsOff].sort(), byName]);
}
