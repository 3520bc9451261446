import type { Finding, FixEdit, RelatedPlace } from '../../finding';
import { concernsWholeFile } from '../../finding';
import { excerptAt } from '../../place';
import type { ReportDocument } from '../../reportDocument';
import { severityWords } from '../../words';
import { excerptMarkup } from './excerpt';
import { escaped, withCode } from './markup';
import { shape } from './shapes';

/** Anchors of the rules that are explained, by their ids. */
export type RuleAnchors = ReadonlyMap<string, string>;

/** One finding: what is wrong and where, the source if it is at hand, and how to repair it. */
export function findingMarkup(
  finding: Finding,
  { excerpts }: ReportDocument,
  anchors: RuleAnchors,
): string {
  const { severity, message, help, related = [], fix = [] } = finding;
  const parts = [
    `<li class="finding ${severity}">${shape(severity)}\n<div>`,
    `<p class="message">${placeMarkup(finding)}<b class="word">${severityWords[severity].one}</b> <bdi>${withCode(message)}</bdi></p>`,
    excerptMarkup(excerptAt(finding, excerpts)).trimEnd(),
    help === undefined ? '' : remark('Help', withCode(help)),
    ...fix.map((edit) => remark('Edit', editText(edit))),
    ...related.map(
      (place) =>
        relatedMarkup(place, finding) + excerptMarkup(excerptAt(place, excerpts)).trimEnd(),
    ),
    ruleLine(finding, anchors),
    '</div>\n</li>\n',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function remark(word: string, markup: string): string {
  return `<p class="remark"><b>${word}</b> <span>${markup}</span></p>`;
}

function relatedMarkup(place: RelatedPlace, finding: Finding): string {
  const file = place.path === finding.path ? '' : `${escaped(place.path)}, `;
  const where = concernsWholeFile(place.span) ? file.slice(0, -2) : file + lineAndColumn(place);
  return remark('See', `${withCode(place.message)} <span class="where">${where}</span>`);
}

function editText({ span, text }: FixEdit): string {
  const from = `line ${span.line}, column ${span.column}`;
  if (span.endLine === span.line && span.endColumn === span.column) {
    return `Insert <code>${escaped(text)}</code> at ${from}.`;
  }
  const what = `what stands from ${from} to line ${span.endLine}, column ${span.endColumn}`;
  return text === '' ? `Delete ${what}.` : `Put <code>${escaped(text)}</code> for ${what}.`;
}

function ruleLine({ code, rule, element }: Finding, anchors: RuleAnchors): string {
  const anchor = anchors.get(rule);
  const name = anchor === undefined ? escaped(code) : `<a href="#${anchor}">${escaped(code)}</a>`;
  const where =
    element === undefined
      ? ''
      : ` <span class="element">${escaped(element).replaceAll('/', '<wbr/>/')}</span>`;
  return `<p class="rule-line">${name} <span>${escaped(rule)}</span>${where}</p>`;
}

function placeMarkup({ span }: Finding): string {
  if (concernsWholeFile(span)) return '';
  const { line, column } = span;
  return `<span class="place" title="Line ${line}, column ${column}">${line}:${column}</span> `;
}

function lineAndColumn({ span }: RelatedPlace): string {
  return `line ${span.line}, column ${span.column}`;
}
