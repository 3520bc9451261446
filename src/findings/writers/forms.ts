import type { ReportDocument } from '../reportDocument';

/** A form that a report can be written in, as a file of its own. */
export interface ReportForm {
  /** As `--format` takes it. */
  readonly id: string;
  /** For people: the name of the form, and who reads it. */
  readonly title: string;
  readonly use: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether it can show source lines, where the report has some. */
  readonly excerpts: boolean;
  /** Loads what writes it. */
  readonly load: () => Promise<WriteReport>;
}

/**
 * Writes a report, piece by piece: all of it together may be longer than a string can be. The same
 * report gives the same text, on every machine.
 */
export type WriteReport = (report: ReportDocument) => Iterable<string>;

/** Every form, in the order in which they are offered. */
export const reportForms: readonly ReportForm[] = [
  {
    id: 'json',
    title: 'JSON',
    use: 'programs; Scrutineer opens it again with nothing lost',
    extension: 'json',
    mediaType: 'application/json',
    excerpts: true,
    load: async () => (await import('./json')).writeJson,
  },
  {
    id: 'sarif',
    title: 'SARIF 2.1.0',
    use: 'code scanning, and the editors that show its results',
    extension: 'sarif',
    mediaType: 'application/sarif+json',
    excerpts: true,
    load: async () => (await import('./sarif')).writeSarif,
  },
  {
    id: 'junit',
    title: 'JUnit XML',
    use: 'build servers, which show it as tests',
    extension: 'xml',
    mediaType: 'application/xml',
    excerpts: true,
    load: async () => (await import('./junit')).writeJunit,
  },
  {
    id: 'xqar',
    title: 'XQAR',
    use: 'ASAM’s quality checker framework and its viewers',
    extension: 'xqar',
    mediaType: 'application/xml',
    excerpts: false,
    load: async () => (await import('./xqar')).writeXqar,
  },
  {
    id: 'csv',
    title: 'CSV',
    use: 'spreadsheets: a row for each finding',
    extension: 'csv',
    mediaType: 'text/csv',
    excerpts: false,
    load: async () => (await import('./csv')).writeCsv,
  },
  {
    id: 'markdown',
    title: 'Markdown',
    use: 'tickets, wikis and chats',
    extension: 'md',
    mediaType: 'text/markdown',
    excerpts: true,
    load: async () => (await import('./markdown')).writeMarkdown,
  },
  {
    id: 'html',
    title: 'HTML',
    use: 'a person without Scrutineer: one file that needs no network, and that prints well',
    extension: 'html',
    mediaType: 'text/html',
    excerpts: true,
    load: async () => (await import('./html')).writeHtml,
  },
];
