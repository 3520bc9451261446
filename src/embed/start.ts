import type { Early } from './early';

/*
 * The first script of the embedded viewer's page, a classic one: it runs before the viewer, which is
 * a module, and where no module runs at all. It keeps the messages that come meanwhile, and says
 * what is missing where the viewer cannot start, without any style sheet, as none may have come.
 */

/** More messages than this are no page’s questions; the later ones are dropped. */
const heldAtMost = 100;

const early: Early = { held: [], deliver: null };
window.scrutineerEarly = early;
addEventListener('message', (event) => {
  if (early.deliver) early.deliver(event);
  else if (early.held.length < heldAtMost) early.held.push(event);
});

addEventListener('DOMContentLoaded', () => {
  // Browsers give a frame that is sandboxed without `allow-same-origin` the origin `null`, and load
  // no module, no worker and no style sheet of a site into it.
  if (self.origin === 'null') {
    explain(
      'The frame around this viewer does not let it start.',
      'It is sandboxed without an origin of its own, so that the viewer’s modules and workers cannot be loaded. Add allow-same-origin to the frame:',
      'sandbox="allow-scripts allow-same-origin"',
    );
  }
});

// Errors of elements that load something do not bubble; they are seen on the way down.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement) || self.origin === 'null') return;
    explain(
      'The viewer could not be loaded.',
      'A part of it did not come from the server. Load the page again; if that does not help, the server or something on the way to it keeps back:',
      target.src,
    );
  },
  true,
);

/** Shows why there is no viewer, in whole sentences, and one line of code. */
function explain(title: string, text: string, code: string): void {
  const place = document.body;
  place.textContent = '';
  const box = document.createElement('main');
  box.setAttribute('role', 'alert');
  box.style.cssText = 'max-width:40rem;padding:1rem;font:0.875rem/1.45 system-ui,sans-serif';
  const parts: [name: string, content: string, style: string][] = [
    ['h1', title, 'margin:0 0 0.5rem;font-size:1rem'],
    ['p', text, 'margin:0 0 0.5rem'],
    ['code', code, 'overflow-wrap:anywhere'],
  ];
  for (const [name, content, style] of parts) {
    const part = document.createElement(name);
    part.textContent = content;
    part.style.cssText = style;
    box.append(part);
  }
  place.append(box);
}
