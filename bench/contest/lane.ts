import type { Bytes, Contestant, Reader, Stored, Surroundings } from './contestant';

/** Milliseconds that a run takes at least: browsers tell the time coarsely. */
const shortestRun = 10;

/** Milliseconds that a slice of a run takes at least, where a run is made of slices. */
const shortestSlice = 0.5;

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

/** How a lane is to measure. */
export interface Manner {
  /** Milliseconds to read the document for before anything counts. */
  warmUp: number;
  /**
   * Whether a run is the median of short slices rather than the mean of them all: another program that
   * takes the processor for a moment, or a collection of garbage, then leaves no trace.
   */
  sliced: boolean;
}

/** What a lane says when it has looked at a document. */
export interface Readiness {
  /** Milliseconds that one reading takes about. */
  cost: number;
}

/**
 * One contestant in a thread of its own, so that it shares neither garbage nor compiled code with
 * the others: prepared once, then given documents, then run whenever it is its turn.
 */
export class Lane {
  readonly #reader: Reader;
  /** Slices of a run, and readings of a slice. */
  #slices = 1;
  #readings = 1;

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
   * Takes a document, reads it until it is warm, and finds out how often a run has to repeat it. Throws where it counts other than so many elements: what is fast at reading
   * something else does not compete.
   */
  async enter(entry: Entry, { warmUp, sliced }: Manner): Promise<Readiness> {
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
    const slice = sliced ? shortestSlice : shortestRun;
    this.#readings = Math.max(1, Math.ceil(slice / cost));
    this.#slices = sliced ? Math.max(1, Math.ceil(shortestRun / (cost * this.#readings))) : 1;
    return { cost };
  }

  /**
   * One run: milliseconds a reading. `document` is the one entered; its bytes come anew each time, being
   * handed around.
   */
  async run(document: Bytes | null): Promise<number> {
    const bytes = document ?? nothing;
    const slices: number[] = [];
    for (let count = 0; count < this.#slices; count++) slices.push(await this.#slice(bytes));
    slices.sort((one, other) => one - other);
    return slices[slices.length >> 1] ?? Number.NaN;
  }

  async #slice(bytes: Bytes): Promise<number> {
    const reader = this.#reader;
    const from = performance.now();
    for (let count = 0; count < this.#readings; count++) {
      const reading = reader.read(bytes);
      // Who answers at once is not made to wait for it.
      if (reading instanceof Promise) await reading;
    }
    return (performance.now() - from) / this.#readings;
  }
}

const nothing: Bytes = new Uint8Array(0);

function isStored(document: Bytes | Stored): document is Stored {
  return !(document instanceof Uint8Array);
}

function bytesOf(document: Bytes | Stored): Bytes {
  return isStored(document) ? nothing : document;
}
