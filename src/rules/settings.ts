import type { Level } from '../findings/finding';
import type { RuleInfo } from './rule';

export const presets = ['fast', 'standard', 'strict'] as const;
/** Fast: syntax and structure. Standard: everything but notes. Strict: notes too, and warnings are errors. */
export type Preset = (typeof presets)[number];

/** What can be chosen for a rule: to leave it out, or how bad it is. */
export const ruleChoices = ['off', 'info', 'warning', 'error'] as const;
export type RuleChoice = (typeof ruleChoices)[number];

/** What a person wants to be told, and how bad it is. Plain data: it crosses threads and is kept. */
export interface CheckSettings {
  preset: Preset;
  /** The deepest level to check, where it is not the preset's. */
  level?: Level;
  /** Levels that are left out though a deeper one is checked. */
  levelsOff?: Level[];
  /** By a rule's id; aliases and sets are resolved where settings are read. */
  rules?: Record<string, RuleChoice>;
}

/** Name of the file that says how the files in its folder, and below it, are to be checked. */
export const configFileName = '.scrutineer.json';

export const standardSettings: CheckSettings = { preset: 'standard' };

/**
 * The deepest level that the settings ask for: one above structure whose findings are all left out
 * need not be checked. Structure is, where it was asked for, since the verdict is not a matter of
 * settings.
 */
export function levelOf({ preset, level, levelsOff = [] }: CheckSettings): Level {
  let deepest = level ?? (preset === 'fast' ? 'structure' : 'project');
  if (deepest === 'project' && levelsOff.includes('project')) deepest = 'semantics';
  if (deepest === 'semantics' && levelsOff.includes('semantics')) deepest = 'structure';
  return deepest;
}

/** Whether anything can be chosen for a rule: critical findings are told whatever settings say. */
export function isOpenToSettings({ severity }: Pick<RuleInfo, 'severity'>): boolean {
  return severity !== 'critical';
}
