import type { Division } from './divisions';
import type { LinkEvents, Spawn, WorkerLink } from './link';
import type { Setup, WorkerMessage } from './protocol';
import type { Request } from './request';

/** One worker, and what it has been given to do. */
export class Slot {
  state: 'starting' | 'idle' | 'busy' | 'gone' = 'starting';
  /** The requests of its bundle that have not ended there; settled ones may be among them. */
  readonly bundle = new Map<number, Request>();
  /** Segments of other workers' documents that it reads, one after the other. */
  segments: { division: Division; index: number }[] = [];
  /** Digests that it has not said the end of, in the order in which it makes them, and their bytes. */
  readonly digests = new Map<number, number>();
  /** It was asked to give files back, and has not answered. */
  askedBack = false;
  /** How many requests the bundle had. */
  bundleSize = 0;
  /** Cancelled requests that the worker has not yet let go of. */
  readonly watches = new Map<number, ReturnType<typeof setTimeout>>();
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Memory that it held for its tokenizers when it was last free, in bytes. */
  wasmBytes = 0;

  constructor(readonly link: WorkerLink) {}

  /** The request has ended here, or is taken away. */
  drop(id: number): void {
    this.bundle.delete(id);
    clearTimeout(this.watches.get(id));
    this.watches.delete(id);
  }

  /** Empties the bundle and gives back those requests that still wait for an outcome. */
  takeUnsettled(): Request[] {
    const pending = [...this.bundle.values()].filter((request) => !request.settled);
    for (const id of [...this.bundle.keys()]) this.drop(id);
    return pending;
  }
}

export interface CrewHandlers {
  /** A worker has become free, or another one may be started. */
  available(): void;
  messages(slot: Slot, messages: WorkerMessage[]): void;
  /** A worker that had started is gone. */
  died(slot: Slot, reason: string): void;
  /** Nothing can be started, not even in this thread. Final. */
  hopeless(reason: string): void;
  notice(text: string): void;
}

export interface CrewOptions {
  spawn: Spawn;
  /** Does a worker's work in this thread when none can be started. */
  spawnLocal?: Spawn | undefined;
  setup: Promise<Setup>;
  /** Whether results are to be kept, for which content must be hashed. */
  caching: boolean;
  size: number;
  /** How long a worker may take to start, in milliseconds. */
  startWithin: number;
  /** After how many idle milliseconds a worker is released; one stays. */
  idleFor: number;
}

/** The workers themselves: starting, keeping warm, releasing, replacing. Knows nothing of files. */
export class Crew {
  readonly #options: CrewOptions;
  readonly #handlers: CrewHandlers;
  readonly #slots = new Set<Slot>();
  #capacity: number;
  /** Busy workers to be released once they are done, because there may be fewer now. */
  #surplus = 0;
  #local = false;
  /** Whether any worker has failed to start: then none is tried beyond what is needed. */
  #failed = false;
  #over = false;
  readonly #noticed = new Set<string>();

  constructor(options: CrewOptions, handlers: CrewHandlers) {
    this.#options = options;
    this.#handlers = handlers;
    this.#capacity = Math.max(1, options.size);
    options.setup.catch((error: unknown) => this.#giveUp(reasonOf(error)));
  }

  /** How many workers there may be; falls by one with each that cannot be started. */
  get capacity(): number {
    return this.#capacity;
  }

  /**
   * Sets how many workers there may be. Idle ones beyond that are released at once, busy ones when
   * they are done. Where no worker could be started there stays the one in this thread.
   */
  resize(size: number): void {
    if (this.#over || this.#local) return;
    this.#capacity = Math.max(1, size);
    for (const slot of [...this.#slots]) {
      if (this.#slots.size <= this.#capacity) break;
      if (slot.state === 'idle') this.kill(slot);
    }
    this.#surplus = Math.max(0, this.#slots.size - this.#capacity);
    this.#handlers.available();
  }

  /** Workers in the given state, or all. */
  count(state?: Slot['state']): number {
    if (state === undefined) return this.#slots.size;
    let count = 0;
    for (const slot of this.#slots) if (slot.state === state) count += 1;
    return count;
  }

  /** The workers that have something to do. */
  busy(): Slot[] {
    return [...this.#slots].filter(({ state }) => state === 'busy');
  }

  /** The workers that are free, or make nothing but digests. */
  helpful(): Slot[] {
    return [...this.#slots].filter(
      ({ state, bundle, segments }) =>
        state === 'idle' || (state === 'busy' && bundle.size === 0 && segments.length === 0),
    );
  }

  /** Memory that the tokenizers of each worker hold, in bytes. */
  memory(): number[] {
    return Array.from(this.#slots, ({ wasmBytes }) => wasmBytes);
  }

  idle(): Slot | undefined {
    for (const slot of this.#slots) if (slot.state === 'idle') return slot;
    return undefined;
  }

  /** Whether another worker may be started; an urgent request may have one above the capacity. */
  canGrow(urgent: boolean): boolean {
    const limit = this.#capacity + (urgent && !this.#failed ? 1 : 0);
    return !this.#over && this.#slots.size < limit;
  }

  /** Starts another worker; `available` tells when it can be used. */
  grow(): void {
    const spawn = this.#local ? this.#options.spawnLocal : this.#options.spawn;
    if (!spawn || this.#over) return;
    let slot: Slot | undefined;
    const events: LinkEvents = {
      messages: (messages) => {
        if (slot && slot.state !== 'gone') this.#handlers.messages(slot, messages);
      },
      died: (reason) => {
        if (slot) this.#died(slot, reason);
      },
    };
    try {
      slot = new Slot(spawn(events));
    } catch (error) {
      this.#startFailed(reasonOf(error));
      return;
    }
    this.#slots.add(slot);
    this.#start(slot);
  }

  /** Marks a worker as working. */
  engage(slot: Slot): void {
    clearTimeout(slot.timer);
    slot.state = 'busy';
    slot.link.hold(true);
  }

  /** Marks a worker as free, to be released after a while unless it is the last one. */
  rest(slot: Slot): void {
    if (slot.state === 'gone') return;
    if (this.#surplus > 0) {
      this.kill(slot);
      return;
    }
    slot.state = 'idle';
    slot.link.hold(false);
    clearTimeout(slot.timer);
    slot.timer = setTimeout(() => {
      if (slot.state === 'idle' && this.#slots.size > 1) this.kill(slot);
    }, this.#options.idleFor);
    this.#handlers.available();
  }

  /**
   * Ends a free worker whose memory has grown. Another one is started where there would be none, so
   * that the next file need not wait for it.
   */
  retire(slot: Slot): void {
    this.kill(slot);
    if (this.#slots.size === 0) this.grow();
    this.#handlers.available();
  }

  /** Ends a worker at once; its requests remain in its bundle, for the caller to take. */
  kill(slot: Slot): void {
    if (slot.state === 'gone') return;
    this.#remove(slot);
    slot.link.kill();
  }

  dispose(): void {
    this.#over = true;
    for (const slot of [...this.#slots]) this.kill(slot);
  }

  #start(slot: Slot): void {
    slot.timer = setTimeout(() => this.#died(slot, 'it did not answer'), this.#options.startWithin);
    this.#options.setup
      .then((setup) => (slot.state === 'gone' ? null : slot.link.start(setup)))
      .then(
        (capabilities) => {
          if (slot.state === 'gone' || capabilities === null) return;
          if (this.#options.caching && !capabilities.hashing) {
            this.#notice(
              'hashing',
              'Results are not kept for the next time: this page does not come over a secure ' +
                'connection, and without one the browser offers no means to recognise content.',
            );
          }
          this.rest(slot);
        },
        (error: unknown) => this.#died(slot, reasonOf(error)),
      );
  }

  #died(slot: Slot, reason: string): void {
    if (slot.state === 'gone') return;
    const started = slot.state !== 'starting';
    this.kill(slot);
    if (started) this.#handlers.died(slot, reason);
    else this.#startFailed(reason);
  }

  #startFailed(reason: string): void {
    if (this.#over) return;
    if (this.#local) {
      this.#giveUp(reason);
      return;
    }
    this.#failed = true;
    // Those that run show that it can be done: never fewer than these.
    this.#capacity = Math.max(this.#capacity - 1, this.#slots.size);
    if (this.#capacity > 0) {
      this.#notice('fewer', `A worker could not be started (${reason}); the others do its work.`);
    } else if (this.#options.spawnLocal) {
      this.#local = true;
      this.#capacity = 1;
      this.#notice(
        'none',
        `No worker could be started (${reason}); files are checked one at a time, which may make ` +
          'this window slow to answer.',
      );
    } else {
      this.#giveUp(reason);
      return;
    }
    this.#handlers.available();
  }

  #giveUp(reason: string): void {
    if (this.#over) return;
    this.dispose();
    this.#handlers.hopeless(reason);
  }

  #remove(slot: Slot): void {
    clearTimeout(slot.timer);
    slot.state = 'gone';
    this.#slots.delete(slot);
    if (this.#surplus > 0) this.#surplus -= 1;
  }

  /** Says each kind of thing once. */
  #notice(kind: string, text: string): void {
    if (this.#noticed.has(kind)) return;
    this.#noticed.add(kind);
    this.#handlers.notice(text);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
