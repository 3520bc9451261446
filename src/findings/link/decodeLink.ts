import type { ExcerptLine } from '../excerpt';
import type { Span } from '../finding';
import { severities } from '../finding';
import { grouped } from '../grouped';
import type { FindingPart, LinkBody } from './body';
import { decodeBody } from './codec';
import { unframe, versionIn, type Framed } from './frame';
import { linkVersion, type LinkTrouble, type OpenedLink, type UnreadLink } from './link';
import type { LinkTables } from './tables';
import type { ReadBody } from './v1/readBody';

const messages: Readonly<Record<LinkTrouble, string>> = {
  cut: 'The link was cut on its way, and too little is left of it to show a report. Ask for it again, or for the report as a file.',
  altered:
    'The link was altered on its way: its content does not match its checksum. Ask for it again, or for the report as a file.',
  newer:
    'The link was made by a newer version of Scrutineer. Open it with that version, or load this page again to get the present one.',
  wrong: 'The link holds no report that any version of Scrutineer would write.',
};

/**
 * Reads the report in a link's fragment, of any version that there has been. Whatever the fragment
 * is, this neither throws nor takes long. Null where it is not meant to be a link to a report.
 * @param tables those of all packs
 */
export function decodeLink(
  fragment: string,
  tables: readonly LinkTables[],
): OpenedLink | UnreadLink | null {
  const version = versionIn(fragment);
  if (version === null) return null;
  if (version > linkVersion) return unread('newer');
  if (version < 1) return unread('wrong');
  const framed = unframe(fragment);
  if (typeof framed === 'string') return unread(framed);
  const read = decodeBody(framed.content, tables);
  if (read === 'newer') return unread('newer');
  // Of a link that was cut, what is left may have been altered too; a whole one has kept its word.
  if (read === null) return unread(framed.cut ? 'cut' : 'wrong');
  if (read.short && !framed.cut) return unread('wrong');
  if (framed.cut && read.body.files.length === 0) return unread('cut');
  return opened(read, framed.cut);
}

function unread(problem: LinkTrouble): UnreadLink {
  return { problem, message: messages[problem] };
}

function opened(read: ReadBody, cut: Framed['cut']): OpenedLink {
  const { tool, files } = read.body;
  return {
    report: {
      tool,
      files: files.map(({ report }) => report),
      rules: [],
      excerpts: excerptsIn(read.body),
    },
    remarks: remarksOn(read, cut),
    cut,
  };
}

/** The source lines that came along, by the places that they were told for. */
function excerptsIn({
  files,
}: LinkBody): ((path: string, span: Span) => ExcerptLine[] | null) | null {
  const lines = new Map<string, ExcerptLine[]>();
  for (const { report, excerpts } of files) {
    for (const finding of report.findings) {
      const some = excerpts.get(finding);
      if (some) lines.set(placeKey(finding.path, finding.span), [...some]);
    }
  }
  return lines.size === 0 ? null : (path, span) => lines.get(placeKey(path, span)) ?? null;
}

function placeKey(path: string, { offset, endOffset }: Span): string {
  return `${offset} ${endOffset} ${path}`;
}

const partWords: Readonly<Record<FindingPart, string>> = {
  excerpts: 'source lines',
  help: 'help',
  related: 'related places',
  elements: 'paths of elements',
  fixes: 'fixes',
};

function remarksOn({ body, strange }: ReadBody, cut: Framed['cut']): string[] {
  const remarks: string[] = [];
  if (cut) {
    remarks.push(
      `The link was cut on its way: ${grouped(cut.missing)} of its ${grouped(cut.of)} characters ${cut.missing === 1 ? 'is' : 'are'} missing. What is left of it is shown.`,
    );
  }
  const { totals, files } = body;
  const found = severities.reduce((sum, severity) => sum + totals.counts[severity], 0);
  const carried = files.reduce((sum, { report }) => sum + report.findings.length, 0);
  const shares = [
    ...(files.length < totals.files ? [shareOf(files.length, totals.files, 'file')] : []),
    ...(carried < found ? [shareOf(carried, found, 'finding')] : []),
  ];
  if (shares.length > 0) {
    const order = cut ? '' : ', the worst first';
    remarks.push(`The link tells of ${shares.join(' and ')}${order}.`);
  }
  if (totals.leftOut.length > 0) {
    const words = totals.leftOut.map((part) => partWords[part]);
    remarks.push(`To keep the link short, some findings came without ${listed(words)}.`);
  }
  if (strange > 0) {
    remarks.push(
      'A newer version of Scrutineer made the link: some rules that are not known here have numbers for names.',
    );
  }
  return remarks;
}

function shareOf(some: number, all: number, noun: string): string {
  return `${grouped(some)} of ${grouped(all)} ${noun}${all === 1 ? '' : 's'}`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
