import { formatBytes } from '../../../text/bytes';
import { countOf, grouped } from '../../grouped';
import type { FileReport } from '../../report';
import { overallVerdict } from '../../report';
import type { ReportDocument } from '../../reportDocument';
import { verdictMeanings } from '../../words';
import { tallyMarkup } from './files';
import type { RuleAnchors } from './finding';
import { findingMarkup } from './finding';
import { escaped, pathMarkup } from './markup';
import { shape } from './shapes';

/** Findings in one piece; the next ones of a file are opened when they are wanted. */
const findingsInSight = 200;

/** What is known of a file besides its verdict, as items of a list. */
export function factsMarkup(file: FileReport): string {
  const facts: [name: string, markup: string][] = [];
  if (file.version !== null) facts.push(['Version', escaped(file.version)]);
  if (file.kind !== null) facts.push(['Kind', escaped(file.kind)]);
  facts.push(['Size', formatBytes(file.size)], ['Elements', grouped(file.elements)]);
  if (file.hash !== undefined) {
    facts.push(['SHA-256', `<span class="hash">${escaped(file.hash)}</span>`]);
  }
  return facts.map(([name, markup]) => `<li>${name} <b>${markup}</b></li>`).join('');
}

/** The findings of one file, below its name; open or folded away. */
export function* fileSection(
  file: FileReport,
  anchor: string,
  open: boolean,
  report: ReportDocument,
  anchors: RuleAnchors,
): Generator<string> {
  const verdict = overallVerdict(file);
  yield `<details class="file" id="${anchor}"${open ? ' open=""' : ''}>\n<summary><h3>${pathMarkup(file.path)}</h3>`;
  yield `<span class="standing ${verdict}">${shape(verdict)} ${verdict}</span>`;
  yield `<span class="tallies">${tallyMarkup(file.counts)}</span></summary>\n`;
  yield `<ul class="facts">${factsMarkup(file)}</ul>\n`;
  yield* findingsMarkup(file, report, anchors);
  yield '</details>\n';
}

/** The findings of a file in their order, and how many more there were. */
export function* findingsMarkup(
  file: FileReport,
  report: ReportDocument,
  anchors: RuleAnchors,
): Generator<string> {
  const { findings, omitted } = file;
  for (let at = 0; at < findings.length; at += findingsInSight) {
    const some = findings.slice(at, at + findingsInSight);
    const range = `${grouped(at + 1)} to ${grouped(at + some.length)}`;
    if (at > 0) yield `<details class="more">\n<summary>Findings ${range}</summary>\n`;
    yield '<ol class="findings">\n';
    for (const finding of some) yield findingMarkup(finding, report, anchors);
    yield '</ol>\n';
    if (at > 0) yield '</details>\n';
  }
  if (omitted > 0) {
    yield `<p class="aside">${countOf(omitted, 'more finding')} counted but not kept: a file may carry only so many.</p>\n`;
  } else if (findings.length === 0) {
    yield `<p class="aside">${verdictMeanings[overallVerdict(file)]}.</p>\n`;
  }
}
