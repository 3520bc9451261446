import type { Checkers, Host } from './host';

/**
 * From so much work on, threads are worth their start and what it costs to hand things over: one
 * thread checks a thousand usual files, or 32 MB, in less than half a second.
 */
const worthThreads = { files: 1000, bytes: 32 * 1024 * 1024 };

/** Sources handed to a pool at once: enough to bundle small files and to begin with large ones. */
const poolAtOnce = 1024;

/** Employs one checker in this thread, and threads once there is work for them. */
export class Staff {
  readonly #host: Host;
  readonly #threads: number;
  #here: Promise<Checkers> | null = null;
  #pool: Promise<Checkers> | null = null;
  #employed: Checkers[] = [];
  #closed = false;

  constructor(host: Host, threads: number) {
    this.#host = host;
    this.#threads = threads;
  }

  /** How many sources may be under way at once. */
  get atOnce(): number {
    return this.#pool ? poolAtOnce : 1;
  }

  get({ files, bytes }: { files: number; bytes: number }): Promise<Checkers> {
    const enough = files >= worthThreads.files || (files > 1 && bytes >= worthThreads.bytes);
    if (this.#threads > 1 && enough) this.#pool ??= this.#employ(this.#threads);
    if (this.#pool) return this.#pool;
    return (this.#here ??= this.#employ(1));
  }

  close(): void {
    this.#closed = true;
    for (const checkers of this.#employed) checkers.close();
  }

  async #employ(threads: number): Promise<Checkers> {
    const checkers = await this.#host.start(threads);
    if (this.#closed) checkers.close();
    else this.#employed.push(checkers);
    return checkers;
  }
}
