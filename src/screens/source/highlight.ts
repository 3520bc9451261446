import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';
import { stateAfter, tokenize, type TokenKind } from './xmlTokens';

/** Characters before the visible ones that tell what these are part of. */
const contextUnits = 10_000;

const marks: Readonly<Record<TokenKind, Decoration>> = {
  punctuation: Decoration.mark({ class: 'xml-punctuation' }),
  tag: Decoration.mark({ class: 'xml-tag' }),
  attribute: Decoration.mark({ class: 'xml-attribute' }),
  value: Decoration.mark({ class: 'xml-value' }),
  reference: Decoration.mark({ class: 'xml-reference' }),
  comment: Decoration.mark({ class: 'xml-comment' }),
  meta: Decoration.mark({ class: 'xml-meta' }),
  text: Decoration.mark({ class: 'xml-text' }),
};

function marksOf(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    const before = doc.sliceString(Math.max(0, from - contextUnits), from);
    const { tokens } = tokenize(doc.sliceString(from, to), stateAfter(before));
    for (const token of tokens) builder.add(from + token.from, from + token.to, marks[token.kind]);
  }
  return builder.finish();
}

/**
 * Colours what is visible, and nothing else. A grammar's parser would go through the whole text in
 * the background, in slices of up to 50 ms, while a file is being read; here nothing needs its tree.
 */
export const xmlColours = ViewPlugin.define(
  (view) => ({
    decorations: marksOf(view),
    update(update) {
      if (update.docChanged || update.viewportChanged) this.decorations = marksOf(update.view);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);
