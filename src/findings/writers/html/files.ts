import { formatBytes } from '../../../text/bytes';
import { countOf, grouped } from '../../grouped';
import type { Counts, FileReport } from '../../report';
import { overallVerdict } from '../../report';
import { escaped, pathMarkup } from './markup';
import { shape } from './shapes';

/** Rows of the table that are in sight; what lies beyond is opened when it is wanted. */
const rowsInSight = 500;

/** Anchors of the files that have a section of their own, by their place in the report. */
export type FileAnchors = ReadonlyMap<number, string>;

/** All files in a table: those with findings, and then those without, which fold away if many. */
export function* filesMarkup(
  files: readonly FileReport[],
  anchors: FileAnchors,
): Generator<string> {
  yield '<section class="files" id="files">\n<h2>Files</h2>\n';
  const numbered = files.map((file, at) => ({ file, anchor: anchors.get(at) }));
  const found = numbered.filter(({ anchor }) => anchor !== undefined);
  const clean = numbered.filter(({ anchor }) => anchor === undefined);
  const first = files.length <= rowsInSight ? numbered : found.slice(0, rowsInSight);
  yield* tableMarkup(first);
  if (files.length > rowsInSight) {
    for (let at = rowsInSight; at < found.length; at += rowsInSight) {
      yield* foldedTable('with findings', found.slice(at, at + rowsInSight), at);
    }
    for (let at = 0; at < clean.length; at += rowsInSight) {
      yield* foldedTable('without findings', clean.slice(at, at + rowsInSight), at);
    }
  }
  yield '</section>\n';
}

interface Row {
  file: FileReport;
  anchor: string | undefined;
}

function* foldedTable(what: string, rows: readonly Row[], from: number): Generator<string> {
  const to = `${grouped(from + 1)} to ${grouped(from + rows.length)}`;
  yield `<details>\n<summary>Files ${what}, ${to}</summary>\n`;
  yield* tableMarkup(rows);
  yield '</details>\n';
}

function* tableMarkup(rows: readonly Row[]): Generator<string> {
  if (rows.length === 0) return;
  yield '<table>\n<thead><tr><th scope="col">Verdict</th><th scope="col" class="wide">File</th>';
  yield '<th scope="col">Version</th><th scope="col">Kind</th>';
  for (const name of ['Errors', 'Warnings', 'Notes', 'Size']) {
    yield `<th scope="col" class="number">${name}</th>`;
  }
  yield '</tr></thead>\n<tbody>\n';
  for (const row of rows) yield rowMarkup(row);
  yield '</tbody>\n</table>\n';
}

function rowMarkup({ file, anchor }: Row): string {
  const verdict = overallVerdict(file);
  const { critical, error, warning, info } = file.counts;
  const path = pathMarkup(file.path);
  const cells = [
    `<td class="verdict">${shape(verdict)} ${verdict}</td>`,
    `<th scope="row" class="wide">${anchor === undefined ? path : `<a href="#${anchor}">${path}</a>`}</th>`,
    `<td class="fact">${escaped(file.version ?? '')}</td>`,
    `<td class="kind fact">${escaped(file.kind ?? '')}</td>`,
    countCell(critical + error, 'error'),
    countCell(warning, 'warning'),
    countCell(info, 'note'),
    `<td class="number fact">${formatBytes(file.size)}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>\n`;
}

/** A count; the noun is shown where columns stand below one another. */
function countCell(count: number, noun: string): string {
  if (count === 0) return '<td class="number none">·</td>';
  const word = countOf(count, noun).replace(/^\S+/, '');
  return `<td class="number ${noun}">${grouped(count)}<span class="noun">${word}</span></td>`;
}

/** Counts by severity, each with its shape; those that are 0 are left out. */
export function tallyMarkup(counts: Counts): string {
  return (['critical', 'error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `<span class="tally">${shape(severity)} ${grouped(counts[severity])}</span>`)
    .join('');
}
