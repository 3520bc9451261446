import type { ReadReport } from './viewer.svelte';

/** Reads the fragment of a link; what it takes is loaded when the first one comes. Rejects where it cannot be. */
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
