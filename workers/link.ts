import { transfer, wrap, type Endpoint, type Remote } from 'comlink';
import type { Answers } from '../src/project/neighbourhood';
import type {
  Capabilities,
  DigestItem,
  JobItem,
  SegmentItem,
  Setup,
  WorkerApi,
  WorkerMessage,
} from './protocol';

/** What the pool hears from a worker. */
export interface LinkEvents {
  messages(messages: WorkerMessage[]): void;
  /** The worker is gone or can no longer be trusted. Told at most once, and not after `kill`. */
  died(reason: string): void;
}

/** The pool's end of one worker. No call but `start` gives anything back; see `protocol.ts`. */
export interface WorkerLink {
  start(setup: Setup): Promise<Capabilities>;
  run(items: JobItem[], epoch: number): void;
  readSegment(item: SegmentItem): void;
  begun(item: number, segment: number): void;
  segmentRead(item: number, segment: number, result: ArrayBuffer | null): void;
  giveBack(items: number[]): void;
  cancel(item: number): void;
  answer(lookup: number, known: Uint8Array): void;
  digest(item: DigestItem): void;
  neighboursFound(question: number, answers: Answers): void;
  /** Ends the worker at once, whatever it is doing. Nothing is heard of it afterwards. */
  kill(): void;
  /** Whether the process should stay alive for this worker; means nothing in a browser. */
  hold(busy: boolean): void;
}

/** Starts a worker. Throws where that is not possible at all. */
export type Spawn = (events: LinkEvents) => WorkerLink;

/** What a platform's worker offers to a link. */
export interface Thread {
  endpoint: Endpoint;
  terminate(): void;
  hold(busy: boolean): void;
  /** Called once, before anything else; `died` may be called any number of times. */
  listen(onData: (data: unknown) => void, died: (reason: string) => void): void;
}

/** A link over comlink to an `EngineService` in another thread. */
export class ThreadLink implements WorkerLink {
  readonly #thread: Thread;
  readonly #died: (reason: string) => void;
  /** Held as long as the link: comlink ends a channel whose proxy has been collected. */
  readonly #remote: Remote<WorkerApi>;
  #over = false;

  constructor(thread: Thread, events: LinkEvents) {
    this.#thread = thread;
    this.#died = (reason) => {
      if (this.#over) return;
      this.#over = true;
      thread.terminate();
      events.died(reason);
    };
    thread.listen((data) => {
      // Comlink's own replies pass here too; packets are arrays, and nothing else is.
      if (!this.#over && Array.isArray(data)) events.messages(data as WorkerMessage[]);
    }, this.#died);
    this.#remote = wrap<WorkerApi>(thread.endpoint);
  }

  start(setup: Setup): Promise<Capabilities> {
    return this.#remote.start(setup);
  }

  run(items: JobItem[], epoch: number): void {
    this.#call(this.#remote.run(items, epoch));
  }

  readSegment(item: SegmentItem): void {
    this.#call(this.#remote.readSegment(item));
  }

  begun(item: number, segment: number): void {
    this.#call(this.#remote.begun(item, segment));
  }

  segmentRead(item: number, segment: number, result: ArrayBuffer | null): void {
    this.#call(this.#remote.segmentRead(item, segment, result && transfer(result, [result])));
  }

  giveBack(items: number[]): void {
    this.#call(this.#remote.giveBack(items));
  }

  cancel(item: number): void {
    this.#call(this.#remote.cancel(item));
  }

  answer(lookup: number, known: Uint8Array): void {
    this.#call(this.#remote.answer(lookup, known));
  }

  digest(item: DigestItem): void {
    this.#call(this.#remote.digest(item));
  }

  /** Digests are copied: they stay with the page for the next one who asks. */
  neighboursFound(question: number, answers: Answers): void {
    this.#call(this.#remote.neighboursFound(question, answers));
  }

  kill(): void {
    if (this.#over) return;
    this.#over = true;
    this.#thread.terminate();
  }

  hold(busy: boolean): void {
    this.#thread.hold(busy);
  }

  /** A call that fails shows a worker out of order; one that is never answered is no one's concern. */
  #call(answer: Promise<void>): void {
    answer.catch((error: unknown) => {
      this.#died(error instanceof Error ? error.message : String(error));
    });
  }
}
