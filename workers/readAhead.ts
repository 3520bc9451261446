import type { SegmentHelp } from '../src/engine/segmentFeed';
import type { SegmentPlan } from '../src/engine/segmentPlan';
import type { SegmentResult } from '../src/engine/segmentReader';
import type { WorkerMessage } from './protocol';
import { decodeSegment } from './segmentCodec';

/** How long a segment that another worker has begun is waited for, in milliseconds. */
const patience = 5_000;

/**
 * The segments of the document that a worker reads, as far as others read them. They begin at its
 * end and this worker at its start, until they meet; so nobody waits for anybody on the way.
 */
export class ReadAhead implements SegmentHelp {
  readonly #item: number;
  readonly #post: (message: WorkerMessage) => void;
  readonly #breathe: () => Promise<void>;
  readonly #plan: SegmentPlan;
  /** Segments that others have begun, and what came of those that are read, as it came. */
  readonly #begun = new Map<number, Promise<ArrayBuffer | null>>();
  readonly #settle = new Map<number, (result: ArrayBuffer | null) => void>();
  /** The first segment that was not claimed yet. */
  #next = 0;
  #ended = false;
  #bytesAhead = 0;

  constructor(parts: {
    item: number;
    plan: SegmentPlan;
    post: (message: WorkerMessage) => void;
    /** Lets waiting messages in. */
    breathe: () => Promise<void>;
  }) {
    this.#item = parts.item;
    this.#plan = parts.plan;
    this.#post = parts.post;
    this.#breathe = parts.breathe;
  }

  /** Another worker has begun with a segment. */
  begun(index: number): void {
    if (this.#begun.has(index) || index < this.#next) return;
    this.#begun.set(index, new Promise((resolve) => this.#settle.set(index, resolve)));
  }

  /** Another worker has read a segment; null when it could not. */
  read(index: number, buffer: ArrayBuffer | null): void {
    this.begun(index);
    const settle = this.#settle.get(index);
    // Nobody waits for what was read twice over, or came too late.
    if (!settle) return;
    if (buffer) this.#bytesAhead += this.#bytesOf(index);
    settle(buffer);
  }

  async claim(index: number): Promise<SegmentResult | 'yours' | null> {
    await this.#breathe();
    this.#next = index + 1;
    const begun = this.#begun.get(index);
    if (!begun) {
      this.#post({ type: 'claimed', item: this.#item, segment: index });
      return 'yours';
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>(
      (resolve) => (timer = setTimeout(() => resolve(null), patience)),
    );
    const result = await Promise.race([begun, late]);
    clearTimeout(timer);
    if (result) this.#bytesAhead -= this.#bytesOf(index);
    // It is held no longer than it is needed.
    this.#begun.set(index, Promise.resolve(null));
    this.#settle.delete(index);
    return result && decodeSegment(result);
  }

  get ahead(): number {
    return this.#bytesAhead;
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#post({ type: 'claimed', item: this.#item, segment: this.#plan.starts.length });
  }

  #bytesOf(index: number): number {
    const { starts, size } = this.#plan;
    return (starts[index + 1] ?? size) - (starts[index] ?? size);
  }
}
