import type { ExcerptLine } from '../../excerpt';
import type { Finding, FixEdit, RelatedPlace } from '../../finding';
import type { Counts, FileReport } from '../../report';
import { countFindings, noCounts } from '../../report';
import type { FindingPart, LinkBody } from '../body';
import { excerptLines, hashBytes } from '../limits';
import type { LinkTables } from '../tables';
import { BytesIn, EndOfBytes, WrongBytes } from './bytesIn';
import { levelOrder, partOrder, severityOrder, verdictOrder } from './orders';
import { fileStart, readSpan, type Place } from './spans';
import { WordsIn } from './words';

/** What was read of a link's content. */
export interface ReadBody {
  body: LinkBody;
  /** Whether it ended before its end. */
  short: boolean;
  /** Rules and codes that a later version has numbers for, and this one no names. */
  strange: number;
}

/** A file as it is told of in front of its findings. */
interface FileHead {
  report: FileReport;
  /** Findings that follow. */
  announced: number;
}

type Kind = Pick<Finding, 'rule' | 'code' | 'level' | 'severity'>;

/** What has been read so far; all of it stands, whatever follows. */
interface Reading {
  head: Pick<LinkBody, 'tool' | 'totals'> | null;
  files: FileReport[];
  excerpts: Map<Finding, ExcerptLine[]>;
}

/**
 * Reads what `writeBody` wrote, or the beginning of it: then what comes behind is missing. Null where
 * the bytes are nothing that it writes, or too few to tell of anything.
 * @param own the tables that it was written with
 */
export function readBody(bytes: Uint8Array, own: LinkTables | null): ReadBody | null {
  const from = new BytesIn(bytes);
  const words = new WordsIn(own);
  const reading: Reading = { head: null, files: [], excerpts: new Map() };
  let short = false;
  try {
    read(from, words, reading);
  } catch (error) {
    if (error instanceof WrongBytes) return null;
    if (!(error instanceof EndOfBytes)) throw error;
    short = true;
  }
  const { head, files, excerpts } = reading;
  if (!head || files.some(holdsMoreThanCounted)) return null;
  // Findings name files by their paths.
  if (new Set(files.map(({ path }) => path)).size < files.length) return null;
  const body: LinkBody = {
    ...head,
    files: files.map((report) => ({ report: { ...report, omitted: omittedOf(report) }, excerpts })),
  };
  return { body, short, strange: words.strange };
}

/** Throws EndOfBytes or WrongBytes; what was read until then is in `reading`. */
function read(from: BytesIn, words: WordsIn, reading: Reading): void {
  reading.head = readHead(from);
  const kinds = listOf(from, () => readKind(from, words));
  const heads: FileHead[] = [];
  for (let left = from.count(); left > 0; left--) {
    const head = readFile(from);
    heads.push(head);
    reading.files.push(head.report);
  }
  for (const { report, announced } of heads) {
    let near: Place = fileStart;
    for (let left = announced; left > 0; left--) {
      const finding = readFinding(from, kinds, report.path, near);
      report.findings.push(finding);
      near = finding.span;
    }
  }
  const findings = reading.files.flatMap((report) => report.findings);
  for (const part of partOrder) readPart(from, part, findings, reading.excerpts);
  if (!from.atEnd) throw new WrongBytes('Something follows');
}

/** As many as a number in front of them says. No room is made for them before they are there. */
function listOf<Item>(from: BytesIn, readOne: () => Item): Item[] {
  const items: Item[] = [];
  for (let left = from.count(); left > 0; left--) items.push(readOne());
  return items;
}

function readHead(from: BytesIn): Pick<LinkBody, 'tool' | 'totals'> {
  const tool = { name: from.text(), version: from.text() };
  const files = from.count();
  const counts = readCounts(from);
  const bits = from.count();
  const leftOut = partOrder.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1);
  return { tool, totals: { files, counts, leftOut } };
}

function readCounts(from: BytesIn): Counts {
  const counts = noCounts();
  for (const severity of severityOrder) counts[severity] = from.count();
  return counts;
}

function readKind(from: BytesIn, words: WordsIn): Kind {
  const rule = words.read(from, 'rules');
  const code = words.read(from, 'codes');
  const both = from.byte();
  return {
    rule,
    code,
    level: pick(levelOrder, both >> 2),
    severity: pick(severityOrder, both & 3),
  };
}

function readFile(from: BytesIn): FileHead {
  const path = from.text();
  const format = from.textOrNull();
  const version = from.textOrNull();
  const kind = from.textOrNull();
  const flags = from.byte();
  const verdict = pick(verdictOrder, flags >> 1);
  const counts = readCounts(from);
  const announced = from.count();
  const size = from.count();
  const elements = from.count();
  const hash = (flags & 1) === 1 ? { hash: hexOf(from.raw(hashBytes)) } : {};
  const known = { path, format, version, kind, verdict, counts, size, elements };
  return { report: { ...known, findings: [], omitted: 0, ms: 0, ...hash }, announced };
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readFinding(from: BytesIn, kinds: readonly Kind[], path: string, near: Place): Finding {
  const kind = pick(kinds, from.count());
  const span = readSpan(from, near);
  return { ...kind, message: from.text(), path, span };
}

function holdsMoreThanCounted({ findings, counts }: FileReport): boolean {
  const carried = countFindings(findings);
  return severityOrder.some((severity) => carried[severity] > counts[severity]);
}

function omittedOf({ counts, findings }: FileReport): number {
  return severityOrder.reduce((sum, severity) => sum + counts[severity], 0) - findings.length;
}

/** How each part is read, and put where it belongs. */
const readers: Readonly<
  Record<
    FindingPart,
    (from: BytesIn, finding: Finding, excerpts: Map<Finding, ExcerptLine[]>) => void
  >
> = {
  excerpts(from, finding, excerpts) {
    excerpts.set(finding, readExcerpt(from, finding));
  },
  help(from, finding) {
    finding.help = from.text();
  },
  related(from, finding) {
    finding.related = listOf(from, () => readRelated(from, finding));
  },
  elements(from, finding) {
    finding.element = from.text();
  },
  fixes(from, finding) {
    finding.fix = listOf(from, (): FixEdit => {
      return { span: readSpan(from, finding.span), text: from.text() };
    });
  },
};

function readPart(
  from: BytesIn,
  part: FindingPart,
  findings: readonly Finding[],
  excerpts: Map<Finding, ExcerptLine[]>,
): void {
  let at = 0;
  for (let left = from.count(); left > 0; left--) {
    at += from.count();
    readers[part](from, pick(findings, at), excerpts);
    at++;
  }
}

function readExcerpt(from: BytesIn, { span }: Finding): ExcerptLine[] {
  let number = span.line;
  const lines = listOf(from, (): ExcerptLine => {
    number += from.signed();
    const flags = from.byte();
    const start = flags & 4 ? from.count() : 0;
    const mark = flags & 4 ? { from: start, to: start + from.count() } : null;
    const text = from.text();
    if (number < 1 || !Number.isSafeInteger(number) || (mark && mark.to > text.length)) {
      throw new WrongBytes('A line of source lies outside of its file');
    }
    return { number, text, cutBefore: (flags & 1) > 0, cutAfter: (flags & 2) > 0, mark };
  });
  if (lines.length > excerptLines) throw new WrongBytes('There are too many lines of source');
  return lines;
}

function readRelated(from: BytesIn, finding: Finding): RelatedPlace {
  const other = from.textOrNull();
  const span = readSpan(from, other === null ? finding.span : fileStart);
  return { path: other ?? finding.path, span, message: from.text() };
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at];
  if (item === undefined) throw new WrongBytes('A number stands for nothing');
  return item;
}
