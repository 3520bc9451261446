import type { Tree } from '../tree/tree';

/** A document that has been read: what rules look at. */
export interface ReadDocument {
  /** Path of the file, with slashes, as it is shown. */
  readonly path: string;
  /** The document in UTF-8 without a byte order mark: what the tree's offsets count. */
  readonly bytes: Uint8Array;
  readonly tree: Tree;
  /** The version whose schema it is checked against. */
  readonly version: string;
  /** What the document is within its format, where that is known. */
  readonly kind: string | null;
}
