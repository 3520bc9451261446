import type { Range } from './rule';

/** What a check learnt of a document besides findings: shown to a person who looks at it. */
export interface Insight {
  /** What written values come to, in document order. */
  readonly values: readonly ResolvedValue[];
  /** Facts worth a look of their own. */
  readonly tables: readonly FactTable[];
}

/** A value that is written as a reference or an expression, and what it comes to. */
export interface ResolvedValue {
  /** Where it is written. */
  readonly at: Range;
  /** What it comes to, for showing. */
  readonly text: string;
  /** How it comes to that, in a few words, such as `$speed, double, declared in line 12`. */
  readonly how: string;
}

/** A table of facts, such as the parameter sets that a distribution stands for. */
export interface FactTable {
  readonly title: string;
  /** One line that says what the table shows, and what it leaves out. */
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
