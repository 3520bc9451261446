import type { Source } from '../src/intake/source';
import type { Digest } from '../src/rules/neighbours';
import type { Slot } from './crew';
import { weightOf } from './request';

/** A digest that is to be made. */
export interface DigestJob {
  readonly id: number;
  readonly source: Source;
  readonly weight: number;
  /** Workers that were lost over it. */
  losses: number;
  readonly settle: (digest: Digest | null) => void;
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

  /** Has a digest made for a worker that waits for it. Does not reject. */
  make(source: Source, asker: Slot): Promise<Digest | null> {
    if (this.#over) return Promise.resolve(null);
    return new Promise((settle) => {
      const weight = weightOf(source);
      const job = { id: this.#parts.nextId(), source, weight, losses: 0, settle };
      this.#jobs.set(job.id, job);
      if (asker.state === 'gone') this.#place(job);
      else this.#give(this.#leastBurdened(asker, weight), job);
    });
  }

  /** The job that a worker has by this number. */
  of(slot: Slot, id: number): DigestJob | undefined {
    return slot.digests.has(id) ? this.#jobs.get(id) : undefined;
  }

  /** A worker's job is done. */
  settle(slot: Slot, job: DigestJob, digest: Digest | null): void {
    slot.digests.delete(job.id);
    this.#end(job, digest);
  }

  /** A worker is gone: others make what it was to make, unless it is what ends them. */
  lost(slot: Slot): void {
    const jobs = [...slot.digests.keys()].flatMap((id) => this.#jobs.get(id) ?? []);
    slot.digests.clear();
    for (const job of jobs) {
      job.losses += 1;
      if (job.losses >= mostLosses) this.#end(job, null);
      else this.#place(job);
    }
  }

  /** Gives what waits to a worker that is free now. */
  giveWaiting(slot: Slot): void {
    for (const job of this.#waiting.splice(0)) this.#give(slot, job);
  }

  /** Ends all jobs without a digest, those to come as well. */
  dispose(): void {
    this.#over = true;
    this.#waiting.length = 0;
    for (const job of [...this.#jobs.values()]) this.#end(job, null);
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

  #end(job: DigestJob, digest: Digest | null): void {
    if (this.#jobs.delete(job.id)) job.settle(digest);
  }
}

function burdenOf(slot: Slot): number {
  let bytes = 0;
  for (const weight of slot.digests.values()) bytes += weight;
  return bytes;
}
