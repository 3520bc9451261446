import { nominalEnd, type SegmentPlan } from '../src/engine/segmentPlan';
import { planSegments } from '../src/engine/segmentPlan';
import type { Slot } from './crew';
import type { DividedMessage, SegmentItem } from './protocol';
import type { Request } from './request';

/** A document that one worker reads from its start, and others from its end. */
export class Division {
  readonly request: Request;
  /** The worker that has the document. */
  readonly leader: Slot;
  readonly #message: DividedMessage;
  readonly #plan: SegmentPlan;
  /** Segments before this one are the leader's, and those from `#end` on have been given out. */
  #claimed = 0;
  #end: number;

  constructor(request: Request, leader: Slot, message: DividedMessage) {
    this.request = request;
    this.leader = leader;
    this.#message = message;
    this.#plan = planSegments(message.size, message.bytes);
    this.#end = this.#plan.starts.length;
  }

  /** Segments that nobody has begun. */
  get free(): number {
    return Math.max(0, this.#end - this.#claimed);
  }

  /** The leader reads this segment itself, as it did all before it. */
  claim(index: number): void {
    this.#claimed = Math.max(this.#claimed, index + 1);
  }

  /** The last segment that nobody has begun, which is begun now. */
  take(): SegmentItem | null {
    if (this.free === 0) return null;
    const segment = --this.#end;
    const { source } = this.request;
    return {
      item: this.request.id,
      segment,
      source,
      schema: this.#message.schema,
      index: this.#message.index,
      start: this.#plan.starts[segment] ?? 0,
      end: nominalEnd(this.#plan, segment),
      last: segment === this.#plan.starts.length - 1,
    };
  }
}

/** The documents that are being read by several workers, or could be. */
export class Divisions {
  readonly #all = new Map<number, Division>();

  open(request: Request, leader: Slot, message: DividedMessage): void {
    this.#all.set(request.id, new Division(request, leader, message));
  }

  of(item: number): Division | undefined {
    return this.#all.get(item);
  }

  close(item: number): void {
    this.#all.delete(item);
  }

  /** Segments that nobody has begun, in all. */
  get free(): number {
    let free = 0;
    for (const division of this.#all.values()) free += division.free;
    return free;
  }

  /** The document of which most is left. */
  next(): Division | undefined {
    let most: Division | undefined;
    for (const division of this.#all.values()) {
      if (division.free > (most?.free ?? 0)) most = division;
    }
    return most;
  }
}
