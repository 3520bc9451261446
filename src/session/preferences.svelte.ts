import { defaultMemoryLimit } from '../engine/inspection';
import { standardSettings, type CheckSettings } from '../rules/settings';
import { asCheckSettings } from './checkSettings';
import { asBudgets, usualBudgets, type Budgets } from './performance/budgets';
import { asTuning, type Tuning } from './performance/machine';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Where preferences are kept; nothing is promised beyond the life of the page. */
export interface PreferenceStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** Widths of the first two panes as shares of the window; the third takes the rest. */
export interface PaneShares {
  files: number;
  findings: number;
}

/** Bytes of memory that checking one file may take: what can be chosen. */
export const memoryLimits = [250, 500, 1000, 2000].map((megabytes) => megabytes * 1_000_000);

export const defaultShares: PaneShares = { files: 0.31, findings: 0.34 };

/** What a person has set once and expects to find again. */
export class Preferences {
  theme: Theme = $state.raw('system');
  shares: PaneShares = $state.raw(defaultShares);
  /** Whether single letters are commands; people who speak to their computer turn this off. */
  letterKeys = $state.raw(true);
  /** How the work is done, where that was found to be better than the usual way. */
  tuning: Tuning | null = $state.raw(null);
  budgets: Budgets = $state.raw(usualBudgets);
  /** What is checked, and how bad it is. */
  checks: CheckSettings = $state.raw(standardSettings);
  /** Whether settings files among the files at hand are above that. */
  followConfigs = $state.raw(true);
  /** Bytes of memory that checking one file may take. */
  memoryLimit = $state.raw(defaultMemoryLimit);
  #store: PreferenceStore;
  #onProblem: (error: unknown) => void;

  constructor(store: PreferenceStore, onProblem: (error: unknown) => void) {
    this.#store = store;
    this.#onProblem = onProblem;
  }

  /** Reads what was kept. A value of another shape than today's counts as not kept. */
  async load(): Promise<void> {
    const names = [
      'theme',
      'shares',
      'letterKeys',
      'memoryLimit',
      'tuning',
      'budgets',
      'checks',
      'followConfigs',
    ];
    const [theme, shares, letterKeys, memoryLimit, tuning, budgets, checks, followConfigs] =
      await Promise.all(names.map((name) => this.#store.get(name)));
    if (isTheme(theme)) this.theme = theme;
    if (isShares(shares)) this.shares = shares;
    if (typeof letterKeys === 'boolean') this.letterKeys = letterKeys;
    this.tuning = asTuning(tuning) ?? this.tuning;
    this.budgets = asBudgets(budgets) ?? this.budgets;
    this.checks = asCheckSettings(checks) ?? this.checks;
    if (typeof followConfigs === 'boolean') this.followConfigs = followConfigs;
    if (memoryLimits.some((limit) => limit === memoryLimit)) this.memoryLimit = Number(memoryLimit);
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.#keep('theme', theme);
  }

  setShares(shares: PaneShares): void {
    this.shares = shares;
    this.#keep('shares', shares);
  }

  setLetterKeys(letterKeys: boolean): void {
    this.letterKeys = letterKeys;
    this.#keep('letterKeys', letterKeys);
  }

  /** Holds for files that are checked from now on. */
  setMemoryLimit(bytes: number): void {
    this.memoryLimit = bytes;
    this.#keep('memoryLimit', bytes);
  }

  setFollowConfigs(follow: boolean): void {
    this.followConfigs = follow;
    this.#keep('followConfigs', follow);
  }

  setChecks(checks: CheckSettings): void {
    this.checks = checks;
    this.#keep('checks', checks);
  }

  /** `null` goes back to the usual way. */
  setTuning(tuning: Tuning | null): void {
    this.tuning = tuning;
    this.#keep('tuning', tuning);
  }

  setBudgets(budgets: Budgets): void {
    this.budgets = budgets;
    this.#keep('budgets', budgets);
  }

  #keep(key: string, value: unknown): void {
    this.#store.set(key, value).catch(this.#onProblem);
  }
}

function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

function isShares(value: unknown): value is PaneShares {
  if (typeof value !== 'object' || value === null) return false;
  const { files, findings } = value as Partial<Record<keyof PaneShares, unknown>>;
  return [files, findings].every(
    (share) => typeof share === 'number' && share > 0.05 && share < 0.9,
  );
}
