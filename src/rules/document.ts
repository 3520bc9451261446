import type { CompiledSchema } from '../schema/compile';
import type { Elements } from '../tree/elements';

/** A document that has been read: what rules look at. */
export interface ReadDocument {
  /** Path of the file, with slashes, as it is shown. */
  readonly path: string;
  /** The document in UTF-8: what the elements' offsets count. */
  readonly bytes: Uint8Array;
  /** Good until the check of the document ends. */
  readonly elements: Elements;
  /** The schema that it was read with; `null` where it was read without one. */
  readonly schema: CompiledSchema | null;
  /** The version whose schema it is checked against. */
  readonly version: string;
  /** What the document is within its format, where that is known. */
  readonly kind: string | null;
}
