import { EditorView } from '@codemirror/view';

const line = (style: string, severity: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline ${style} var(--color-${severity})`,
  textDecorationThickness: style === 'double' ? '3px' : '2px',
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
});

/**
 * The editor's look, made of the page's tokens, so that it follows light and dark with the page. In the
 * text, names carry the structure, values the meaning, and punctuation steps back.
 */
export const look = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--color-fg)',
    backgroundColor: 'var(--color-bg)',
    fontSize: 'var(--text-sm)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6' },
  '.cm-content': { padding: '0.25rem 0', caretColor: 'var(--color-fg)' },
  '.cm-line': { padding: '0 0.75rem 0 0.375rem' },
  '.cm-cursor, .cm-dropCursor': { borderLeft: '2px solid var(--color-fg)' },
  '.cm-selectionBackground': { backgroundColor: 'var(--color-selected)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--color-accent) 28%, transparent)',
  },
  '.cm-gutters': {
    color: 'var(--color-dim)',
    backgroundColor: 'var(--color-bg)',
    border: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.25rem', padding: '0 0.375rem 0 0.5rem' },
  '.cm-activeLineGutter': { color: 'var(--color-fg)', backgroundColor: 'transparent' },
  '.finding-gutter .cm-gutterElement': {
    display: 'flex',
    alignItems: 'start',
    width: '1.25rem',
    paddingLeft: '0.25rem',
    cursor: 'pointer',
  },
  '.finding-marker': { display: 'flex', height: '1.6em', alignItems: 'center' },
  '.finding-marker svg': { width: '0.875rem', height: '0.875rem' },
  '.current-line': { backgroundColor: 'var(--color-hover)' },
  '.cm-lineWrapping .current-line': { backgroundColor: 'transparent' },
  '.current-range': {
    backgroundColor: 'color-mix(in srgb, var(--color-accent) 10%, transparent)',
    outline: '1px solid var(--color-accent)',
    borderRadius: '2px',
  },
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange.mark-critical': line('double', 'critical'),
  '.cm-lintRange.mark-error': line('wavy', 'error'),
  '.cm-lintRange.mark-warning': line('dashed', 'warning'),
  '.cm-lintRange.mark-info': line('dotted', 'info'),
  '.cm-lintRange-active': { backgroundColor: 'transparent' },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--color-error)' },
  '.cm-lintPoint-warning:after': { borderBottomColor: 'var(--color-warning)' },
  '.cm-lintPoint-info:after': { borderBottomColor: 'var(--color-info)' },
  '.cm-tooltip': {
    maxWidth: 'min(32rem, 90vw)',
    color: 'var(--color-fg)',
    backgroundColor: 'var(--color-raised)',
    border: '1px solid var(--color-line-strong)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow)',
    font: 'var(--text-sm) / var(--line) var(--font-ui)',
  },
  '.cm-tooltip-lint': { padding: 'var(--space-1) 0', maxHeight: '40vh', overflow: 'auto' },
  '.cm-diagnostic, .cm-diagnostic-error, .cm-diagnostic-warning, .cm-diagnostic-info': {
    padding: 'var(--space-1) var(--space-3)',
    margin: '0',
    borderLeft: 'none',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  '.cm-diagnostic p': { margin: '0' },
  '.cm-diagnostic code': {
    padding: '0.05em 0.3em',
    borderRadius: 'var(--radius-sm)',
    backgroundColor: 'var(--color-code-bg)',
    fontFamily: 'var(--font-mono)',
  },
  '.mark-word.critical': { color: 'var(--color-critical)' },
  '.mark-word.error': { color: 'var(--color-error)' },
  '.mark-word.warning': { color: 'var(--color-warning)' },
  '.mark-word.info': { color: 'var(--color-info)' },
  '.mark-help': { marginTop: 'var(--space-1) !important', color: 'var(--color-dim)' },
  '.xml-tag, .xml-reference': { color: 'var(--color-accent)' },
  '.xml-attribute, .xml-punctuation, .xml-meta': { color: 'var(--color-dim)' },
  '.xml-comment': { color: 'var(--color-dim)', fontStyle: 'italic' },
  '.cm-specialChar': { color: 'var(--color-error)' },
});
