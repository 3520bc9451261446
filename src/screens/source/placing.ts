import type { EditorState } from '@codemirror/state';
import type { Finding, Span } from '../../findings/finding';
import type { LineColumn } from './lines';
import { placeInFile, placeInWindow, type TextWindow } from './window';

/** A range in the editor's document. */
export interface DocRange {
  from: number;
  to: number;
}

/** More marks than this would make the editor slow, and nobody reads them one by one. */
const mostMarks = 2000;

/**
 * The position in the editor of a place in the file, or `null` when the window does not show it. A
 * column past a line's end counts as the end.
 */
export function docPosition(
  state: EditorState,
  window: TextWindow,
  place: LineColumn,
): number | null {
  const here = placeInWindow(window, place);
  if (!here || here.line > state.doc.lines) return null;
  const line = state.doc.line(here.line);
  if (here.column - 1 > line.length && here.line === state.doc.lines && window.cutAtEnd)
    return null;
  return line.from + Math.min(here.column - 1, line.length);
}

/** The place in the file of a position in the editor. */
export function filePlace(state: EditorState, window: TextWindow, position: number): LineColumn {
  const line = state.doc.lineAt(position);
  return placeInFile(window, { line: line.number, column: position - line.from + 1 });
}

/**
 * The range of a span; its start must be in the window, its end may lie behind it. A range at the
 * very end of a line reaches back over the last character, since an empty one can hardly be seen.
 */
export function docRange(state: EditorState, window: TextWindow, span: Span): DocRange | null {
  const from = docPosition(state, window, span);
  if (from === null) return null;
  const end = docPosition(state, window, { line: span.endLine, column: span.endColumn });
  return { from, to: Math.max(from, end ?? state.doc.length) };
}

/** A finding and the range that shows it. */
export interface PlacedFinding extends DocRange {
  finding: Finding;
}

/** The findings that the window shows, in order, and how many more there were than can be marked. */
export function placeFindings(
  state: EditorState,
  window: TextWindow,
  findings: readonly Finding[],
): { placed: PlacedFinding[]; unmarked: number } {
  const placed: PlacedFinding[] = [];
  let unmarked = 0;
  const lastLine = window.first.line + state.doc.lines - 1;
  for (const finding of findings) {
    const { line } = finding.span;
    if (line < window.first.line || line > lastLine) continue;
    const range = docRange(state, window, finding.span);
    if (!range) continue;
    if (placed.length < mostMarks) placed.push({ ...range, finding });
    else unmarked++;
  }
  placed.sort((a, b) => a.from - b.from || a.to - b.to);
  return { placed, unmarked };
}
