import type { EmbedTheme } from '../../embed/protocol';

/** How the viewer is to look on the page that it becomes part of. */
export interface SnippetLook {
  theme: EmbedTheme;
  /** In CSS pixels. */
  height: number;
  /** Read aloud, where frames are announced. */
  title: string;
}

/** What a frame needs to be let do; `src/embed/host/embed.ts` asks for the same. */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The address of the viewer with a report in it, whose link's fragment is given without `#`. */
export function viewerAddress(page: string, theme: EmbedTheme, fragment: string): string {
  const url = new URL('embed.html', page);
  if (theme !== 'system') url.searchParams.set('theme', theme);
  url.hash = fragment;
  return url.href;
}

/** HTML of a frame that shows the report of a link; it needs no script on the page. */
export function frameSnippet(
  page: string,
  fragment: string,
  { theme, height, title }: SnippetLook,
): string {
  return element('iframe', {
    src: viewerAddress(page, theme, fragment),
    title,
    width: '100%',
    height: String(height),
    style: 'border: 0',
    sandbox,
    referrerpolicy: 'no-referrer',
    loading: 'lazy',
  });
}

/** HTML of an element that shows a file or a saved report, which lies beside the page. */
export function elementSnippet(
  page: string,
  src: string,
  { theme, height, title }: SnippetLook,
): string {
  const script = element('script', { src: new URL('embed.js', page).href, defer: '' });
  const report = element('scrutineer-report', {
    src,
    title,
    height: String(height),
    ...(theme === 'system' ? {} : { theme }),
  });
  return `${script}\n${report}`;
}

/** An element without content, an attribute a line where there are many. */
function element(name: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([attribute, value]) =>
    value === '' ? attribute : `${attribute}="${escaped(value)}"`,
  );
  const between = written.length > 2 ? '\n  ' : ' ';
  return `<${[name, ...written].join(between)}></${name}>`;
}

/** A text as it may stand within double quotes; names of files can hold anything. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
