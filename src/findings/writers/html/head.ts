import { formatBytes } from '../../../text/bytes';
import tokens from '../../../ui/tokens.css?raw';
import { severities } from '../../finding';
import { countOf, grouped } from '../../grouped';
import type { Overview } from '../../overview';
import { verdictOrder } from '../../overview';
import { summarize } from '../../report';
import type { ReportDocument } from '../../reportDocument';
import { capital, severityWords, verdictMeanings } from '../../words';
import { escaped, pathMarkup } from './markup';
import style from './report.css?raw';
import { factsMarkup } from './section';
import { shape, shapeStyle } from './shapes';

/** Nothing is loaded and nothing runs, whatever stands in the texts. The shapes are in the styles. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Everything in front of the body. */
export function headMarkup({ tool, files }: ReportDocument, { headline }: Overview): string {
  const subject = files.length === 1 && files[0] ? ` – ${files[0].path}` : '';
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="${escaped(`${tool.name} ${tool.version}`.trim())}"/>
<title>${escaped(headline + subject)}</title>
<style>
${tokens}${style}${shapeStyle()}</style>
</head>
`;
}

/** The largest thing on the page: the verdict, with what it is about and what adds to it. */
export function bannerMarkup({ files }: ReportDocument, overview: Overview): string {
  const [first] = files;
  const one = files.length === 1 && first ? first : null;
  const { verdict, headline, counts } = overview;
  const name = one ? pathMarkup(one.path) : 'All files';
  return `<header class="banner ${verdict}">
<p class="name">${name}</p>
<div class="headline" title="${escaped(verdictMeanings[verdict])}">${shape(verdict)}
<h1>${headline}</h1>
<p>${summarize(counts)}</p></div>
<ul class="facts">${one ? factsMarkup(one) : totalsMarkup(overview)}</ul>
</header>
`;
}

function totalsMarkup({ verdicts, size, elements }: Overview): string {
  const standing = verdictOrder
    .filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => `<li>${shape(verdict)} <b>${grouped(verdicts[verdict])}</b> ${verdict}</li>`);
  return `${standing.join('')}<li>${formatBytes(size)}</li><li>${countOf(elements, 'element')}</li>`;
}

/** Switches that show findings by severity, where there are several. They need no script. */
export function filterMarkup({ counts }: Overview): string {
  const present = severities.filter((severity) => counts[severity] > 0);
  if (present.length < 2) return '';
  const switches = present.map((severity) => {
    const words = severityWords[severity];
    const word = capital(counts[severity] === 1 ? words.one : words.many);
    return `<label class="chip"><input type="checkbox" id="show-${severity}" checked=""/>${shape(severity)} ${word} <b>${grouped(counts[severity])}</b></label>`;
  });
  return `<div class="filter" role="group" aria-label="Findings that are shown">${switches.join('')}</div>\n`;
}
