import type { Request } from './request';

/** How small files travel together. */
export interface BundleLimits {
  files: number;
  bytes: number;
}

/** Smaller bundles cost more on the way than they bring. */
const fewestFiles = 16;
const fewestBytes = 64 * 1024;

/** What comes later in this order is taken first. */
function byTurn(a: Request, b: Request): number {
  return a.priority - b.priority || a.weight - b.weight || b.id - a.id;
}

/**
 * The requests that wait: highest priority first, then largest first, so that no big file is left
 * for the end when the other workers have nothing more to do. Settled ones are passed over.
 */
export class Queue {
  readonly #limits: BundleLimits;
  #requests: Request[] = [];
  /** Bytes of all of them, those that are settled but not yet passed over included. */
  #weight = 0;
  #sorted = true;

  constructor(limits: BundleLimits) {
    this.#limits = limits;
  }

  add(request: Request): void {
    this.#requests.push(request);
    this.#weight += request.weight;
    this.#sorted = false;
  }

  /** Requests that still wait. Takes time in proportion to their number. */
  waiting(): Request[] {
    return this.#requests.filter((request) => !request.settled);
  }

  /** The request whose turn is next. */
  peek(): Request | undefined {
    if (!this.#sorted) {
      this.#requests.sort(byTurn);
      this.#sorted = true;
    }
    while (this.#requests.at(-1)?.settled === true) this.#pop();
    return this.#requests.at(-1);
  }

  /**
   * Takes the next bundle: one large request, or several small ones of the same priority. Where
   * several `workers` share what waits, bundles grow smaller towards its end, so that all are done at
   * about the same time.
   */
  takeBundle(workers = 1): Request[] {
    const first = this.peek();
    if (!first) return [];
    const limits = this.#share(workers);
    this.#pop();
    const bundle = [first];
    let bytes = first.weight;
    let next = this.peek();
    while (next && fits(limits, first, next, bundle.length, bytes)) {
      this.#pop();
      bundle.push(next);
      bytes += next.weight;
      next = this.peek();
    }
    return bundle;
  }

  /** How many bundles wait, counted up to `limit`; an estimate that errs towards few. */
  bundles(limit: number): number {
    let count = 0;
    let files = 0;
    let bytes = 0;
    for (let at = this.#requests.length - 1; at >= 0 && count < limit; at--) {
      const request = this.#requests[at];
      if (!request || request.settled) continue;
      files += 1;
      bytes += request.weight;
      if (files === 1) count += 1;
      if (files >= this.#limits.files || bytes >= this.#limits.bytes || travelsAlone(request)) {
        files = 0;
        bytes = 0;
      }
    }
    return count;
  }

  #pop(): void {
    this.#weight -= this.#requests.pop()?.weight ?? 0;
  }

  /** What one bundle may hold. */
  #share(workers: number): BundleLimits {
    const { files, bytes } = this.#limits;
    if (workers <= 1) return this.#limits;
    const share = 1 / workers;
    return {
      files: Math.min(files, Math.max(fewestFiles, Math.ceil(this.#requests.length * share))),
      bytes: Math.min(bytes, Math.max(fewestBytes, this.#weight * share)),
    };
  }
}

function fits(
  limits: BundleLimits,
  first: Request,
  next: Request,
  files: number,
  bytes: number,
): boolean {
  return (
    !travelsAlone(first) &&
    !travelsAlone(next) &&
    next.priority === first.priority &&
    files < limits.files &&
    bytes + next.weight <= limits.bytes
  );
}

/** Elements are wanted at once, and a suspect is to be told from its neighbours. */
function travelsAlone(request: Request): boolean {
  return request.alone || request.options.tape;
}
