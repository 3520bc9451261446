import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { loadPacks } from '../formats/registry';
import { listRules } from '../rules/list';
import { RuleKeys } from '../rules/listKeys';
import type { CheckSettings, RuleChoice } from '../rules/settings';
import { configFileName, isOpenToSettings, standardSettings } from '../rules/settings';
import { asUnreadable } from '../intake/unreadable';
import type { Given } from './gather';
import type { AskedSettings } from './options';
import { UsageError } from './options';

/** The settings for the files of a run. */
export interface FoundSettings {
  /** What holds for the file at a path, which may lead into an archive; the same object where it is the same. */
  of(path: string): CheckSettings;
  /** What is wrong with settings files, one line each, for standard error. */
  complaints: string[];
}

/**
 * Reads the settings files that are asked for, and puts what the command line says above them.
 * Throws UsageError for a rule that does not exist, or a settings file that is named and cannot be
 * read.
 */
export async function findSettings(
  given: readonly Given[],
  asked: AskedSettings,
): Promise<FoundSettings> {
  const complaints: string[] = [];
  const rules = chosenRules(asked, asked.rules.length > 0 ? await ruleKeys() : null);
  const others = combined(standardSettings, asked, rules);
  if (asked.config === 'none') return { of: () => others, complaints };
  if (asked.config !== 'nearest') {
    const read = await readSettings(asked.config.file, complaints);
    const settings = combined(read, asked, rules);
    return { of: () => settings, complaints };
  }
  const folders = new Folders();
  const files = new Map<string, CheckSettings>();
  for (const one of given) {
    const file = 'source' in one ? folders.configFor(one.source.path) : null;
    if (file === null || files.has(file)) continue;
    files.set(file, combined(await readSettings(file, complaints), asked, rules));
  }
  const of = (path: string): CheckSettings => files.get(folders.configFor(path) ?? '') ?? others;
  return { of, complaints };
}

/** Finds the settings file nearest to a file, and remembers by folder. */
class Folders {
  readonly #nearest = new Map<string, string | null>();

  /** Path of the settings file for the file at a path, or null where there is none. */
  configFor(path: string): string | null {
    return this.#nearestTo(dirname(resolve(path)));
  }

  #nearestTo(folder: string): string | null {
    const known = this.#nearest.get(folder);
    if (known !== undefined) return known;
    const own = join(folder, configFileName);
    const around = dirname(folder);
    const nearest = existsSync(own) ? own : around === folder ? null : this.#nearestTo(around);
    this.#nearest.set(folder, nearest);
    return nearest;
  }
}

async function readSettings(file: string, complaints: string[]): Promise<CheckSettings> {
  const shown = relative('', file);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = asUnreadable(error);
    const why = reason instanceof Error ? reason.message : String(reason);
    throw new UsageError(`the settings file “${shown}” cannot be read. ${why}`);
  }
  // Most runs need no settings file, and none of what reads one.
  const { readConfig } = await import('../rules/configFile');
  const { settings, findings } = readConfig(shown, bytes, await ruleKeys());
  for (const { path, span, message, help } of findings) {
    complaints.push(`${path}:${span.line}:${span.column}: ${message} ${help ?? ''}`.trimEnd());
  }
  return settings;
}

let keys: Promise<RuleKeys> | undefined;

function ruleKeys(): Promise<RuleKeys> {
  return (keys ??= loadPacks()
    .then(listRules)
    .then((rules) => new RuleKeys(rules)));
}

/** What the command line says of single rules, by their ids. */
function chosenRules(
  { rules }: AskedSettings,
  known: RuleKeys | null,
): Readonly<Record<string, RuleChoice>> {
  const chosen: Record<string, RuleChoice> = {};
  for (const { key, choice } of rules) {
    const named = known?.named(key) ?? [];
    const open = named.filter((rule) => isOpenToSettings(rule));
    if (named.length === 0) {
      const meant = known?.nearest(key) ?? null;
      const help = meant === null ? '; --list-rules prints all' : `; did you mean “${meant}”?`;
      throw new UsageError(`there is no rule “${key}”${help}`);
    }
    if (open.length === 0) {
      throw new UsageError(
        `the rule “${key}” is not open to settings: where it is broken, nothing that is said of the rest can be trusted`,
      );
    }
    for (const { id } of open) chosen[id] = choice;
  }
  return chosen;
}

/** What a settings file says, with what the command line says above it. */
function combined(
  file: CheckSettings,
  asked: AskedSettings,
  chosen: Readonly<Record<string, RuleChoice>>,
): CheckSettings {
  // A preset says how deep to check, and a level that it is wanted.
  const level = asked.level ?? (asked.preset === null ? file.level : undefined);
  const levelsOff = (file.levelsOff ?? []).filter((each) => each !== asked.level);
  const rules = { ...file.rules, ...chosen };
  return {
    preset: asked.preset ?? file.preset,
    ...(level === undefined ? {} : { level }),
    ...(levelsOff.length === 0 ? {} : { levelsOff }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
  };
}
