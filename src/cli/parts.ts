import type { InputMark } from '../findings/jsonl';
import { NotAReport } from '../findings/fields';
import { readJsonLine } from '../findings/jsonlReader';
import { comparePaths } from '../intake/paths';
import { asUnreadable } from '../intake/unreadable';
import type { LineFile } from './lines';

/** Where the line of a report lies. */
export interface Place {
  file: LineFile;
  start: number;
  end: number;
}

/** Missing shards that are named one by one. */
const namedShards = 8;

/** A line that was read, as far as its order depends on it. */
interface Entry extends Place {
  path: string;
  at: number;
}

/**
 * Puts the lines of several files of reports into one order: that of the whole run, where they are
 * the parts of one, else that of their paths. What does not belong there is left out and told.
 */
export class Parts {
  /** What is wrong, one line each. */
  readonly complaints: string[] = [];
  readonly #entries: Entry[] = [];
  readonly #files: string[] = [];
  /** Of the parts of a run: what all of its lines must agree on. */
  #run: InputMark | null = null;
  #plain = false;
  readonly #shards = new Set<string>();
  /** By place in the list, or by path where there is no list: the number of the file that told. */
  readonly #from = new Map<number | string, number>();
  /** Inputs of which the last report said that more follow. */
  readonly #open = new Set<number>();

  /** Takes the lines of a file. */
  add(name: string, file: LineFile): void {
    this.#files.push(name);
    const trouble = new Trouble(name);
    let number = 0;
    let last: number | null = null;
    try {
      for (const line of file.lines()) {
        number++;
        const text = number === 1 ? line.text.replace(/^\ufeff/, '') : line.text;
        if (text.trim() === '') continue;
        try {
          const { report, input } = readJsonLine(text);
          const { path } = report;
          const belongs: boolean = input
            ? this.#belongsAt(input, last, trouble)
            : this.#belongsByPath(path, trouble);
          last = belongs ? (input?.at ?? null) : null;
          if (!belongs) continue;
          this.#entries.push({ file, start: line.start, end: line.end, path, at: input?.at ?? 0 });
        } catch (error) {
          if (!(error instanceof NotAReport)) throw error;
          trouble.tell('line', `line ${number} ${error.message}`);
        }
      }
    } catch (error) {
      const known = asUnreadable(error);
      const why = known instanceof Error ? known.message : String(known);
      trouble.tell('file', `it could not be read to its end. ${why}`);
    }
    this.complaints.push(...trouble.told());
  }

  /** The lines in their order. Tells what is missing. */
  inOrder(): Place[] {
    this.#tellMissing();
    if (this.#run) return this.#entries.sort((a, b) => a.at - b.at);
    if (new Set(this.#entries.map(({ file }) => file)).size < 2) return this.#entries;
    return this.#entries.sort((a, b) => comparePaths(a.path, b.path));
  }

  /** Whether a line is to be taken; `last` is the place in the list of the line taken before it. */
  #belongsAt(input: InputMark, last: number | null, trouble: Trouble): boolean {
    if (!this.#plain) this.#run ??= input;
    const run = this.#run;
    if (!run || !sameRun(input, run)) {
      trouble.tell('run', 'it is of another run than the files before it');
      return false;
    }
    this.#shards.add(input.shard);
    const before = this.#from.get(input.at);
    // What an archive holds has the archive's place, line after line.
    if (before !== undefined && last !== input.at) {
      trouble.tell('twice', `it reports on what ${this.#named(before)} has reported on already`);
      return false;
    }
    this.#from.set(input.at, this.#files.length - 1);
    if (input.more) this.#open.add(input.at);
    else this.#open.delete(input.at);
    return true;
  }

  #belongsByPath(path: string, trouble: Trouble): boolean {
    if (this.#run) {
      trouble.tell('run', 'it is not a part of the run that the files before it are of');
      return false;
    }
    this.#plain = true;
    const own = this.#files.length - 1;
    const before = this.#from.get(path);
    if (before !== undefined && before !== own) {
      trouble.tell('twice', `it reports on ${quoted(path)}, as ${this.#named(before)} does`);
      return false;
    }
    this.#from.set(path, own);
    return true;
  }

  #named(file: number): string {
    return quoted(this.#files[file] ?? '');
  }

  #tellMissing(): void {
    if (!this.#run) return;
    const missing = this.#run.of - this.#from.size + this.#open.size;
    if (missing === 0) return;
    const count = parts(this.#run);
    const absent: string[] = [];
    for (let index = 1; index <= count && absent.length <= namedShards; index++) {
      if (!this.#shards.has(`${index}/${count}`)) absent.push(`${index}/${count}`);
    }
    const named =
      absent.slice(0, namedShards).join(', ') + (absent.length > namedShards ? ', …' : '');
    const why =
      absent.length > 0
        ? `nothing was given of shard ${named}`
        : 'a report was cut off, or its run was';
    this.complaints.push(
      `${missing} of ${this.#run.of} inputs ${missing === 1 ? 'has' : 'have'} no report, or not all of it: ${why}`,
    );
  }
}

function sameRun(a: InputMark, b: InputMark): boolean {
  return a.of === b.of && a.list === b.list && parts(a) === parts(b);
}

/** Number of shards of a run. */
function parts({ shard }: InputMark): number {
  return Number(shard.slice(shard.indexOf('/') + 1));
}

function quoted(name: string): string {
  return `“${name}”`;
}

/** What is wrong with a file: each kind of trouble is told by its first case, and counted. */
class Trouble {
  readonly #name: string;
  readonly #kinds = new Map<string, { text: string; count: number }>();

  constructor(name: string) {
    this.#name = name;
  }

  tell(kind: string, text: string): void {
    const known = this.#kinds.get(kind);
    if (known) known.count++;
    else this.#kinds.set(kind, { text, count: 1 });
  }

  told(): string[] {
    return [...this.#kinds.values()].map(({ text, count }) => {
      const more = count > 1 ? ` (and ${count - 1} more lines)` : '';
      return `${quoted(this.#name)}: ${text}${more}; left out`;
    });
  }
}
