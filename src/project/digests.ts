import type { Source } from '../intake/source';
import type { Digest } from '../rules/neighbours';

/** Makes a source's digest, or finds it kept somewhere else. */
export type DigestMaker = (source: Source) => Promise<Digest | null>;

/** Bytes of digests that are held, at most; those asked for longest ago leave first. */
const usualBudget = 32 * 1024 * 1024;

/** What holding a digest takes besides its bytes, about. */
const entryBytes = 256;

interface Held {
  /** Null while the digest is being made. */
  bytes: number | null;
  digest: Promise<Digest | null>;
}

/**
 * The digests of files that others refer to: each is made once, however many documents ask at the same
 * time, and held as long as there is room. A file is known by its bytes' place (the same Blob, the
 * same range of the same file), so one that was changed on disk and dropped again is another one.
 */
export class Digests {
  readonly #budget: number;
  /** By identity, those asked for longest ago first. */
  readonly #held = new Map<string, Held>();
  readonly #blobs = new WeakMap<Blob, number>();
  #blobCount = 0;
  #bytes = 0;

  constructor(budget = usualBudget) {
    this.#budget = budget;
  }

  /** Bytes that are held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** A source's digest; rejects as `make` does, and then it is made anew the next time. */
  get(source: Source, make: DigestMaker): Promise<Digest | null> {
    const identity = this.#identityOf(source);
    const known = this.#held.get(identity);
    if (known) {
      this.#held.delete(identity);
      this.#held.set(identity, known);
      return known.digest;
    }
    const held: Held = {
      bytes: null,
      digest: make(source).then(
        (digest) => {
          this.#hold(identity, held, entryBytes + (digest?.bytes.byteLength ?? 0));
          return digest;
        },
        (error: unknown) => {
          if (this.#held.get(identity) === held) this.#held.delete(identity);
          throw error;
        },
      ),
    };
    this.#held.set(identity, held);
    return held.digest;
  }

  /** Lets go of everything; what is being made is still given to those who asked. */
  clear(): void {
    this.#held.clear();
    this.#bytes = 0;
  }

  #hold(identity: string, held: Held, bytes: number): void {
    if (this.#held.get(identity) !== held) return;
    held.bytes = bytes;
    this.#bytes += bytes;
    for (const [oldest, other] of this.#held) {
      if (this.#bytes <= this.#budget) return;
      if (other.bytes === null) continue;
      this.#held.delete(oldest);
      this.#bytes -= other.bytes;
    }
  }

  #identityOf({ bytes, packing }: Source): string {
    if (!(bytes instanceof Blob)) return `${packing} ${bytes.start}-${bytes.end} ${bytes.file}`;
    let number = this.#blobs.get(bytes);
    if (number === undefined) this.#blobs.set(bytes, (number = ++this.#blobCount));
    return `${packing} ${number}`;
  }
}
