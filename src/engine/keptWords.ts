import { explain, type ExplainedIssue } from '../schema/explain';
import type { Judgement } from '../schema/explanation';
import type { StructureIssue } from '../schema/issue';

/** Explanations that are kept. */
const most = 500;

/**
 * The words for issues of one version of a schema, kept from document to document: files of one
 * author tend to have the same mistakes, and to explain one takes longer than to read a small file.
 */
export class KeptWords {
  readonly #words = new Map<string, ExplainedIssue>();

  /** Explains an issue; always the same schema and version must be asked about. */
  of(issue: StructureIssue, judgement: Judgement): ExplainedIssue {
    const key = JSON.stringify([judgement.declared, issue]);
    let explained = this.#words.get(key);
    if (!explained) {
      explained = explain(issue, judgement);
      if (this.#words.size < most) this.#words.set(key, explained);
    }
    return explained;
  }
}
