import type { Level, Severity, Span } from '../findings/finding';

/** Byte offsets into a document's UTF-8 form, as on the tape; the end is exclusive. */
export type Range = readonly [start: number, end: number];

/** What a person can read about a rule, wherever its findings are shown. */
export interface RuleInfo {
  /** The standard's own UID where it has one, else `scrutineer:<format>:<version>:<set>.<name>`. */
  readonly id: string;
  /** Other UIDs that the same rule is known by. */
  readonly aliases?: readonly string[];
  readonly level: Level;
  /** How bad a violation is, unless a finding or the settings say otherwise. */
  readonly severity: Severity;
  /**
   * Set on a rule of severity *info* that also tells what is worse, or what is told always: others of
   * that severity are left out where notes are.
   */
  readonly beyondNotes?: true;
  /** The first version of the format that it applies to, as the pack spells versions. */
  readonly since: string;
  /** The last version that it applies to, where there is one. */
  readonly until?: string;
  /** What it asks, in one line without a full stop. */
  readonly meaning: string;
  readonly explanation: Explanation;
}

/** What a rule asks and why, in own words. */
export interface Explanation {
  /** A few sentences: what is asked, and what goes wrong where it is not so. */
  readonly asks: string;
  /** Where the rule comes from: a section of the standard, a schema version, a checker. */
  readonly source: string;
  /** Something that breaks the rule, and the same as it should be; short pieces of a document. */
  readonly example?: { readonly wrong: string; readonly right: string };
}

/** A rule that looks at a subject (a document's model, a project) and tells what it finds. */
export interface Rule<Subject> extends RuleInfo {
  /** Rules run from the cheapest on. Cheap: asks indexes only; dear: computes, or visits much. */
  readonly cost: 'cheap' | 'usual' | 'dear';
  /**
   * Tells everything in the subject that breaks the rule. May throw: that becomes a finding about
   * the rule, and the other rules go on.
   */
  check(subject: Subject, tell: Tell): void;
}

/** Takes what a rule found. */
export type Tell = (found: Found) => void;

/** A finding as a rule tells it: places are offsets, and what the rule itself knows is left out. */
export interface Found {
  /** What kind of violation it is within the rule, such as `unknown-entity`. */
  code: string;
  /** Where it is not the rule's own. */
  severity?: Severity;
  /** A note that is told even where the settings leave the notes of its level out. */
  always?: true;
  at: Range;
  /** States the problem and stands alone. */
  message: string;
  /** Proposes the repair. */
  help?: string;
  related?: FoundRelated[];
  /** Replacements in the document that would repair it. */
  fix?: { at: Range; text: string }[];
}

/** Another place that explains a finding: in the same document, or in another one. */
export type FoundRelated = { message: string } & ({ at: Range } | { path: string; span: Span });
