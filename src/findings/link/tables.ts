/**
 * Words that links need not spell out. They are part of the form of links and kept for ever: what
 * has once been published keeps its place, and new words are only ever added at the end.
 */
export interface LinkTables {
  /** Tells the tables of packs apart, from 1 on; never given to another pack. */
  readonly number: number;
  /** Id of the pack; null for the words that belong to all. */
  readonly format: string | null;
  /** Ids of rules. */
  readonly rules: readonly string[];
  /** Codes of findings. */
  readonly codes: readonly string[];
  /** Text that reports on such documents tend to hold: what the packing of a link begins with. */
  readonly dictionary: string;
}
