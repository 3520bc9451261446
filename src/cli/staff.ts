import type { Surroundings } from '../project/surroundings';
import type { Checkers, Host } from './host';

/** How much waits to be checked. */
export interface Waiting {
  files: number;
  bytes: number;
}

/**
 * What work costs, in seconds, as measured on a machine of two cores at 2.6 GHz. Others differ, but
 * in much the same way in all of it.
 */
const costs = {
  /** Starting threads, until their code runs as fast as that of a thread which has long been at it. */
  start: 0.12,
  /** A byte of a file. */
  byte: 1.7e-9,
  /** What a file costs besides: to open it, and to report on it. */
  file: 65e-6,
  /** The same where a thread does it, which packs the report and sends it. */
  fileInThread: 95e-6,
  /** A file that a thread checks, in the thread that gives it out and takes the report. */
  handing: 60e-6,
};

/** Threads have to save at least this share of the time: what is estimated can be wrong. */
const worthwhile = 0.2;

/** Whether so many threads, on a machine that runs `parallelism` at once, are done much sooner. */
export function isWorthThreads(
  { files, bytes }: Waiting,
  threads: number,
  parallelism: number,
): boolean {
  if (threads < 2) return false;
  const here = files * costs.file + bytes * costs.byte;
  const checking = files * costs.fileInThread + bytes * costs.byte;
  const handing = files * costs.handing;
  const cores = Math.min(threads + 1, parallelism);
  const there = costs.start + Math.max(checking / threads, handing, (checking + handing) / cores);
  return there < here * (1 - worthwhile);
}

/** Sources handed to a pool at once: enough to bundle small files and to begin with large ones. */
const poolAtOnce = 1024;

/** Employs one checker in this thread, or threads where they are asked for or worth their start. */
export class Staff {
  readonly #host: Host;
  readonly #asked: number | null;
  readonly #surroundings: Surroundings;
  #here: Promise<Checkers> | null = null;
  #pool: Promise<Checkers> | null = null;
  #employed: Checkers[] = [];
  #closed = false;

  /** `asked`: so many threads, whatever there is to do; null where that is to be found out. */
  constructor(host: Host, asked: number | null, surroundings: Surroundings) {
    this.#host = host;
    this.#asked = asked;
    this.#surroundings = surroundings;
  }

  /** How many sources may be under way at once. */
  get atOnce(): number {
    return this.#pool ? poolAtOnce : 1;
  }

  /** Those who are to check the next source; `waiting` counts it too. */
  get(waiting: Waiting): Promise<Checkers> {
    const { parallelism } = this.#host;
    const threads = this.#asked ?? parallelism;
    const wanted =
      this.#asked === null ? isWorthThreads(waiting, threads, parallelism) : threads > 1;
    if (wanted) this.#pool ??= this.#employ(threads);
    if (this.#pool) return this.#pool;
    return (this.#here ??= this.#employ(1));
  }

  close(): void {
    this.#closed = true;
    for (const checkers of this.#employed) checkers.close();
  }

  async #employ(threads: number): Promise<Checkers> {
    const checkers = await this.#host.start(threads, this.#surroundings);
    if (this.#closed) checkers.close();
    else this.#employed.push(checkers);
    return checkers;
  }
}
