import type { RuleInfo } from '../rules/rule';
import type { CheckSettings } from '../rules/settings';
import { Configs, type Config } from './configs.svelte';
import type { Preferences } from './preferences.svelte';
import type { RuleBook } from './rules';

/** What the settings need of a session. */
export interface SettingsParts {
  preferences: Preferences;
  /** Brings all rules there are. */
  loadRules: () => Promise<readonly RuleInfo[]>;
  /** Files are to be checked again, those whose settings have changed. */
  changed: () => void;
  /** Is told in a line what does not work. */
  problem: (text: string) => void;
}

/** Settings are changed several at a time: files are checked anew when the hand rests. */
const restMs = 250;

/** What is checked and how bad it is, by a person's choice or a file's, and what there is to choose. */
export class Settings {
  /** The settings files among the files at hand. */
  readonly configs = new Configs();
  /** What can be read about rules; null until somebody wants to. */
  rules: RuleBook | null = $state.raw(null);
  readonly #parts: SettingsParts;
  #loading: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: SettingsParts) {
    this.#parts = parts;
  }

  /** The person's own, which hold where no file says otherwise. */
  get own(): CheckSettings {
    return this.#parts.preferences.checks;
  }

  /** Whether settings files hold. */
  get followsConfigs(): boolean {
    return this.#parts.preferences.followConfigs;
  }

  /** The settings file that holds for a file, if one does. */
  configFor(path: string): Config | null {
    return this.followsConfigs ? this.configs.nearest(path) : null;
  }

  /** What holds for a file. */
  for(path: string): CheckSettings {
    return this.configFor(path)?.settings ?? this.own;
  }

  /** Has other things checked from now on, in the files at hand too. */
  change(own: CheckSettings): void {
    this.#parts.preferences.setChecks(own);
    this.applySoon();
  }

  followConfigs(follow: boolean): void {
    this.#parts.preferences.setFollowConfigs(follow);
    this.applySoon();
  }

  /** Has the files checked again whose settings have changed, once the hand rests. */
  applySoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#parts.changed, restMs);
  }

  /** Brings what can be read about rules, once; where that does not work, it may the next time. */
  loadRules(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      // Most visits need neither the rules nor what goes through them.
      const [{ RuleBook }, rules] = await Promise.all([import('./rules'), this.#parts.loadRules()]);
      this.rules = new RuleBook(rules);
    } catch (error) {
      this.#loading = null;
      const reason = error instanceof Error ? error.message : String(error);
      this.#parts.problem(`The rules cannot be read: ${reason}`);
    }
  }
}
