import type { Bytes, Contestant, Reader, Stored, Surroundings } from './contestant';

/** Milliseconds that a run takes at least: browsers tell the time coarsely. */
const shortestRun = 10;

/** Readings of a small document before anything counts: V8 improves code as it is used. */
const warmReadings = 50;

/** Milliseconds that those readings may take, for contestants that are slow at it. */
const longestWarmth = 1000;

/** A document as it is handed to a lane. */
export interface Entry {
  document: Bytes | Stored;
  elements: number;
  /** Whether it has mistakes. */
  mistaken: boolean;
}

/** What a lane says when it has looked at a document. */
export interface Readiness {
  /** Milliseconds that one reading takes about. */
  cost: number;
}

/** A run: the mean of some readings, in milliseconds. */
export interface Run {
  ms: number;
}

/**
 * One contestant in a thread of its own, so that it shares neither garbage nor compiled code with
 * the others: prepared once, then given documents, then run whenever it is its turn.
 */
export class Lane {
  readonly #reader: Reader;
  #entry: Entry | null = null;
  #repetitions = 1;

  private constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Null where the surroundings lack what the contestant needs. */
  static async prepare(contestant: Contestant, surroundings: Surroundings): Promise<Lane | null> {
    const reader = await contestant.prepare(surroundings);
    return reader && new Lane(reader);
  }

  /** Whether it can read what is not held in memory. */
  get readsStored(): boolean {
    return this.#reader.acceptStored !== undefined;
  }

  /** Bytes of Wasm memory held; null where the contestant does not tell. */
  get wasmBytes(): number | null {
    return this.#reader.wasmBytes?.() ?? null;
  }

  /** Reads a small document over and over. */
  async warm(small: Bytes): Promise<void> {
    await this.#reader.accept?.(small);
    const begun = performance.now();
    for (let count = 0; count < warmReadings; count++) {
      await this.#reader.read(small);
      if (performance.now() - begun > longestWarmth) return;
    }
  }

  /**
   * Takes a document, reads it until so many milliseconds have gone by, and finds out how often a run
   * has to repeat it. Throws where it counts other than so many elements: what is fast at reading
   * something else does not compete.
   */
  async enter(entry: Entry, warmUp: number): Promise<Readiness> {
    this.#entry = entry;
    const { document, elements } = entry;
    if (isStored(document)) await this.#reader.acceptStored?.(document);
    else await this.#reader.accept?.(document);
    const begun = performance.now();
    const counted = await this.#reader.read(bytesOf(document));
    const told = counted ?? (isStored(document) ? null : (this.#reader.count?.(document) ?? null));
    if (told !== null && told !== elements) {
      throw new Error(`it counts ${told} elements where there are ${elements}`);
    }
    let readings = 0;
    let spent = performance.now() - begun;
    const warm = performance.now();
    // Something that takes long was warm before it was through.
    while (spent < warmUp || (readings === 0 && spent < 20 * warmUp)) {
      await this.#reader.read(bytesOf(document));
      readings++;
      spent = performance.now() - begun;
    }
    const cost = readings === 0 ? spent : (performance.now() - warm) / readings;
    this.#repetitions = Math.max(1, Math.ceil(shortestRun / cost));
    return { cost };
  }

  /** The bytes that were given with `enter`, to be handed on to the next lane. */
  get document(): Bytes | null {
    const document = this.#entry?.document;
    return document && !isStored(document) ? document : null;
  }

  /** One run. `document` is the one entered; its bytes come anew each time, being handed around. */
  async run(document: Bytes | null): Promise<Run> {
    const read = this.#reader.read.bind(this.#reader);
    const bytes = document ?? nothing;
    const from = performance.now();
    for (let count = 0; count < this.#repetitions; count++) {
      const reading = read(bytes);
      // Who answers at once is not made to wait for it.
      if (reading instanceof Promise) await reading;
    }
    return { ms: (performance.now() - from) / this.#repetitions };
  }
}

const nothing: Bytes = new Uint8Array(0);

function isStored(document: Bytes | Stored): document is Stored {
  return !(document instanceof Uint8Array);
}

function bytesOf(document: Bytes | Stored): Bytes {
  return isStored(document) ? nothing : document;
}
