import type { ExcerptLine } from '../../excerpt';
import type { Finding, FixEdit, RelatedPlace } from '../../finding';
import type { Counts, FileReport } from '../../report';
import type { FindingPart, LinkBody } from '../body';
import { hashBytes } from '../limits';
import type { LinkTables } from '../tables';
import { BytesOut } from './bytesOut';
import { levelOrder, partOrder, severityOrder, verdictOrder } from './orders';
import { fileStart, writeSpan } from './spans';
import { WordsOut } from './words';

/**
 * Writes what a link of version 1 carries: who made it and how much there was; the kinds of findings;
 * the files; the findings of each file; and then, part by part, what else is known of findings. What
 * comes first is what a link that was cut still tells.
 * @param own the tables of the pack whose documents it is about; null where there is none
 */
export function writeBody(body: LinkBody, own: LinkTables | null): Uint8Array {
  const out = new BytesOut();
  out.text(body.tool.name);
  out.text(body.tool.version);
  out.count(body.totals.files);
  writeCounts(out, body.totals.counts);
  out.count(bitsOf(body.totals.leftOut));

  const kinds = kindsOf(body);
  out.count(kinds.size);
  const words = new WordsOut(own);
  for (const { finding } of kinds.values()) writeKind(out, words, finding);

  out.count(body.files.length);
  for (const { report } of body.files) writeFile(out, report);
  for (const { report } of body.files) {
    let near = fileStart;
    for (const finding of report.findings) {
      out.count(kinds.get(kindKey(finding))?.number ?? 0);
      writeSpan(out, finding.span, near);
      out.text(finding.message);
      near = finding.span;
    }
  }
  for (const part of partOrder) writePart(out, body, part);
  return out.bytes;
}

function writeCounts(out: BytesOut, counts: Counts): void {
  for (const severity of severityOrder) out.count(counts[severity]);
}

function bitsOf(parts: readonly FindingPart[]): number {
  return parts.reduce((bits, part) => bits | (1 << partOrder.indexOf(part)), 0);
}

/** What many findings have in common, told once: rule, code, level and severity. */
function kindsOf(body: LinkBody): Map<string, { number: number; finding: Finding }> {
  const kinds = new Map<string, { number: number; finding: Finding }>();
  for (const { report } of body.files) {
    for (const finding of report.findings) {
      const key = kindKey(finding);
      if (!kinds.has(key)) kinds.set(key, { number: kinds.size, finding });
    }
  }
  return kinds;
}

function kindKey({ rule, code, level, severity }: Finding): string {
  return JSON.stringify([rule, code, level, severity]);
}

function writeKind(out: BytesOut, words: WordsOut, finding: Finding): void {
  words.write(out, 'rules', finding.rule);
  words.write(out, 'codes', finding.code);
  out.byte(4 * levelOrder.indexOf(finding.level) + severityOrder.indexOf(finding.severity));
}

function writeFile(out: BytesOut, report: FileReport): void {
  out.text(report.path);
  out.text(report.format);
  out.text(report.version);
  out.text(report.kind);
  const hash = hashOf(report);
  out.byte(2 * verdictOrder.indexOf(report.verdict) + (hash ? 1 : 0));
  writeCounts(out, report.counts);
  out.count(report.findings.length);
  out.count(report.size);
  out.count(report.elements);
  if (hash) out.raw(hash);
}

/** The first bytes of a file's SHA-256, where it is known. */
function hashOf({ hash = '' }: FileReport): Uint8Array | null {
  if (!/^[0-9a-f]+$/.test(hash) || hash.length < 2 * hashBytes) return null;
  return Uint8Array.from({ length: hashBytes }, (_, at) =>
    parseInt(hash.slice(2 * at, 2 * at + 2), 16),
  );
}

/** How each part of a finding is written; null where a finding has none. */
const writers: Readonly<
  Record<
    FindingPart,
    (finding: Finding, excerpts: ReadonlyMap<Finding, readonly ExcerptLine[]>) => WritePart | null
  >
> = {
  excerpts(finding, excerpts) {
    const lines = excerpts.get(finding);
    return lines ? (out) => writeExcerpt(out, lines, finding) : null;
  },
  help({ help }) {
    return help === undefined ? null : (out) => out.text(help);
  },
  related(finding) {
    const { related } = finding;
    return related ? (out) => writeRelated(out, related, finding) : null;
  },
  elements({ element }) {
    return element === undefined ? null : (out) => out.text(element);
  },
  fixes(finding) {
    const { fix } = finding;
    return fix ? (out) => writeFix(out, fix, finding) : null;
  },
};

type WritePart = (out: BytesOut) => void;

/** How many findings have it; then for each how many findings lie between, and the part itself. */
function writePart(out: BytesOut, { files }: LinkBody, part: FindingPart): void {
  const having: { gap: number; write: WritePart }[] = [];
  let gap = 0;
  for (const { report, excerpts } of files) {
    for (const finding of report.findings) {
      const write = writers[part](finding, excerpts);
      if (write) {
        having.push({ gap, write });
        gap = 0;
      } else {
        gap++;
      }
    }
  }
  out.count(having.length);
  for (const { gap: between, write } of having) {
    out.count(between);
    write(out);
  }
}

function writeExcerpt(out: BytesOut, lines: readonly ExcerptLine[], { span }: Finding): void {
  out.count(lines.length);
  let before = span.line;
  for (const { number, text, cutBefore, cutAfter, mark } of lines) {
    out.signed(number - before);
    before = number;
    out.byte((cutBefore ? 1 : 0) + (cutAfter ? 2 : 0) + (mark ? 4 : 0));
    if (mark) {
      out.count(mark.from);
      out.count(mark.to - mark.from);
    }
    out.text(text);
  }
}

function writeRelated(out: BytesOut, places: readonly RelatedPlace[], finding: Finding): void {
  out.count(places.length);
  for (const { path, span, message } of places) {
    out.text(path === finding.path ? null : path);
    writeSpan(out, span, path === finding.path ? finding.span : fileStart);
    out.text(message);
  }
}

function writeFix(out: BytesOut, edits: readonly FixEdit[], finding: Finding): void {
  out.count(edits.length);
  for (const { span, text } of edits) {
    writeSpan(out, span, finding.span);
    out.text(text);
  }
}
