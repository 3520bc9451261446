/** What keeps results for the next time; the pool asks it and feeds it. Values are opaque here. */
export interface ResultCache {
  /** What is kept under each of the keys (see `contentKey`), in their order. Does not reject. */
  lookup(keys: readonly string[]): Promise<(ArrayBuffer | undefined)[]>;
  /** Keeps a result; returns at once and writes later. */
  keep(key: string, bytes: ArrayBuffer): void;
}
