import { decodeForShow, guessEncoding } from '../../intake/encoding';
import { NotAReport } from '../fields';
import { readJsonLine } from '../jsonlReader';
import type { FileReport } from '../report';
import { reportDocument } from '../reportDocument';
import { mostFiles } from './limits';
import type { ReadContext, ReadResult } from './reader';

/**
 * Reads what the command line writes as JSON lines, a file a line. Lines that are none, such as the
 * last one of a file that was cut off, are left out, and told. The lines do not say which version of
 * the program wrote them.
 */
export function readJsonLines(bytes: Uint8Array, { rules = [] }: ReadContext): Promise<ReadResult> {
  const { encoding, bomBytes } = guessEncoding(bytes.subarray(0, 4096));
  const lines = decodeForShow(bytes.subarray(bomBytes), encoding).split('\n');
  const files: FileReport[] = [];
  const remarks: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (files.length >= mostFiles) {
      remarks.push(`The report is on more than ${mostFiles} files: the others are left out.`);
      break;
    }
    try {
      files.push(readJsonLine(line).report);
    } catch (error) {
      if (!(error instanceof NotAReport)) throw error;
      remarks.push(`Line ${at + 1} ${error.message}.`);
      if (remarks.length > mostRemarks) break;
    }
  }
  if (files.length === 0) {
    return Promise.resolve({ problem: remarks[0] ?? 'The report has no lines.' });
  }
  const tool = { name: 'Scrutineer', version: '' };
  return Promise.resolve({ document: reportDocument(tool, files, rules), remarks });
}

/** After so many wrong lines the others are not looked at: it is another kind of file. */
const mostRemarks = 5;
