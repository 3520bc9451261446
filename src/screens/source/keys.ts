import { EditorSelection } from '@codemirror/state';
import { keymap, type Command, type EditorView } from '@codemirror/view';

/**
 * Far moves of the cursor, which the browser cannot make by itself, since only the visible lines
 * exist for it. Near ones it makes on its own.
 */
export const farMoves = keymap.of([
  { key: 'Mod-Home', run: moveTo(() => 0), shift: moveTo(() => 0, true) },
  { key: 'Mod-End', run: moveTo(endOf), shift: moveTo(endOf, true) },
  { key: 'PageDown', run: page(true, false), shift: page(true, true) },
  { key: 'PageUp', run: page(false, false), shift: page(false, true) },
  { key: 'Mod-a', run: selectAll },
]);

function endOf(view: EditorView): number {
  return view.state.doc.length;
}

function moveTo(target: (view: EditorView) => number, extend = false): Command {
  return (view) => {
    const head = target(view);
    const { anchor } = view.state.selection.main;
    view.dispatch({
      selection: EditorSelection.single(extend ? anchor : head, head),
      scrollIntoView: true,
    });
    return true;
  };
}

function page(forward: boolean, extend: boolean): Command {
  return (view) => {
    const { main } = view.state.selection;
    const height = Math.max(view.defaultLineHeight, view.scrollDOM.clientHeight * 0.9);
    const { head } = view.moveVertically(main, forward, height);
    view.dispatch({
      selection: EditorSelection.single(extend ? main.anchor : head, head),
      scrollIntoView: true,
    });
    return true;
  };
}

function selectAll(view: EditorView): boolean {
  view.dispatch({ selection: EditorSelection.single(0, view.state.doc.length) });
  return true;
}
