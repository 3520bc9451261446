import type { Request } from './request';

/** How small files travel together. */
export interface BundleLimits {
  files: number;
  bytes: number;
}

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
  #sorted = true;

  constructor(limits: BundleLimits) {
    this.#limits = limits;
  }

  add(request: Request): void {
    this.#requests.push(request);
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
    while (this.#requests.at(-1)?.settled === true) this.#requests.pop();
    return this.#requests.at(-1);
  }

  /** Takes the next bundle: one large request, or several small ones of the same priority. */
  takeBundle(): Request[] {
    const first = this.peek();
    if (!first) return [];
    this.#requests.pop();
    const bundle = [first];
    let bytes = first.weight;
    let next = this.peek();
    while (next && this.#fits(first, next, bundle.length, bytes)) {
      this.#requests.pop();
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

  #fits(first: Request, next: Request, files: number, bytes: number): boolean {
    return (
      !travelsAlone(first) &&
      !travelsAlone(next) &&
      next.priority === first.priority &&
      files < this.#limits.files &&
      bytes + next.weight <= this.#limits.bytes
    );
  }
}

/** Elements are wanted at once, and a suspect is to be told from its neighbours. */
function travelsAlone(request: Request): boolean {
  return request.alone || request.options.tape;
}
