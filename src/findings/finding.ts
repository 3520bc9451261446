/** How deep a check goes. Each level needs the one before it. */
export const levels = ['syntax', 'structure', 'semantics', 'project'] as const;
export type Level = (typeof levels)[number];

/** From "nothing after it can be trusted" down to "worth knowing". */
export const severities = ['critical', 'error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/**
 * A place in the original file. Offsets are bytes (the end is exclusive); lines and columns are
 * 1-based, and columns count UTF-16 units, as editors do. Line ends are LF, CR LF and a lone CR.
 * In a report of another program's that tells no offsets, both are 0: lines and columns hold.
 */
export interface Span {
  offset: number;
  endOffset: number;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Another place that explains a finding: the tag left open, the first of two declarations. */
export interface RelatedPlace {
  path: string;
  span: Span;
  message: string;
}

/** One replacement in the original file that would repair a finding. */
export interface FixEdit {
  span: Span;
  text: string;
}

/**
 * Something a person should know about a file, at its exact place.
 * `message` states the problem and stands alone; only `help` proposes the repair.
 */
export interface Finding {
  /** ASAM's UID where ASAM has one, else `scrutineer:<format>:<version>:<set>.<name>`. */
  rule: string;
  /** What kind of mistake it is within the rule, such as `unexpected-element`. */
  code: string;
  level: Level;
  severity: Severity;
  message: string;
  help?: string;
  path: string;
  span: Span;
  /**
   * The innermost element that holds the place, as a path from the root: `/A/B[2]/C`, with a number
   * (from 1) where a name occurs more than once among siblings. Known only where it was asked for.
   */
  element?: string;
  related?: RelatedPlace[];
  fix?: FixEdit[];
}

/** Whether a span, of no bytes at the very start, stands for the file as a whole. */
export function concernsWholeFile({ endOffset, endLine, endColumn }: Span): boolean {
  return endOffset === 0 && endLine === 1 && endColumn === 1;
}

/** Whether a span tells its offsets, as all do but some in reports of other programs. */
export function hasOffsets(span: Span): boolean {
  return span.endOffset > 0 || concernsWholeFile(span);
}

/** The span of a finding that concerns a file as a whole, or one that could not be read at all. */
export const wholeFileSpan: Span = {
  offset: 0,
  endOffset: 0,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
};
