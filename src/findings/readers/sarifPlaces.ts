import { linesOfSnippet } from '../writers/sarifSnippet';
import type { ExcerptLine } from '../excerpt';
import type { FixEdit, Span } from '../finding';
import type { ExcerptOf } from '../text';
import { spanOf } from './gathering';
import { bounded, mostParts } from './limits';
import type { Loose } from './loose';
import { asObject, countIn, listIn, member, objectIn, textIn } from './loose';

/** A place in a log, with the source lines that came with it. */
export interface PlaceRead {
  path: string;
  span: Span;
  lines: ExcerptLine[];
}

/** The place that a location tells (section 3.28); without a region, it is the file as a whole. */
export function placeIn(location: Loose, pathOf: (artifactLocation: Loose) => string): PlaceRead {
  const physical = objectIn(location, 'physicalLocation');
  const region = objectIn(physical, 'region');
  const span = spanIn(region);
  return {
    path: pathOf(objectIn(physical, 'artifactLocation')),
    span,
    lines: linesIn(location, objectIn(physical, 'contextRegion'), span),
  };
}

/** A region (section 3.30) as a span. One of characters or bytes alone has no line: it is the file. */
function spanIn(region: Loose): Span {
  const line = countIn(region, 'startLine', 1);
  const offset = countIn(region, 'byteOffset');
  const length = countIn(region, 'byteLength');
  return spanOf({
    line,
    column: countIn(region, 'startColumn', 1),
    endLine: countIn(region, 'endLine', 1),
    endColumn: countIn(region, 'endColumn', 1),
    offset,
    endOffset: offset === undefined || length === undefined ? undefined : offset + length,
  });
}

/** An edit (section 3.57); null where the place is not told. */
export function replacementIn(replacement: Loose): FixEdit | null {
  const region = objectIn(replacement, 'deletedRegion');
  if (countIn(region, 'startLine', 1) === undefined) return null;
  const text = textIn(objectIn(replacement, 'insertedContent'), 'text') ?? '';
  return { span: spanIn(region), text };
}

function linesIn(location: Loose, context: Loose, span: Span): ExcerptLine[] {
  const told = listIn(objectIn(location, 'properties'), 'excerpt');
  if (told.length > 0) return told.slice(0, mostParts).flatMap((it) => lineIn(asObject(it)));
  const text = textIn(objectIn(context, 'snippet'), 'text');
  const startLine = countIn(context, 'startLine', 1);
  if (text === undefined || startLine === undefined) return [];
  return linesOfSnippet(span, { startLine, snippet: { text } }).slice(0, mostParts);
}

/** A line as it was told, or nothing where it is none. */
function lineIn(line: Loose): ExcerptLine[] {
  const number = countIn(line, 'number', 1);
  const text = textIn(line, 'text');
  if (number === undefined || text === undefined) return [];
  const marked = objectIn(line, 'mark');
  const from = countIn(marked, 'from');
  const to = countIn(marked, 'to');
  const inside = from !== undefined && to !== undefined && from <= to && to <= text.length;
  return [
    {
      number,
      text: bounded(text),
      cutBefore: member(line, 'cutBefore') === true,
      cutAfter: member(line, 'cutAfter') === true,
      mark: inside ? { from, to } : null,
    },
  ];
}

/** The source lines that came with a report, to be asked for again by their places. */
export class ExcerptsRead {
  readonly #byPlace = new Map<string, ExcerptLine[]>();

  add(path: string, span: Span, lines: ExcerptLine[]): void {
    if (lines.length > 0) this.#byPlace.set(keyOf(path, span), lines);
  }

  /** What gives the lines; null where none came. */
  excerptOf(): ExcerptOf | null {
    if (this.#byPlace.size === 0) return null;
    return (path, span) => this.#byPlace.get(keyOf(path, span)) ?? null;
  }
}

function keyOf(path: string, { line, column, endLine, endColumn }: Span): string {
  return `${line}:${column}-${endLine}:${endColumn} ${path}`;
}
