import type { Bytes, Stored, Surroundings } from './contestant';
import type { Manner } from './lane';
import type { LaneAnswer, LaneCall } from './laneService';

/** A way to a lane in another thread, or in this one. */
export interface LaneLink {
  ask(call: LaneCall): Promise<LaneAnswer>;
  close(): void;
}

/** What is known of a document beside its bytes. */
export interface DocumentFacts {
  elements: number;
  mistaken: boolean;
}

/** How a contestant stands before a race: its cost, or why it has none. */
export type Standing =
  | { name: string; cost: number }
  | { name: string; failed: string }
  | { name: string; absent: string };

/** Milliseconds of one run by contestant, or why there are none. */
export type RoundResults = Record<string, number | { failed: string }>;

interface Runner {
  name: string;
  link: LaneLink;
}

/**
 * Where contestants meet over one document: each in a lane of its own, all in turn. Whoever drives
 * it asks for rounds, so that what disturbs the machine for a while disturbs all alike.
 */
export class Arena {
  readonly #open: (name: string) => LaneLink;
  readonly #surroundings: Surroundings;
  #runners: Runner[] = [];
  #bytes: Bytes | null = null;

  /** @param open makes a lane for the contestant of that name */
  constructor(open: (name: string) => LaneLink, surroundings: Surroundings) {
    this.#open = open;
    this.#surroundings = surroundings;
  }

  /**
   * Lets contestants enter with a document, warm on a small one, and tells how they stand. `document`
   * belongs to the arena from here on.
   */
  async enter(
    names: readonly string[],
    document: Bytes | Stored,
    facts: DocumentFacts,
    small: Bytes,
    manner: Manner,
  ): Promise<Standing[]> {
    const standings: Standing[] = [];
    const stored = !(document instanceof Uint8Array);
    this.#bytes = stored ? null : document;
    let warming = small;
    for (const name of names) {
      const link = this.#open(name);
      const surroundings = this.#surroundings;
      const prepared = await link.ask({ call: 'prepare', contestant: name, surroundings });
      if (prepared.call !== 'prepare' || !prepared.takesPart) {
        standings.push({ name, absent: 'what it needs is not at hand' });
        link.close();
        continue;
      }
      if (stored && !prepared.readsStored) {
        standings.push({ name, absent: 'it needs the document in memory' });
        link.close();
        continue;
      }
      if (!facts.mistaken) {
        const warmed = await link.ask({ call: 'warm', document: warming });
        if (warmed.call !== 'warm') throw new Error('A lane answers something else.');
        warming = warmed.document;
        if (warmed.warm !== true) {
          standings.push({ name, failed: warmed.warm.failed });
          link.close();
          continue;
        }
      }
      const entered = await link.ask({
        call: 'enter',
        entry: { document: this.#bytes ?? document, ...facts },
        manner,
      });
      if (entered.call !== 'enter') throw new Error('A lane answers something else.');
      if (!stored) this.#bytes = entered.document;
      if ('failed' in entered.ready) {
        standings.push({ name, failed: entered.ready.failed });
        link.close();
        continue;
      }
      standings.push({ name, cost: entered.ready.cost });
      this.#runners.push({ name, link });
    }
    return standings;
  }

  /** One run each of those named, in the order given. */
  async round(names: readonly string[]): Promise<RoundResults> {
    const results: RoundResults = {};
    for (const name of names) {
      const runner = this.#runners.find((one) => one.name === name);
      if (!runner) throw new Error(`${name} did not enter.`);
      const answer = await runner.link.ask({ call: 'run', document: this.#bytes });
      if (answer.call !== 'run') throw new Error('A lane answers something else.');
      if (this.#bytes) this.#bytes = answer.document;
      results[name] = answer.ms;
    }
    return results;
  }

  /** Ends the lanes and lets go of the document. */
  leave(): void {
    for (const { link } of this.#runners) link.close();
    this.#runners = [];
    this.#bytes = null;
  }
}
