import type { FactTable, Insight, ResolvedValue } from '../rules/insight';

/** What a check learnt of a document, to be asked by place. */
export class InsightIndex {
  readonly tables: readonly FactTable[];
  /** In document order. */
  readonly values: readonly ResolvedValue[];

  constructor({ values, tables }: Insight) {
    this.tables = tables;
    this.values = values;
  }

  /** The first value that is written between two offsets into the UTF-8 form, if one is. */
  firstIn(start: number, end: number): ResolvedValue | null {
    const { values } = this;
    let from = 0;
    let to = values.length;
    // The first one that ends behind the start.
    while (from < to) {
      const middle = (from + to) >> 1;
      const value = values[middle];
      if (value === undefined || value.at[1] > start) to = middle;
      else from = middle + 1;
    }
    const value = values[from];
    return value !== undefined && value.at[0] < end ? value : null;
  }
}
