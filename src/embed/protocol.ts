import type { Finding } from '../findings/finding';
import type { Counts, FileReport } from '../findings/report';
import type { Tool } from '../findings/reportDocument';

/*
 * What an embedded viewer and the page around it say to each other by `postMessage`. Every message
 * is an envelope: `scrutineer` is the version of this protocol, `type` says what it is, and `id`,
 * chosen by the page, comes back with every answer. docs/embedding.md tells it to users.
 *
 *     page                         viewer
 *      ── ping ─────────────────────▸
 *      ◂───────────────────── pong ──
 *      ── open (file|report|link) ──▸
 *      ◂───────────────── findings ──   once all of it has been checked
 *      ◂─────────────────── height ──   whenever it changes
 *      ◂─────────────────── select ──   whenever a person chooses a finding
 *      ── select, theme ────────────▸
 *      ◂──────────────────── error ──   instead of an answer
 */

/** The version of the protocol; a change that breaks pages around the viewer makes it two. */
export const protocolVersion = 1;

/** What a page chooses to know answers by; at most 200 characters. */
export type MessageId = string | number;

/** The theme that the page around wishes for. */
export const embedThemes = ['system', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** A file that the page hands over: its bytes are read, never sent anywhere. */
export interface PostedFile {
  /** Its name, or its path relative to the others. */
  name: string;
  bytes: Blob;
}

/** What the page may ask to have opened; it takes the place of what was open before. */
export type Opening =
  | { what: 'nothing' }
  /** Files to be checked; one alone may as well be a report. */
  | { what: 'files'; files: readonly PostedFile[] }
  /** A report, in any form that reports are read in. */
  | { what: 'report'; file: PostedFile }
  /** The fragment of a link, without `#`. */
  | { what: 'link'; fragment: string };

/** What the page around says, once it was found to be well-formed. */
export type HostMessage =
  | { type: 'ping'; id: MessageId }
  | { type: 'open'; id: MessageId; opening: Opening }
  /**
   * `index` counts the findings of the last `findings` message, or, where what is open is still being
   * checked, of the next; null chooses none.
   */
  | { type: 'select'; id: MessageId; index: number | null }
  | { type: 'theme'; id: MessageId; theme: EmbedTheme };

/** Why something that the page asked for was not done. */
export type EmbedErrorCode =
  /** The message does not have the shape that its type asks for. */
  | 'bad-message'
  /** The report or link could not be read. */
  | 'unreadable'
  /** Something else was opened before this was done. */
  | 'replaced'
  /** There is no finding of that number. */
  | 'no-such-finding'
  /** What should never happen did. */
  | 'failed';

/** One file of a `findings` message: its report without the findings. */
export type FileSummary = Pick<FileReport, 'path' | 'format' | 'version' | 'kind' | 'verdict'> & {
  counts: Counts;
  /** Findings that are counted, but not told. */
  omitted: number;
};

/** What was found, as the page is told: files by path, the findings of each by place. */
export interface FoundMessage {
  type: 'findings';
  id: MessageId;
  /** Who made the report. */
  tool: Tool;
  /** One line, such as `2 errors, 1 warning`. */
  summary: string;
  counts: Counts;
  files: FileSummary[];
  /** At most {@link maxToldFindings} of them. */
  findings: Finding[];
}

/** What the viewer says. */
export type ViewerMessage =
  | { type: 'pong'; id: MessageId; versions: number[]; engine: string }
  | FoundMessage
  /** `id` is that of the opening whose findings `index` counts. */
  | { type: 'select'; id: MessageId; index: number }
  /** Pixels at which nothing in the lists would have to be scrolled. */
  | { type: 'height'; id: MessageId | null; height: number }
  /** `message` is a whole sentence for people. */
  | { type: 'error'; id: MessageId | null; code: EmbedErrorCode; message: string };

/** More findings than this are counted, but not told: no page shows them all. */
export const maxToldFindings = 10_000;
