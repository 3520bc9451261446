import { statSync } from 'node:fs';
import { readJsonLine } from '../findings/jsonlReader';
import type { FileReport } from '../findings/report';
import { isClean } from '../findings/report';
import type { ExcerptOf } from '../findings/text';
import { foldFindings, textExcerpt } from '../findings/text';
import { asUnreadable } from '../intake/unreadable';
import { readExcerpts } from '../reporting/excerpts';
import { fileSource, gatherPaths } from './gather';
import type { Host } from './host';
import { status } from './host';
import { LineFile } from './lines';
import type { MergeOptions } from './options';
import type { Output } from './output';
import { Parts } from './parts';
import { writerFor } from './writers';

/**
 * `scrutineer merge`: puts reports that `check --format jsonl` wrote together, and returns the exit
 * status that one check of everything would have had; 2 where something is wrong with the reports.
 */
export async function merge(
  options: MergeOptions,
  host: Host,
  stdout: Output,
  stderr: Output,
): Promise<number> {
  const { given, complaints } = await gatherPaths(options.paths, (path) => host.readAll(path));
  const parts = new Parts();
  const files: LineFile[] = [];
  let clean = true;
  try {
    for (const one of given) {
      if ('finding' in one) {
        complaints.push(`“${one.finding.path}”: ${one.finding.message}`);
        continue;
      }
      const { path, bytes } = one.source;
      try {
        const file = await LineFile.open(bytes);
        files.push(file);
        parts.add(path, file);
      } catch (error) {
        complaints.push(`“${path}”: ${reasonOf(error)}`);
      }
    }
    const places = parts.inOrder();
    complaints.push(...parts.complaints);
    for (const complaint of complaints) await stderr.write(`scrutineer: ${complaint}\n`);
    await stderr.flush();
    if (given.length === 0) return status.couldNotRun;
    const writer = writerFor(options, host, stdout);
    for (const { file, start, end } of places) {
      const { report } = readJsonLine(file.text(start, end).replace(/^\ufeff/, ''));
      clean &&= isClean(report.counts);
      await writer.report({ report, excerpts: excerptsOf(report, options, host) });
      if (stdout.closed) break;
    }
    await writer.end();
  } finally {
    for (const file of files) file.close();
  }
  if (complaints.length > 0) return status.couldNotRun;
  return clean ? status.clean : status.errors;
}

function reasonOf(error: unknown): string {
  const known = asUnreadable(error);
  return known instanceof Error ? known.message : String(known);
}

/** Source lines are shown where the file that a report is about lies here too. */
function excerptsOf(
  report: FileReport,
  { all }: MergeOptions,
  host: Host,
): (() => Promise<ExcerptOf>) | undefined {
  const { path, findings } = report;
  const size = sizeOf(path);
  if (size === null) return undefined;
  const { shown } = foldFindings(findings, all);
  const source = fileSource(path, size, 'found');
  const { signal } = new AbortController();
  return () => readExcerpts(source, shown, host.access, textExcerpt, signal);
}

/** Bytes of the file at a path, or null where no file can be reached by it. */
function sizeOf(path: string): number | null {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : null;
  } catch {
    // Most reports come from another machine; their text is shown without the lines it is about.
    return null;
  }
}
