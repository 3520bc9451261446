import { byPlace } from './byPlace';
import type { ExcerptLine, ExcerptOptions } from './excerpt';
import { excerptRows } from './excerptRows';
import type { Finding, RelatedPlace, Severity, Span } from './finding';
import { grouped } from './grouped';
import { addCounts } from './overview';
import { excerptAt, placeText } from './place';
import type { Counts, FileReport, Verdict } from './report';
import { isStranger, noCounts, overallVerdict, summarize } from './report';
import type { Paint, Style } from './terminal';
import { oneLine, painter } from './terminal';

export interface TextOptions {
  color: boolean;
  /** Show every finding, instead of folding many of one kind. */
  all: boolean;
}

/** How much of the source each finding shows. */
export const textExcerpt: ExcerptOptions = {
  context: 0,
  markedLines: 1,
  width: 100,
};

/** The lines for a span in a file, or null where they cannot be had. */
export type ExcerptOf = (path: string, span: Span) => ExcerptLine[] | null;

/** Findings of one kind in one file that are shown before the rest is folded. */
const shownOfAKind = 20;

/** Files that no pack knows, of those that merely lay in a folder, that are named one by one. */
const shownStrangers = 5;

/**
 * The findings of a report that are shown, in the order of their places, and how many of each kind
 * are folded away. They come as they are found, some only where an element ends.
 */
export function foldFindings(
  findings: readonly Finding[],
  all: boolean,
): { shown: Finding[]; folded: { like: Finding; count: number }[] } {
  const shown: Finding[] = [];
  const kinds = new Map<string, { like: Finding; count: number }>();
  const ordered = byPlace(findings);
  for (const finding of ordered) {
    const kind = `${finding.severity} ${finding.rule} ${finding.code}`;
    const seen = kinds.get(kind) ?? { like: finding, count: 0 };
    seen.count++;
    kinds.set(kind, seen);
    if (all || seen.count <= shownOfAKind) shown.push(finding);
  }
  const folded = all
    ? []
    : [...kinds.values()]
        .filter(({ count }) => count > shownOfAKind)
        .map(({ like, count }) => ({ like, count: count - shownOfAKind }));
  return { shown, folded };
}

/**
 * Writes reports for people, in the manner of compilers: what is wrong, where, the source line with
 * the place marked, what may help; and one line on everything at the end.
 */
export class TextWriter {
  readonly #paint: Paint;
  readonly #all: boolean;
  readonly #verdicts: Record<Verdict, number> = {
    valid: 0,
    invalid: 0,
    malformed: 0,
    unsupported: 0,
  };
  readonly #counts: Counts = noCounts();
  #files = 0;
  #strangers = 0;

  constructor(options: TextOptions) {
    this.#paint = painter(options.color);
    this.#all = options.all;
  }

  /** Whether the source lines of a report will be asked for. */
  wantsExcerpts(report: FileReport): boolean {
    return report.findings.length > 0 && !isStranger(report);
  }

  /** The text for one report; empty where there is nothing to say. */
  report(report: FileReport, excerptOf: ExcerptOf): string {
    this.#files++;
    if (isStranger(report)) return this.#stranger(report);
    this.#verdicts[overallVerdict(report)]++;
    addCounts(this.#counts, report.counts);
    const { shown, folded } = foldFindings(report.findings, this.#all);
    let text = '';
    for (const finding of shown) text += `${this.#finding(finding, excerptOf)}\n`;
    for (const { like, count } of folded) {
      text += `${this.#heading(like.severity, like.code)} ${grouped(count)} more of these in ${oneLine(report.path)}; --all shows them\n\n`;
    }
    if (report.omitted > 0) {
      text += `${this.#paint('note', 'bold', 'cyan')}: ${grouped(report.omitted)} further findings in ${oneLine(report.path)} were counted, but not kept\n\n`;
    }
    return text;
  }

  /** The last line: `3 files: 2 valid, 1 invalid · 1 error, 2 warnings`. */
  summary(): string {
    let text = '';
    if (!this.#all && this.#strangers > shownStrangers) {
      text += `${this.#heading('info', 'other-files')} ${grouped(this.#strangers - shownStrangers)} more files are not checked; --all lists them\n\n`;
    }
    const styles: Record<Verdict, Style> = {
      valid: 'green',
      invalid: 'red',
      malformed: 'red',
      unsupported: 'yellow',
    };
    const parts = (['valid', 'invalid', 'malformed', 'unsupported'] as const)
      .filter((verdict) => this.#verdicts[verdict] > 0)
      .map((verdict) =>
        this.#paint(`${grouped(this.#verdicts[verdict])} ${verdict}`, styles[verdict]),
      );
    if (this.#strangers > 0) parts.push(`${grouped(this.#strangers)} not checked`);
    const files = `${grouped(this.#files)} ${this.#files === 1 ? 'file' : 'files'}`;
    const verdicts = parts.length > 0 ? `: ${parts.join(', ')}` : '';
    const found = summarize(this.#counts);
    return `${text}${this.#paint(files, 'bold')}${verdicts} · ${found === 'No findings' ? 'no findings' : found}\n`;
  }

  #stranger(report: FileReport): string {
    this.#strangers++;
    if (!this.#all && this.#strangers > shownStrangers) return '';
    return report.findings
      .map(
        ({ severity, code, message }) =>
          `${this.#heading(severity, code)} ${oneLine(message)}\n${this.#paint('  -->', 'blue')} ${oneLine(report.path)}\n\n`,
      )
      .join('');
  }

  #heading(severity: Severity, code: string): string {
    const words: Record<Severity, [string, Style]> = {
      critical: ['critical', 'magenta'],
      error: ['error', 'red'],
      warning: ['warning', 'yellow'],
      info: ['note', 'cyan'],
    };
    const [word, style] = words[severity];
    return `${this.#paint(`${word}[${oneLine(code)}]`, 'bold', style)}:`;
  }

  #finding(finding: Finding, excerptOf: ExcerptOf): string {
    const related = finding.related ?? [];
    const lines = excerptAt(finding, excerptOf);
    const others = related.map((place) => excerptAt(place, excerptOf));
    const numbers = [...lines, ...others.flat()].map(({ number }) => String(number).length);
    const gutter = Math.max(2, ...numbers);
    const bar = (text = ''): string => this.#paint(`${text.padStart(gutter)} |`, 'blue');
    const severity = finding.severity;
    const style: Style =
      severity === 'error'
        ? 'red'
        : severity === 'critical'
          ? 'magenta'
          : severity === 'warning'
            ? 'yellow'
            : 'cyan';

    let text = `${this.#heading(severity, finding.code)} ${this.#paint(oneLine(finding.message), 'bold')}\n`;
    text += this.#place(finding, gutter);
    text += this.#excerpt(lines, bar, '^', style);
    if (finding.help !== undefined) text += this.#remark('help', finding.help, gutter);
    related.forEach((place, index) => {
      text += this.#remark('note', place.message, gutter);
      text += this.#place(place, gutter);
      text += this.#excerpt(others[index] ?? [], bar, '-', 'blue');
    });
    return text;
  }

  #place({ path, span }: Finding | RelatedPlace, gutter: number): string {
    return `${' '.repeat(gutter)}${this.#paint('-->', 'blue')} ${oneLine(placeText({ path, span }))}\n`;
  }

  #remark(word: string, text: string, gutter: number): string {
    return `${' '.repeat(gutter)} ${this.#paint('=', 'blue')} ${this.#paint(`${word}:`, 'bold')} ${oneLine(text)}\n`;
  }

  #excerpt(
    lines: readonly ExcerptLine[],
    bar: (text?: string) => string,
    mark: string,
    style: Style,
  ): string {
    if (lines.length === 0) return '';
    let text = `${bar()}\n`;
    for (const row of excerptRows(lines)) {
      text += `${bar(row.number)} ${row.text}\n`;
      if (!row.mark) continue;
      const { from, to } = row.mark;
      text += `${bar()} ${' '.repeat(from)}${this.#paint(mark.repeat(to - from), style)}\n`;
    }
    return text;
  }
}
