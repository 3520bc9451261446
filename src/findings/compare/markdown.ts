import { grouped } from '../grouped';
import { codeSpan, inlineText } from '../writers/markdownText';
import type { Comparison, FileComparison } from './compare';
import { latest } from './compare';
import type { Change, ComparedFinding } from './findings';
import { headlineOf, noteOn, remarksOn, sayPlaces, saySeverities } from './words';

export interface MarkdownOptions {
  /** The changes whose findings are listed; all are counted. */
  shown: ReadonlySet<Change>;
  /** Findings that are listed, at most: tickets take texts of some length only. */
  most: number;
}

/** A comparison for a ticket or a merge request. */
export function compareMarkdown(comparison: Comparison, { shown, most }: MarkdownOptions): string {
  const lines = [`**${headlineOf(comparison)}**`, ''];
  for (const remark of remarksOn(comparison)) lines.push(`> ${inlineText(remark)}`, '');
  let listed = 0;
  let left = 0;
  for (const file of comparison.files) {
    const findings = file.findings.filter(({ change }) => shown.has(change));
    const some = findings.slice(0, Math.max(0, most - listed));
    listed += some.length;
    left += findings.length - some.length;
    const isWhole = file.before !== null && file.after !== null;
    if (some.length === 0 && (isWhole || findings.length > 0)) continue;
    lines.push(`### ${headOf(file)}`, '', ...some.map(itemOf));
    if (some.length > 0) lines.push('');
  }
  if (left > 0) lines.push(`… and ${grouped(left)} more.`, '');
  return lines.join('\n');
}

function headOf(file: FileComparison): string {
  const note = noteOn(file);
  return codeSpan(file.path) + (note === null ? '' : ` (${inlineText(note)})`);
}

function itemOf(compared: ComparedFinding): string {
  const { message, code } = latest(compared);
  const was =
    compared.change === 'remaining' && compared.before.message !== message
      ? ` (was: ${inlineText(compared.before.message)})`
      : '';
  const at = compared.change === 'fixed' ? 'was at' : 'at';
  const what = `**${compared.change}** ${saySeverities(compared)} ${at} ${sayPlaces(compared)}`;
  return `- ${what}: ${inlineText(message)}${was} ${codeSpan(code)}`;
}
