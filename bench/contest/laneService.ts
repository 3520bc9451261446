import type { Bytes, Contestant, Surroundings } from './contestant';
import type { Entry, Manner, Readiness } from './lane';
import { Lane } from './lane';

/** What a lane is asked, wherever it runs. Bytes are transferred there and back. */
export type LaneCall =
  | { call: 'prepare'; contestant: string; surroundings: Surroundings }
  | { call: 'warm'; document: Bytes }
  | { call: 'enter'; entry: Entry; manner: Manner }
  | { call: 'run'; document: Bytes | null };

/** What it answers; `document` comes back from whoever was given it. */
export type LaneAnswer =
  | { call: 'prepare'; takesPart: boolean; readsStored: boolean }
  | { call: 'warm'; warm: true | { failed: string }; document: Bytes }
  | { call: 'enter'; ready: Readiness | { failed: string }; document: Bytes | null }
  | { call: 'run'; ms: number | { failed: string }; document: Bytes | null };

/** Answers calls, one after the other, with a lane of its own. */
export class LaneService {
  readonly #contestants: readonly Contestant[];
  #lane: Lane | null = null;

  constructor(contestants: readonly Contestant[]) {
    this.#contestants = contestants;
  }

  async answer(request: LaneCall): Promise<LaneAnswer> {
    switch (request.call) {
      case 'prepare': {
        const { contestant: name, surroundings } = request;
        const contestant = this.#contestants.find((one) => one.name === name);
        if (!contestant) throw new Error(`Nothing is called ${name}.`);
        this.#lane = await Lane.prepare(contestant, surroundings);
        const readsStored = this.#lane?.readsStored ?? false;
        return { call: 'prepare', takesPart: this.#lane !== null, readsStored };
      }
      case 'warm': {
        const { document } = request;
        const warm = await attempt(async () => {
          await this.#ready().warm(document);
          return true as const;
        });
        return { call: 'warm', warm, document };
      }
      case 'enter': {
        const { entry, manner } = request;
        const ready = await attempt(() => this.#ready().enter(entry, manner));
        const { document } = entry;
        return { call: 'enter', ready, document: document instanceof Uint8Array ? document : null };
      }
      case 'run': {
        const ms = await attempt(() => this.#ready().run(request.document));
        return { call: 'run', ms, document: request.document };
      }
    }
  }

  #ready(): Lane {
    if (!this.#lane) throw new Error('The lane was not prepared.');
    return this.#lane;
  }
}

/** What an answer hands over rather than copies. */
export function transfersOf(message: LaneCall | LaneAnswer): ArrayBuffer[] {
  const entered = 'entry' in message ? message.entry.document : null;
  const document = 'document' in message ? message.document : entered;
  return document instanceof Uint8Array ? [document.buffer] : [];
}

async function attempt<Result>(work: () => Promise<Result>): Promise<Result | { failed: string }> {
  try {
    return await work();
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
