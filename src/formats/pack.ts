import type { Level } from '../findings/finding';
import type { LinkTables } from '../findings/link/tables';
import type { CompiledSchema } from '../schema/compile';
import type { Schema } from '../schema/schema';
import type { ReadDocument } from '../rules/document';
import type { Insight } from '../rules/insight';
import type { Neighbours } from '../rules/neighbours';
import type { RuleInfo } from '../rules/rule';
import type { RuleRunner } from '../rules/runner';

/** What a pack knows of the meaning of documents, beyond their shape. */
export interface Semantics {
  /**
   * Checks a document at the levels above structure that are asked for. Rejects only as `neighbours`
   * does: what goes wrong in a rule is told.
   */
  check(document: ReadDocument, run: SemanticRun): Promise<void>;
  /**
   * What other documents need to know of this one, which may be of a neighbouring format; `null` where
   * nobody needs to know anything of it. The bytes are read by this pack alone.
   */
  digest(document: ReadDocument): Uint8Array<ArrayBuffer> | null;
}

/** How far a document's meaning is to be checked, with what, and whom to tell. */
export interface SemanticRun {
  /** The deepest level that is wanted. */
  readonly level: Level;
  readonly rules: RuleRunner;
  /** The files around; `null` where nothing can be asked. */
  readonly neighbours: Neighbours | null;
  /** Takes what there is to know besides findings; absent where nobody would look at it. */
  readonly insight?: (insight: Insight) => void;
  /** Said when one level ends and the next one begins. */
  readonly lap: (level: Level) => void;
}

/** A start tag among a document's first ones. */
export interface HeadElement {
  /** Local part of the name. */
  name: string;
  /** 1 for the root. */
  depth: number;
  attributes: ReadonlyMap<string, string>;
}

/** What a pack says of a document from its first elements. */
export interface Recognition {
  /** The version that the document declares, as it is written (`1.2`), or `null`. */
  version: string | null;
  /** What the document is within the format, where that shows already. */
  kind: string | null;
  /** The version of the schema to check against: the declared one, or the nearest there is. */
  schemaVersion: string;
  /**
   * Why the document cannot be judged by the schema of the version that it declares; its structure
   * is then told as *info* only. `null` when it can be.
   */
  unsupported: HeadFinding | null;
  /** What else there is to tell of how the document begins. */
  findings: readonly HeadFinding[];
}

/** A finding about how a document begins, such as a version that there is no schema for. */
export interface HeadFinding {
  rule: string;
  code: string;
  severity: 'error' | 'warning';
  message: string;
  help: string;
  /** Name of the element at whose start tag it is reported, the first of that name; else the root. */
  at: string | null;
  /**
   * The attributes of that element that it is about. It is reported at the value of the first one that
   * there is; that others are missing is not told again.
   */
  attributes: readonly string[];
}

/** Watches a document's first elements. */
export interface Recognizer {
  /**
   * Takes the next start tag. `'decided'` ends the watching; `'foreign'` says that the document is
   * none of this pack's; `'more'` asks for the next one.
   */
  see(element: HeadElement): 'more' | 'decided' | 'foreign';
  /** What the pack makes of it, or `null` where the document is none of its own. */
  conclude(): Recognition | null;
  /** Whether what decides may still come, however late: the whole document is then looked through. */
  readonly patient: boolean;
}

/**
 * What a format brings to the engine. The engine knows packs only by this; nothing outside a pack's
 * folder says its name.
 */
export interface Pack {
  id: string;
  /** The format's name, for people. */
  title: string;
  /** Its files' usual extensions, without the dot. */
  extensions: readonly string[];
  /** Extensions of the files that lie beside them and are read with them, likewise. */
  companions: readonly string[];
  recognizer(): Recognizer;
  /** The versions that there is a schema for, oldest first. */
  versions: readonly string[];
  /** What checks a document of a version. Throws a RangeError for one that is not known. */
  tables(version: string): CompiledSchema;
  /** The schema through all its versions, which findings are put into words with. */
  schema(): Schema;
  /** The rule that findings of a level belong to; `code` tells deprecations from errors. */
  ruleFor(level: Level, code: string): string;
  /** Every rule that findings on this format's documents can name, of all levels. */
  rules(): Promise<readonly RuleInfo[]>;
  /**
   * The ASCII byte that references in its values begin with: `Elements.marked` tells where it stands.
   */
  marked?: number;
  /** What its documents mean; loaded when a level above structure is first asked for. */
  semantics?: () => Promise<Semantics>;
  /** Root elements of other formats that lie beside such files, and what documents those are. */
  neighbours: Readonly<Record<string, string>>;
  /** What links to reports on its documents need not spell out. */
  link?: () => Promise<LinkTables>;
  /** Makes a document without a mistake, of about so many bytes, to measure with. */
  exemplar?: (bytes: number) => Promise<string>;
}
