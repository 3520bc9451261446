/*
 * Types of `embed.js` (which sets the global `Scrutineer`) and of `embed.module.js` (which exports
 * the same): copy this file beside your sources, or refer to it.
 */

export as namespace Scrutineer;

/** Bytes of a file, in any of the shapes that files come in; a text becomes UTF-8. */
export type FileBytes = ArrayBuffer | Uint8Array | Blob | string;

/** A file to be checked. */
export interface EmbedFile {
  /** Its name, or its path relative to the other files. */
  name: string;
  bytes: FileBytes;
}

/** What to show: one of these, or nothing. */
export interface EmbedContent {
  /** A file that is checked in the viewer, or several that refer to each other. */
  file?: EmbedFile | File | readonly (EmbedFile | File)[];
  /** A report that was saved: its text, or its JSON as an object. */
  report?: string | object;
  /** A link to a report, as the app makes it, or its fragment alone. */
  link?: string;
  /** The address of a file or report, which the page itself fetches. */
  src?: string;
}

export type EmbedTheme = 'system' | 'light' | 'dark';

export interface EmbedOptions extends EmbedContent {
  /** The colours of the viewer; those of the system without it. */
  theme?: EmbedTheme;
  /** The height of the viewer in CSS pixels; 480 without it. `auto` follows the number of findings. */
  height?: number | string;
  /** Read aloud, where frames are announced. */
  title?: string;
  /** The address of the folder of `embed.html`, with a `/` at its end; that of this script without it. */
  base?: string;
  /** Called when all has been checked; again after each `open`. */
  onFindings?: (found: Found) => void;
  /** Called when a person chooses a finding; `index` counts those of the last `onFindings`. */
  onSelect?: (selected: { index: number }) => void;
  /** Called when something could not be done. */
  onError?: (error: EmbedError) => void;
}

/** Something that could not be done. */
export interface EmbedError {
  /** `no-answer` where the viewer did not start within ten seconds. */
  code: 'bad-message' | 'unreadable' | 'no-such-finding' | 'failed' | 'no-answer';
  /** A whole sentence for people. */
  message: string;
}

export type Severity = 'critical' | 'error' | 'warning' | 'info';

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

/** A place in a file: offsets are bytes, lines and columns count from 1, columns in UTF-16 units. */
export interface Span {
  offset: number;
  endOffset: number;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface Finding {
  /** The id of the rule. */
  rule: string;
  /** What kind of mistake it is within the rule. */
  code: string;
  level: 'syntax' | 'structure' | 'semantics' | 'project';
  severity: Severity;
  message: string;
  /** What would repair it. */
  help?: string;
  path: string;
  span: Span;
  /** The path of the element, where that is known. */
  element?: string;
  related?: { path: string; span: Span; message: string }[];
  fix?: { span: Span; text: string }[];
}

/** What was found in one file. */
export interface FileSummary {
  path: string;
  format: string | null;
  version: string | null;
  kind: string | null;
  /** What syntax and structure say; the counts say the rest. */
  verdict: 'valid' | 'invalid' | 'malformed' | 'unsupported';
  counts: Counts;
  /** Findings that are counted, but not told. */
  omitted: number;
}

/** What was found in all files. */
export interface Found {
  /** Who made the report. */
  tool: { name: string; version: string };
  /** One line, such as `2 errors, 1 warning`. */
  summary: string;
  counts: Counts;
  /** By path. */
  files: FileSummary[];
  /** File by file, those of each by their places. */
  findings: Finding[];
}

/** An embedded viewer. */
export interface Viewer {
  readonly frame: HTMLIFrameElement;
  /** Shows something else. */
  open(content: EmbedContent): void;
  /** Chooses a finding by its index among those of the last `onFindings`; null chooses none. */
  select(index: number | null): void;
  setTheme(theme: EmbedTheme): void;
  /** Takes the viewer off the page. */
  destroy(): void;
}

/** Puts a viewer into an element. What is opened before the viewer has started is not lost. */
export function embed(element: Element, options: EmbedOptions): Viewer;

/**
 * `<scrutineer-report>`: a viewer as an element, which both scripts define. Its attributes are the
 * options that are texts: `src`, `link`, `theme`, `height`, `title`, `base`; a change of the first
 * three is followed. It fires `findings`, `select` and `error`, each with what the functions of
 * {@link EmbedOptions} are given as its `detail`.
 */
export interface ScrutineerReport extends HTMLElement {
  /** Undefined before the element has been on a page. */
  readonly viewer?: Viewer;
}

declare global {
  interface HTMLElementTagNameMap {
    'scrutineer-report': ScrutineerReport;
  }
}
