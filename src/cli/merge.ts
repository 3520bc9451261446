import { statSync } from 'node:fs';
import { readJsonLine } from '../findings/jsonlReader';
import type { FileReport } from '../findings/report';
import { isClean } from '../findings/report';
import type { ExcerptOf } from '../findings/text';
import { foldFindings, textExcerpt } from '../findings/text';
import type { Source } from '../intake/source';
import { asUnreadable } from '../intake/unreadable';
import { readExcerpts } from '../reporting/excerpts';
import { gatherDocument } from '../reporting/gatherDocument';
import { fileSource, gatherPaths } from './gather';
import type { Host } from './host';
import { status } from './host';
import { documentParts } from './documentParts';
import { LineFile } from './lines';
import type { MergeOptions } from './options';
import type { Output } from './output';
import { inputsBeside, writingTo } from './outputFile';
import type { Place } from './parts';
import { Parts } from './parts';
import type { Gather } from './writers';
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
  const gathered = await gatherPaths(options.paths, (path) => host.readAll(path));
  const { complaints } = gathered;
  const given = inputsBeside(gathered.given, options);
  const parts = new Parts();
  const files: LineFile[] = [];
  let clean: boolean;
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
    clean = await writingTo(options, stdout, (output) => writeAll(places, options, host, output));
  } finally {
    for (const file of files) file.close();
  }
  if (complaints.length > 0) return status.couldNotRun;
  return clean ? status.clean : status.errors;
}

/** Writes the reports at these places; true where none of them tells of an error. */
async function writeAll(
  places: readonly Place[],
  options: MergeOptions,
  host: Host,
  output: Output,
): Promise<boolean> {
  let clean = true;
  const writer = writerFor(options, host, output, gatherer(options, host));
  for (const { file, start, end } of places) {
    const { report } = readJsonLine(file.text(start, end).replace(/^\ufeff/, ''));
    clean &&= isClean(report.counts);
    const source = sourceOf(report.path);
    const excerpts = source ? () => excerptsOf(report, source, options, host) : undefined;
    await writer.report({ report, source, excerpts });
    if (output.closed) break;
  }
  await writer.end();
  return clean;
}

/** Puts reports together as they came: what their files hold may be something else by now. */
function gatherer({ excerpts }: MergeOptions, host: Host): Gather {
  const { signal } = new AbortController();
  const parts = documentParts(host);
  return (reports) =>
    gatherDocument(
      reports.map(({ report, source }) => ({ report, source, madeBy: parts.tool })),
      { excerpts, strangers: false },
      { ...parts, elementsAt: () => Promise.resolve([]), atOnce: 1 },
      signal,
    );
}

function reasonOf(error: unknown): string {
  const known = asUnreadable(error);
  return known instanceof Error ? known.message : String(known);
}

/** The file that a report is about, where it lies here too. */
function sourceOf(path: string): Source | null {
  try {
    const stats = statSync(path);
    return stats.isFile() ? fileSource(path, stats.size, 'found') : null;
  } catch {
    // Most reports come from another machine; their text is shown without the lines it is about.
    return null;
  }
}

function excerptsOf(
  { findings }: FileReport,
  source: Source,
  { all }: MergeOptions,
  host: Host,
): Promise<ExcerptOf> {
  const { shown } = foldFindings(findings, all);
  const { signal } = new AbortController();
  return readExcerpts(source, shown, host.access, textExcerpt, signal);
}
