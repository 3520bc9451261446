import { forEachDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import {
  RangeSet,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker, ViewPlugin } from '@codemirror/view';
import { mount, unmount } from 'svelte';
import { severities, type Finding, type Severity } from '../../findings/finding';
import { splitInlineCode } from '../../text/inlineCode';
import SeverityMark from '../marks/SeverityMark.svelte';
import { capital, severityWords } from '../marks/words';
import type { DocRange, PlacedFinding } from './placing';

interface FindingDiagnostic extends Diagnostic {
  finding: Finding;
}

const shownSeverity = {
  critical: 'error',
  error: 'error',
  warning: 'warning',
  info: 'info',
} as const satisfies Record<Severity, Diagnostic['severity']>;

function diagnosticOf({ finding, from, to }: PlacedFinding): FindingDiagnostic {
  return {
    from,
    to,
    finding,
    severity: shownSeverity[finding.severity],
    markClass: `mark-${finding.severity}`,
    message: finding.message,
    renderMessage: () => describe(finding),
  };
}

/** What the pointer shows over a mark: severity, message and help. */
function describe(finding: Finding): HTMLElement {
  const box = document.createElement('div');
  const message = document.createElement('p');
  const word = document.createElement('strong');
  word.className = `mark-word ${finding.severity}`;
  word.textContent = `${capital(severityWords[finding.severity].one)} `;
  message.append(word, ...inlineNodes(finding.message));
  box.append(message);
  if (finding.help !== undefined) {
    const help = document.createElement('p');
    help.className = 'mark-help';
    help.append(...inlineNodes(finding.help));
    box.append(help);
  }
  return box;
}

function inlineNodes(text: string): (Node | string)[] {
  return splitInlineCode(text).map(({ text: run, code }) => {
    if (!code) return run;
    const element = document.createElement('code');
    element.textContent = run;
    return element;
  });
}

/** What is drawn in a marker's element. Equal markers take over each other's elements, so it is kept by those. */
const drawn = new Map<Node, Record<string, unknown>>();

function takeDown(box: Node): void {
  const component = drawn.get(box);
  if (component) void unmount(component);
  drawn.delete(box);
}

/**
 * A gutter does not say when it goes as a whole. What is left in it would hold on to the editor, and
 * so to the text, for ever.
 */
const markersLeave = ViewPlugin.define((view) => ({
  destroy(): void {
    for (const box of [...drawn.keys()]) {
      if (!box.isConnected || view.dom.contains(box)) takeDown(box);
    }
  },
}));

class SeverityGutterMarker extends GutterMarker {
  readonly severity: Severity;

  constructor(severity: Severity) {
    super();
    this.severity = severity;
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof SeverityGutterMarker && other.severity === this.severity;
  }

  override toDOM(): Node {
    const box = document.createElement('span');
    box.className = 'finding-marker';
    drawn.set(box, mount(SeverityMark, { target: box, props: { severity: this.severity } }));
    return box;
  }

  override destroy(box: Node): void {
    takeDown(box);
  }
}

const setGutter = StateEffect.define<RangeSet<GutterMarker>>();
const gutterMarks = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update: (marks, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setGutter)) return effect.value;
    return marks;
  },
});

const setCurrent = StateEffect.define<DocRange | null>();
const currentMark = Decoration.mark({ class: 'current-range' });
const currentLine = Decoration.line({ class: 'current-line' });
const current = StateField.define({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(setCurrent)) return currentMarks(transaction.state, effect.value);
    }
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function currentMarks(state: EditorState, range: DocRange | null) {
  if (range === null) return Decoration.none;
  const line = currentLine.range(state.doc.lineAt(range.from).from);
  const whole = range.to > range.from ? [currentMark.range(range.from, range.to)] : [];
  return Decoration.set([line, ...whole]);
}

/** One marker a line: that of its gravest finding. */
function gutterOf(state: EditorState, placed: readonly PlacedFinding[]): RangeSet<GutterMarker> {
  const gravest = new Map<number, Severity>();
  for (const { from, finding } of placed) {
    const line = state.doc.lineAt(from).from;
    const known = gravest.get(line);
    if (known === undefined || severities.indexOf(finding.severity) < severities.indexOf(known)) {
      gravest.set(line, finding.severity);
    }
  }
  return RangeSet.of(
    [...gravest].map(([line, severity]) => new SeverityGutterMarker(severity).range(line)),
    true,
  );
}

/** The transaction that marks these findings in place of the ones before. */
export function markFindings(
  state: EditorState,
  placed: readonly PlacedFinding[],
): TransactionSpec {
  const { effects } = setDiagnostics(state, placed.map(diagnosticOf));
  const all = effects === undefined ? [] : Array.isArray(effects) ? effects : [effects];
  return { effects: [...(all as StateEffect<unknown>[]), setGutter.of(gutterOf(state, placed))] };
}

/** The effect that sets a range off as the current one; `null` for none. */
export function setOff(range: DocRange | null): StateEffect<DocRange | null> {
  return setCurrent.of(range);
}

/** The marked finding at a position: of several, the one with the shortest range. */
export function findingAt(state: EditorState, position: number): Finding | null {
  let found: Finding | null = null;
  let shortest = Infinity;
  forEachDiagnostic(state, (diagnostic, from, to) => {
    if (position < from || position > to || to - from >= shortest) return;
    shortest = to - from;
    found = (diagnostic as FindingDiagnostic).finding;
  });
  return found;
}

/** The first marked finding that begins in the line around a position. */
function findingInLine(state: EditorState, from: number, to: number): Finding | null {
  let found: Finding | null = null;
  forEachDiagnostic(state, (diagnostic, start) => {
    if (start >= from && start <= to) found ??= (diagnostic as FindingDiagnostic).finding;
  });
  return found;
}

/** Marks in the text and in a gutter of their own; a click on either chooses the finding. */
export function findingMarks(onchoose: (finding: Finding) => void): Extension {
  return [
    markersLeave,
    gutterMarks,
    current,
    gutter({
      class: 'finding-gutter',
      markers: (view) => view.state.field(gutterMarks),
      initialSpacer: () => new SeverityGutterMarker('info'),
      domEventHandlers: {
        click: (view, line) => {
          const finding = findingInLine(view.state, line.from, line.to);
          if (finding) onchoose(finding);
          return finding !== null;
        },
      },
    }),
    EditorView.domEventHandlers({
      click: (event, view) => {
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        const finding = position === null ? null : findingAt(view.state, position);
        if (finding && view.state.selection.main.empty) onchoose(finding);
        return false;
      },
    }),
  ];
}
