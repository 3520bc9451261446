/*
 * Digests of this pack's own documents are JSON in UTF-8, with the kind in front; those of road networks
 * have a form of their own (`roads/layout.ts`).
 */

/** A parameter as others need to know it. */
export interface DigestedParameter {
  name: string;
  type: string;
  value: string;
  /** Groups of constraints: all in a group must hold, and any one group. */
  constraints: { rule: string; value: string }[][];
  place: Place;
}

/** A start tag: byte offsets in the document's UTF-8 form, and 1-based line and column of its start. */
export type Place = readonly [start: number, end: number, line: number, column: number];

/** An entry's reference to another catalog's entry. */
export interface DigestedReference {
  catalog: string;
  entry: string;
  place: Place;
}

export interface DigestedEntry {
  /** Its element: `Vehicle`, `Controller`, … */
  kind: string;
  name: string;
  place: Place;
  parameters: DigestedParameter[];
  references: DigestedReference[];
}

export interface CatalogDigest {
  kind: 'catalog';
  version: string;
  /** `Catalog@name`; null where there is none (it is optional up to 1.2). */
  name: string | null;
  place: Place;
  entries: DigestedEntry[];
}

export interface ScenarioDigest {
  kind: 'scenario';
  version: string;
  /** The parameters declared for the whole scenario, and where a new one would go. */
  parameters: DigestedParameter[];
  place: Place;
  /** The catalogs' entries that it uses, each once, as `[catalog, entry]`. */
  uses: [catalog: string, entry: string][];
}

export type DocumentDigest = CatalogDigest | ScenarioDigest;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function encodeDigest(digest: DocumentDigest): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(digest));
}

const opened = new WeakMap<Uint8Array, DocumentDigest | null>();

/** Opens a digest of this pack's own documents; `null` for one of another form. */
export function openDigest(bytes: Uint8Array): DocumentDigest | null {
  let digest = opened.get(bytes);
  if (digest === undefined) {
    const isOwn = bytes[0] === '{'.charCodeAt(0);
    digest = isOwn ? (JSON.parse(decoder.decode(bytes)) as DocumentDigest) : null;
    opened.set(bytes, digest);
  }
  return digest;
}
