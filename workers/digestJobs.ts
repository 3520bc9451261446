import type { Source } from '../src/intake/source';
import type { Digest } from '../src/rules/neighbours';
import type { Slot } from './crew';
import { abortError, weightOf } from './request';

/** A digest that is to be made. */
export interface DigestJob {
  /** Another one each time that it is given to a worker anew. */
  readonly id: number;
  readonly source: Source;
  readonly weight: number;
  /** Workers that were lost over it. */
  readonly losses: number;
  readonly resolve: (digest: Digest | null) => void;
  readonly reject: (error: unknown) => void;
}

/** What the jobs need of the pool around them. */
export interface DigestJobsParts {
  nextId: () => number;
  /** Workers that could begin at once: free ones, and those that make nothing but digests. */
  free: () => Slot[];
  /** Any worker at all, be it busy; undefined where there is none. */
  any: () => Slot | undefined;
  /** Hands a job to a worker. */
  give: (slot: Slot, job: DigestJob) => void;
  /** Nobody is there to take a job: somebody should be started. */
  wanted: () => void;
}

/** Bytes that are read sooner where they are asked for than another worker is called. */
const callingBytes = 64 * 1024;

/** Workers that may be lost over a digest before it is given up. */
const mostLosses = 2;

/**
 * The digests that workers are making. Whoever asks for one waits, and has nothing else to do: where
 * no other worker is free, the one that asked makes it. So there is always somebody to make it.
 */
export class DigestJobs {
  readonly #parts: DigestJobsParts;
  readonly #jobs = new Map<number, DigestJob>();
  readonly #waiting: DigestJob[] = [];
  #over = false;

  constructor(parts: DigestJobsParts) {
    this.#parts = parts;
  }

  /** Whether jobs wait for a worker. */
  get waiting(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * Has a digest made for a worker that waits for it; null where that ends one worker after another.
   * Rejects with an AbortError where nobody waits for it any more.
   */
  make(source: Source, asker: Slot): Promise<Digest | null> {
    if (this.#over) return Promise.reject(abortError());
    return new Promise((resolve, reject) => {
      const weight = weightOf(source);
      const job = this.#number({ source, weight, losses: 0, resolve, reject });
      if (asker.state === 'gone') this.#place(job);
      else this.#give(this.#leastBurdened(asker, weight), job);
    });
  }

  /** The job of this number; undefined where it has come to its end. */
  of(id: number): DigestJob | undefined {
    return this.#jobs.get(id);
  }

  /** A job has come to its end. */
  settle(job: DigestJob, digest: Digest | null): void {
    if (this.#jobs.delete(job.id)) job.resolve(digest);
  }

  /**
   * A worker is gone: others make what it was to make. It made one after the other, and the first is
   * to blame; one that ends another worker as well is given up.
   */
  lost(slot: Slot): void {
    const ids = [...slot.digests.keys()];
    slot.digests.clear();
    ids.forEach((id, at) => {
      const job = this.#jobs.get(id);
      if (!job) return;
      const losses = job.losses + (at === 0 ? 1 : 0);
      if (losses >= mostLosses) this.settle(job, null);
      else this.#placeAnew(job, losses);
    });
  }

  /**
   * Somebody who asked has given up: what the worker makes is given to another one where others may
   * wait for it, too. Gives the numbers of the jobs that the worker need not go on with.
   */
  withdraw(slot: Slot, othersWait: boolean): number[] {
    const jobs = [...slot.digests.keys()].flatMap((id) => this.#jobs.get(id) ?? []);
    for (const job of jobs) {
      if (othersWait) this.#placeAnew(job, job.losses);
      else this.#reject(job);
    }
    return jobs.map(({ id }) => id);
  }

  /** Gives what waits to a worker that is free now. */
  giveWaiting(slot: Slot): void {
    for (const job of this.#waiting.splice(0)) this.#give(slot, job);
  }

  /** Rejects all jobs, those to come as well. */
  dispose(): void {
    this.#over = true;
    this.#waiting.length = 0;
    for (const job of [...this.#jobs.values()]) this.#reject(job);
  }

  #number(job: Omit<DigestJob, 'id'>): DigestJob {
    const numbered = { ...job, id: this.#parts.nextId() };
    this.#jobs.set(numbered.id, numbered);
    return numbered;
  }

  /** Another number, since the worker that had it may yet say something about it by the old one. */
  #placeAnew(job: DigestJob, losses: number): void {
    this.#jobs.delete(job.id);
    this.#place(this.#number({ ...job, losses }));
  }

  #place(job: DigestJob): void {
    const slot = this.#parts.free()[0] ?? this.#parts.any();
    if (slot) {
      this.#give(slot, job);
      return;
    }
    this.#waiting.push(job);
    this.#parts.wanted();
  }

  #leastBurdened(asker: Slot, weight: number): Slot {
    let best = asker;
    let least = burdenOf(asker) + weight;
    for (const slot of this.#parts.free()) {
      const burden = burdenOf(slot) + weight + callingBytes;
      if (slot !== asker && burden < least) {
        best = slot;
        least = burden;
      }
    }
    return best;
  }

  #give(slot: Slot, job: DigestJob): void {
    slot.digests.set(job.id, job.weight);
    this.#parts.give(slot, job);
  }

  #reject(job: DigestJob): void {
    if (this.#jobs.delete(job.id)) job.reject(abortError());
  }
}

function burdenOf(slot: Slot): number {
  let bytes = 0;
  for (const weight of slot.digests.values()) bytes += weight;
  return bytes;
}
