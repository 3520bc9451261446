import type { RuleInfo } from '../../rules/rule';
import type { ReportDocument } from '../reportDocument';

/**
 * What comes of reading a report: the report and what a person should know of it, or why there is
 * none. Remarks and problems are whole sentences.
 */
export type ReadResult =
  { document: ReportDocument; remarks: readonly string[] } | { problem: string };

/** What readers need beside the bytes. */
export interface ReadContext {
  /** The tokenizer, compiled; it is asked for where a form is XML. */
  tokenizer: () => Promise<WebAssembly.Module>;
  /**
   * The rules that are known here, if any: what a foreign report does not say of a rule that it names
   * by its id, or by an alias, such as the level of its findings, is taken from them.
   */
  rules?: readonly RuleInfo[];
}

/** Reads a report of one form. Never throws for what the bytes are. */
export type ReadReport = (bytes: Uint8Array, context: ReadContext) => Promise<ReadResult>;
