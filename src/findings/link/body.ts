import type { ExcerptLine } from '../excerpt';
import type { Finding } from '../finding';
import type { Counts, FileReport } from '../report';
import type { Tool } from '../reportDocument';

/** What a link carries: a report, as much of it as there is room for. */
export interface LinkBody {
  tool: Tool;
  /** Of the report that it was taken from. */
  totals: LinkTotals;
  files: readonly LinkedFile[];
}

/** How much there was of what may be carried in part. */
export interface LinkTotals {
  files: number;
  /** Findings of all files, those included that the report itself only counts. */
  counts: Counts;
  /** Of which parts of findings some were left out. */
  leftOut: readonly FindingPart[];
}

/** Parts of findings that can be left out, in the order in which they are given room. */
export const findingParts = ['excerpts', 'help', 'related', 'elements', 'fixes'] as const;
export type FindingPart = (typeof findingParts)[number];

/** A file's report, as it is carried; its duration is not. */
export interface LinkedFile {
  /** `findings` are those carried, in the order of their places, without what is left out of them. */
  report: FileReport;
  /** The source lines of findings. */
  excerpts: ReadonlyMap<Finding, readonly ExcerptLine[]>;
}
