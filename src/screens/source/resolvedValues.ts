import {
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, EditorView, hoverTooltip, type DecorationSet } from '@codemirror/view';
import type { ResolvedValue } from '../../rules/insight';
import type { PlacedValue } from './placedValues';

const mark = Decoration.mark({ class: 'resolved-value' });

interface Values {
  readonly placed: readonly PlacedValue[];
  readonly marks: DecorationSet;
}

const setValues = StateEffect.define<readonly PlacedValue[]>();
const valueField = StateField.define<Values>({
  create: () => ({ placed: [], marks: Decoration.none }),
  update: (values, transaction) => {
    for (const effect of transaction.effects) {
      if (!effect.is(setValues)) continue;
      const ranges = effect.value.map(({ from, to }) => mark.range(from, to));
      return { placed: effect.value, marks: Decoration.set(ranges) };
    }
    return values;
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

/** The transaction that sets resolved values off, in place of those before. */
export function markValues(placed: readonly PlacedValue[]): TransactionSpec {
  return { effects: setValues.of(placed.filter(({ from, to }) => to > from)) };
}

/** The resolved value that is written at a position, its ends included. */
export function valueAt(state: EditorState, position: number): PlacedValue | null {
  const { placed, marks } = state.field(valueField);
  let start = -1;
  marks.between(position, position, (from) => {
    start = from;
  });
  return start < 0 ? null : (placed.find(({ from }) => from === start) ?? null);
}

function tip({ text, how }: ResolvedValue): HTMLElement {
  const box = document.createElement('div');
  box.className = 'resolved-tip';
  const value = document.createElement('code');
  value.textContent = `= ${text}`;
  box.append(value);
  if (how !== '') {
    const words = document.createElement('p');
    words.textContent = how;
    box.append(words);
  }
  return box;
}

/** Resolved values: set off quietly in the text, and told of when the pointer rests on one. */
export const resolvedValues: Extension = [
  valueField,
  hoverTooltip((view, position) => {
    const found = valueAt(view.state, position);
    if (!found) return null;
    const { from, to, value } = found;
    return { pos: from, end: to, above: true, create: () => ({ dom: tip(value) }) };
  }),
];
