import type { ReadContext, ReadReport, ReadResult } from './reader';
import { mostBytes } from './limits';
import type { ReadableForm } from './recognise';

export type { ReadContext, ReadResult } from './reader';

/** What reads each form, loaded when it is needed. */
const readers: Readonly<Record<ReadableForm, () => Promise<ReadReport>>> = {
  json: async () => (await import('./json')).readJson,
  jsonl: async () => (await import('./jsonl')).readJsonLines,
  sarif: async () => (await import('./sarif')).readSarif,
  xqar: async () => (await import('./xqar')).readXqar,
};

/**
 * Reads a report. Whatever the bytes are, it comes to an end, and what cannot be read is told in the
 * result; it rejects only where the program's own parts cannot be loaded.
 */
export async function readReport(
  form: ReadableForm,
  bytes: Uint8Array,
  context: ReadContext,
): Promise<ReadResult> {
  if (bytes.length > mostBytes) {
    return { problem: `The report is larger than ${mostBytes >> 20} MB.` };
  }
  return (await readers[form]())(bytes, context);
}
