import { decodeForShow, guessEncoding } from '../../intake/encoding';
import { sniffText } from '../../intake/sniffText';

/** The forms of report that can be read: our own as JSON or JSON lines, SARIF, and ASAM's XQAR. */
export type ReadableForm = 'json' | 'jsonl' | 'sarif' | 'xqar';

/** Bytes of a file's beginning that are enough to recognise a report. */
export const recognisedWithin = 4096;

/**
 * The form of report that a file is, by its first bytes (`recognisedWithin`) and its name; null for
 * anything else. A name alone never makes a report: what calls itself one has to look like it.
 */
export function recogniseReport(head: Uint8Array, name: string): ReadableForm | null {
  const start = head.subarray(0, recognisedWithin);
  const sniffed = sniffText(start, name);
  if (sniffed?.kind === 'xml') return isCheckerResults(sniffed.root, name) ? 'xqar' : null;
  if (sniffed?.kind !== 'json') return null;
  const { encoding, bomBytes } = guessEncoding(start);
  const text = decodeForShow(start.subarray(bomBytes), encoding).trimStart();
  if (jsonLineStart.test(text)) return 'jsonl';
  if (ownStart.test(text)) return 'json';
  return isSarif(text, name) ? 'sarif' : null;
}

/** The root's name may have a prefix; where it is too far away, as behind a long licence, the name tells. */
function isCheckerResults(root: string | undefined, name: string): boolean {
  if (root === undefined) return /\.xqar$/i.test(name);
  return root.replace(/^.*:/, '') === 'CheckerResults';
}

/** How `jsonLine` begins. */
const jsonLineStart = /^\{"path":"(?:[^"\\]|\\.)*","format":/;

/** How a report in our own JSON begins: its version comes first. */
const ownStart = /^\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"report"\s*:\s*\d/;

/**
 * Members of a log come in any order, and a run may come before the version: then it takes the name
 * to tell. `sarifLog`, SARIF 2.1.0, section 3.13.
 */
function isSarif(text: string, name: string): boolean {
  if (!text.startsWith('{')) return false;
  if (/"\$schema"\s*:\s*"[^"]*sarif[^"]*"/i.test(text)) return true;
  const hasRuns = /"runs"\s*:\s*(?:\[|null)/.test(text);
  if (hasRuns && /"version"\s*:\s*"[12]\.\d/.test(text)) return true;
  return hasRuns && /\.sarif(?:\.json)?$/i.test(name);
}
