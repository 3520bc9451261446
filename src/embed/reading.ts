import { loadTokenizer } from '../../workers/browser';
import type { PostedFile } from './protocol';
import type { ReadReport } from './viewer.svelte';

/* What reads reports is loaded when the first one comes: many viewers are only given files. */

/** Reads the fragment of a link. Rejects where what reads it cannot be loaded. */
export async function readLink(fragment: string): Promise<ReadReport> {
  const [{ decodeLink }, { loadLinkTables }] = await Promise.all([
    import('../findings/link/decodeLink'),
    import('../formats/registry'),
  ]);
  const read = decodeLink(fragment, await loadLinkTables());
  if (read === null) return { problem: 'This is no link to a report.' };
  if ('problem' in read) return { problem: read.message };
  return { report: read.report, remarks: read.remarks };
}

/** Reads a file that may be a report; null where it is none. Rejects as `readLink` does. */
export async function readPostedReport({ name, bytes }: PostedFile): Promise<ReadReport | null> {
  const { recogniseReport, recognisedWithin } = await import('../findings/readers/recognise');
  const head = await bytes.slice(0, recognisedWithin).arrayBuffer();
  const form = recogniseReport(new Uint8Array(head), name);
  if (form === null) return null;
  const [{ readReport }, { listRules }, { loadPacks }] = await Promise.all([
    import('../findings/readers'),
    import('../rules/list'),
    import('../formats/registry'),
  ]);
  const read = await readReport(form, new Uint8Array(await bytes.arrayBuffer()), {
    tokenizer: loadTokenizer,
    rules: await listRules(await loadPacks()),
  });
  return 'problem' in read ? read : { report: read.document, remarks: read.remarks };
}
