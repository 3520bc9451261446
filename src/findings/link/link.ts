import type { ReportDocument } from '../reportDocument';

/** The version of the form that links are written in: `#r1.…`. Those before it are read for ever. */
export const linkVersion = 1;

/**
 * How long a link may be, in characters of the whole address. Discord cuts messages at 2,000
 * characters, Slack at about 4,000, issue forms at about 8,000.
 */
export const linkBudgets = [1900, 4000, 8000] as const;
export type LinkBudget = (typeof linkBudgets)[number];

/** What a person wants of a link. */
export interface LinkWish {
  /** The address of the page, without query and fragment. */
  base: string;
  budget: LinkBudget;
  /** Whether source lines go with the findings, where the report has some: three lines a finding. */
  excerpts: boolean;
  /** Whether paths are told whole; otherwise only the names of files. */
  folders: boolean;
}

/** How much of a report there is, or goes into a link. */
export interface LinkContent {
  files: number;
  findings: number;
  /** Findings that have a proposal of repair, related places, an element, fixes, source lines. */
  help: number;
  related: number;
  elements: number;
  fixes: number;
  excerpts: number;
}

/** A report as a link, as much of it as the budget allows. */
export interface ReportLink {
  url: string;
  /** What the link carries. */
  kept: LinkContent;
  /**
   * What there was to carry. Findings that the report itself only counts are among `findings`; of
   * all the others, what was not wished for is not counted.
   */
  total: LinkContent;
}

/** Why a link could not be read, or only in part. */
export type LinkTrouble =
  /** Characters are missing at its end. */
  | 'cut'
  /** Its content is not what its checksum says. */
  | 'altered'
  /** A later version of the program wrote it. */
  | 'newer'
  /** It is no report, or one that no version of the program would write. */
  | 'wrong';

/** What was read from a link. */
export interface OpenedLink {
  report: ReportDocument;
  /** What a person should know of it: what is missing, and why; whole sentences. */
  remarks: readonly string[];
  /** Characters that are missing at the end, and how many there should be; null where it is whole. */
  cut: { missing: number; of: number } | null;
}

/** A link that gives no report, and why; `message` is for people, in whole sentences. */
export interface UnreadLink {
  problem: LinkTrouble;
  message: string;
}
