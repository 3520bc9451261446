import type { Finding } from '../findings/finding';
import { bareReport, type FileReport } from '../findings/report';
import { blobAccess } from '../intake/bytes';
import { readSource } from '../intake/open';
import { unreadableFinding, UnreadableSource } from '../intake/unreadable';
import { configFileName, type CheckSettings } from '../rules/settings';
import type { FileEntry } from './entry.svelte';
import type { RuleBook } from './rules';

/** A settings file among the files at hand, and what it says. */
export interface Config {
  readonly path: string;
  readonly settings: CheckSettings;
}

/** More bytes than this are no settings. */
const mostBytes = 1_000_000;

/** Whether a file is one that says how those around it are checked. */
export function isConfig({ path }: { path: string }): boolean {
  return path.slice(path.lastIndexOf('/') + 1) === configFileName;
}

/** The settings files among the files at hand: each holds for its folder and all folders below it. */
export class Configs {
  /** All of them; a new list whenever one comes, goes or changes. */
  list: readonly Config[] = $state.raw([]);

  /** The one that holds for a file: the nearest in the folders around it. */
  nearest(path: string): Config | null {
    const { list } = this;
    if (list.length === 0) return null;
    let folder = path;
    while (folder !== '') {
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
      const own = folder === '' ? configFileName : `${folder}/${configFileName}`;
      const found = list.find((config) => config.path === own);
      if (found) return found;
    }
    return null;
  }

  /**
   * Reads a settings file, in place of what it said before. Its mistakes stand in the report; what
   * could be understood holds.
   */
  async read(entry: FileEntry, rules: RuleBook): Promise<FileReport> {
    const { path, source } = entry;
    if (source === null) throw new Error(`There is nothing to read at ${path}`);
    try {
      if ((source.size ?? 0) > mostBytes) {
        throw new UnreadableSource('too-large', 'The file is too large to hold settings.');
      }
      const bytes = await readSource(source, blobAccess, new AbortController().signal);
      const { readConfig } = await import('../rules/configFile');
      const { settings, findings } = readConfig(path, bytes, rules.keys);
      this.#put({ path, settings });
      return reportOn(path, findings, bytes.length);
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      this.forget(path);
      return reportOn(path, [unreadableFinding(path, error)], source.size ?? 0);
    }
  }

  /** Takes one away. */
  forget(path: string): void {
    if (this.list.some((config) => config.path === path)) {
      this.list = this.list.filter((config) => config.path !== path);
    }
  }

  clear(): void {
    this.list = [];
  }

  #put(config: Config): void {
    this.list = [...this.list.filter(({ path }) => path !== config.path), config];
  }
}

function reportOn(path: string, findings: readonly Finding[], size: number): FileReport {
  // Without a mistake it is what lies beside scenarios, and no more than that.
  const report = bareReport(path, findings.length > 0 ? 'invalid' : 'unsupported', [...findings]);
  return { ...report, kind: 'settings', size };
}
