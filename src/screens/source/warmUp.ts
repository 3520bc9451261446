import type { Finding, Span } from '../../findings/finding';
import type { TextWindow } from './window';

const lines = 40;
const line = '    <Element name="value" other="1.5"><!-- text --></Element>\n';

const text: TextWindow = {
  from: 0,
  to: lines * line.length,
  text: line.repeat(lines),
  first: { line: 1, column: 1 },
  cutAtEnd: false,
};

const span: Span = {
  offset: 4,
  endOffset: 12,
  line: 1,
  column: 5,
  endLine: 1,
  endColumn: 13,
};

const finding: Finding = {
  rule: '',
  code: '',
  level: 'syntax',
  severity: 'info',
  message: '',
  path: '',
  span,
};

/**
 * Fetches the editor and lets it draw a few lines out of sight. Code that runs for the first time is
 * slow, and would hold up the page just when the first file is being read. Resolves when the editor
 * is gone again; rejects where it could not be fetched.
 */
export async function warmUpEditor(): Promise<void> {
  const { SourceEditor } = await import('./editor');
  const host = document.createElement('div');
  host.inert = true;
  Object.assign(host.style, {
    position: 'fixed',
    right: '100%',
    width: '600px',
    height: '400px',
    contain: 'strict',
    visibility: 'hidden',
  });
  document.body.append(host);
  const editor = new SourceEditor(host, '', { chosen: nothing, cursor: nothing, value: nothing });
  try {
    editor.show(text);
    await nextFrame();
    editor.mark([finding]);
    editor.setOff(span);
    editor.scrollTo(span);
    await nextFrame();
    await nextFrame();
  } finally {
    editor.destroy();
    host.remove();
  }
}

function nothing(): void {
  // Nobody is there to choose a finding.
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
