import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
} from '@codemirror/view';
import type { Finding, Span } from '../../findings/finding';
import type { ResolvedValue } from '../../rules/insight';
import { findingMarks, markFindings, setOff } from './findingMarks';
import { xmlColours } from './highlight';
import { farMoves } from './keys';
import type { LineColumn } from './lines';
import { placeValues } from './placedValues';
import { docPosition, docRange, filePlace, placeFindings } from './placing';
import { markValues, resolvedValues, valueAt } from './resolvedValues';
import { look } from './theme';
import type { TextWindow } from './window';

export interface EditorEvents {
  /** A person chose a marked finding. */
  chosen(finding: Finding): void;
  /** The cursor stands at another place of the file. */
  cursor(place: LineColumn): void;
  /** The cursor stands in a value that is written as a reference or expression, or no longer in one. */
  value(value: ResolvedValue | null): void;
}

/** UTF-16 units of a line from which on it is wrapped rather than scrolled. */
const wrapFrom = 2000;

/** The code view: one window of a text at a time, read-only, with findings marked in it. */
export class SourceEditor {
  readonly #view: EditorView;
  readonly #label: string;
  #events: EditorEvents | null;
  #window: TextWindow | null = null;

  constructor(parent: HTMLElement, label: string, events: EditorEvents) {
    this.#label = label;
    this.#events = events;
    this.#view = new EditorView({ parent, state: EditorState.create() });
  }

  /** Shows another part of a text, without any marks. */
  show(window: TextWindow): void {
    this.#window = window;
    const firstLine = window.first.line;
    const wrap: Extension = hasLongLine(window.text) ? EditorView.lineWrapping : [];
    this.#view.setState(
      EditorState.create({
        doc: window.text,
        extensions: [
          findingMarks((finding) => {
            this.#events?.chosen(finding);
          }),
          lineNumbers({ formatNumber: (line) => String(line + firstLine - 1) }),
          highlightActiveLineGutter(),
          highlightSpecialChars(),
          drawSelection(),
          xmlColours,
          resolvedValues,
          EditorState.readOnly.of(true),
          EditorView.contentAttributes.of({
            'aria-label': this.#label,
            // No on-screen keyboard for a text that cannot be changed.
            inputmode: 'none',
            tabindex: '0',
          }),
          EditorView.updateListener.of((update) => {
            if (update.selectionSet) this.#tellCursor();
          }),
          farMoves,
          look,
          wrap,
        ],
      }),
    );
    this.#tellCursor();
  }

  /** Marks the findings that the window shows. Returns how many of them were too many to mark. */
  mark(findings: readonly Finding[]): number {
    const window = this.#window;
    if (!window) return 0;
    const { state } = this.#view;
    const { placed, unmarked } = placeFindings(state, window, findings);
    this.#view.dispatch(markFindings(state, placed));
    return unmarked;
  }

  /** Sets off what the values in the window come to. */
  resolve(values: readonly ResolvedValue[]): void {
    if (!this.#window) return;
    this.#view.dispatch(markValues(placeValues(this.#window, values)));
    this.#tellCursor();
  }

  /** Whether the window shows a place of the file. */
  shows(place: LineColumn): boolean {
    return this.#window !== null && docPosition(this.#view.state, this.#window, place) !== null;
  }

  /** Sets a span off as the current one and puts the cursor there; `null` for none. */
  setOff(span: Span | null): void {
    const window = this.#window;
    if (!window) return;
    const range = span && docRange(this.#view.state, window, span);
    this.#view.dispatch({
      effects: setOff(range),
      ...(range ? { selection: { anchor: range.from } } : {}),
    });
  }

  /** Scrolls a place of the file, or a whole span, into view, if the window shows it. */
  scrollTo(target: LineColumn | Span, where: 'start' | 'center' | 'end' = 'center'): void {
    const window = this.#window;
    const { state } = this.#view;
    if (!window) return;
    const from = docPosition(state, window, target);
    if (from === null) return;
    const { to } = state.doc.lineAt(from);
    const end = 'endLine' in target ? (docRange(state, window, target)?.to ?? from) : from;
    // The beginnings of lines tell where one is: the text moves sideways only when it must.
    this.#view.scrollDOM.scrollLeft = 0;
    this.#view.dispatch({
      effects: EditorView.scrollIntoView(EditorSelection.range(Math.min(end, to), from), {
        y: where,
        x: 'nearest',
        xMargin: 24,
      }),
    });
  }

  /** Takes the sizes again, after the editor was hidden. */
  measure(): void {
    this.#view.requestMeasure();
  }

  /** Takes the editor away. It lets go of everything, however long somebody may hold on to it. */
  destroy(): void {
    this.#view.destroy();
    this.#events = null;
    this.#window = null;
  }

  #tellCursor(): void {
    const { state } = this.#view;
    if (!this.#window) return;
    const { head } = state.selection.main;
    this.#events?.cursor(filePlace(state, this.#window, head));
    this.#events?.value(valueAt(state, head)?.value ?? null);
  }
}

function hasLongLine(text: string): boolean {
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > wrapFrom) return true;
    if (end < 0) return false;
    start = end + 1;
  }
}
