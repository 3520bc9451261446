import { excerptText } from '../excerptRows';
import type { Finding, RelatedPlace } from '../finding';
import { concernsWholeFile } from '../finding';
import { countOf, grouped } from '../grouped';
import { overviewOf, verdictOrder } from '../overview';
import { excerptAt } from '../place';
import type { FileReport } from '../report';
import { overallVerdict, summarize } from '../report';
import type { ReportDocument } from '../reportDocument';
import { foldFindings } from '../text';
import { severityWords } from '../words';
import { codeBlock, codeSpan, inlineText } from './markdownText';

/**
 * Characters that are written at most. GitHub takes 65,536 in a ticket; this leaves some room for
 * what a person adds.
 */
const limit = 60_000;

/** Characters that are kept for saying what had no room. */
const reserve = 500;

/** Characters that a file may take in any case, however many others wait behind it. */
const fairShare = 1500;

/**
 * A report for a ticket or a chat: Markdown as GitHub and GitLab read it. The worst files come first,
 * many findings of one kind are folded, and what has no room is counted.
 */
export function* writeMarkdown(report: ReportDocument): Generator<string> {
  const head = headText(report);
  yield head;
  let room = limit - reserve - head.length;
  const found: FileReport[] = [];
  const clean: FileReport[] = [];
  for (const file of worstFirst(report.files)) {
    (file.findings.length + file.omitted > 0 ? found : clean).push(file);
  }
  for (const [at, file] of found.entries()) {
    const share = Math.min(room, Math.max(fairShare, room / (found.length - at)));
    const section = fileText(file, report, share);
    if (section === null) {
      yield leftText(found.slice(at));
      break;
    }
    yield section;
    room -= section.length;
  }
  if (report.files.length > 1 && clean.length > 0) yield cleanText(clean, room);
}

/** What is said of a file with findings in at most so many characters; null where that is too few. */
function fileText(file: FileReport, report: ReportDocument, room: number): string | null {
  let text = report.files.length === 1 ? '\n' : sectionHead(file);
  let untold = file.findings.length;
  for (const { piece, tells } of findingPieces(file, report)) {
    const rest = moreText(untold - tells);
    if (text.length + piece.length + rest.length > room) break;
    text += piece;
    untold -= tells;
  }
  text += moreText(untold);
  return text.length > room ? null : text;
}

function moreText(findings: number): string {
  return findings > 0 ? `- ${countOf(findings, 'more finding')} in this file\n` : '';
}

function leftText(files: readonly FileReport[]): string {
  const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
  const some = `${countOf(findings, 'more finding')} in ${countOf(files.length, 'file')}`;
  return `\n_${some}: there is no room for them here._\n`;
}

function headText({ tool, files }: ReportDocument): string {
  const { headline, counts, verdict } = overviewOf(files);
  const [first] = files;
  const only = files.length === 1 && first ? first : null;
  const title = only ? `${codeSpan(only.path)}: ${verdict}` : headline;
  const facts = [
    summarize(counts),
    ...(only ? factsOf(only) : []),
    inlineText(`${tool.name} ${tool.version}`),
  ];
  return `## ${title}\n\n${facts.filter((fact) => fact !== '').join(' · ')}\n`;
}

function worstFirst(files: readonly FileReport[]): FileReport[] {
  const rank = (file: FileReport): number => verdictOrder.indexOf(overallVerdict(file));
  return files.toSorted((a, b) => rank(a) - rank(b));
}

function sectionHead(file: FileReport): string {
  const facts = [summarize(file.counts), ...factsOf(file)].join(' · ');
  return `\n### ${codeSpan(file.path)}: ${overallVerdict(file)}\n\n${facts}\n\n`;
}

function factsOf({ version, kind }: FileReport): string[] {
  return [version, kind].flatMap((fact) => (fact === null ? [] : [inlineText(fact)]));
}

/** What a file's list is made of, and how many findings each item tells. */
function* findingPieces(
  file: FileReport,
  report: ReportDocument,
): Generator<{ piece: string; tells: number }> {
  const { shown, folded } = foldFindings(file.findings, false);
  for (const finding of shown) yield { piece: findingText(finding, report), tells: 1 };
  for (const { like, count } of folded) {
    const word = severityWords[like.severity].one;
    yield {
      piece: `- **${word}** ${grouped(count)} more of ${codeSpan(like.code)}\n`,
      tells: count,
    };
  }
  if (file.omitted > 0) {
    const more = countOf(file.omitted, 'further finding');
    yield { piece: `- ${more} counted, but not kept\n`, tells: 0 };
  }
}

function findingText(finding: Finding, { excerpts }: ReportDocument): string {
  const { severity, message, help, code, rule, element, related = [] } = finding;
  const where = concernsWholeFile(finding.span) ? '' : `, ${lineAndColumn(finding)}`;
  let text = `- **${severityWords[severity].one}**${where}: ${inlineText(message)}\n`;
  const source = excerptText(excerptAt(finding, excerpts));
  if (source.length > 0) text += `\n${codeBlock(source, '  ')}\n`;
  if (help !== undefined) text += `  - Help: ${inlineText(help)}\n`;
  for (const place of related) {
    text += `  - See ${whereOf(place, finding)}: ${inlineText(place.message)}\n`;
  }
  const inside = element === undefined ? '' : `, in ${codeSpan(element)}`;
  return `${text}  - Rule: ${codeSpan(code)} of ${codeSpan(rule)}${inside}\n`;
}

function whereOf(place: RelatedPlace, finding: Finding): string {
  const whole = concernsWholeFile(place.span);
  if (place.path === finding.path) return whole ? 'the file' : lineAndColumn(place);
  return whole ? codeSpan(place.path) : `${codeSpan(place.path)}, ${lineAndColumn(place)}`;
}

function lineAndColumn({ span }: Pick<Finding, 'span'>): string {
  return `line ${span.line}, column ${span.column}`;
}

/** The files without findings, by name as far as there is room. */
function cleanText(files: readonly FileReport[], room: number): string {
  let text = `\n### No findings in ${countOf(files.length, 'file')}\n\n`;
  for (const [at, file] of files.entries()) {
    const piece = `- ${codeSpan(file.path)}: ${overallVerdict(file)}\n`;
    if (text.length + piece.length > room) {
      return `${text}- … and ${grouped(files.length - at)} more\n`;
    }
    text += piece;
  }
  return text;
}
