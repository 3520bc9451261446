import { setMaxListeners } from 'node:events';
import type { InspectOptions } from '../engine/inspection';
import { bareReport, isClean } from '../findings/report';
import { foldFindings, textExcerpt } from '../findings/text';
import type { Source } from '../intake/source';
import { elementsAt } from '../reporting/elementsAt';
import { readExcerpts } from '../reporting/excerpts';
import { gatherDocument } from '../reporting/gatherDocument';
import type { CheckSettings } from '../rules/settings';
import { levelOf } from '../rules/settings';
import type { FoundSettings } from './config';
import { findSettings } from './config';
import type { Given } from './gather';
import { gatherPaths } from './gather';
import type { Host } from './host';
import { status } from './host';
import type { Item, Outcome } from './inOrder';
import { inOrder } from './inOrder';
import type { CheckOptions } from './options';
import type { Output } from './output';
import { FileSystemSurroundings } from './project';
import { inputsOf } from './shard';
import { Staff } from './staff';
import { inputsBeside, writingTo } from './outputFile';
import { documentParts } from './documentParts';
import type { Gather, Writer } from './writers';
import { writerFor } from './writers';

/** Files that are looked at again at the same time, at most. */
const gatheredAtOnce = 32;

/** `scrutineer check`: checks what the paths stand for, and returns the exit status. */
export async function check(
  options: CheckOptions,
  host: Host,
  stdout: Output,
  stderr: Output,
): Promise<number> {
  const gathered = await gatherPaths(options.paths, (path) => host.readAll(path));
  const { complaints } = gathered;
  for (const complaint of complaints) await stderr.write(`scrutineer: ${complaint}\n`);
  await stderr.flush();
  const given = inputsBeside(gathered.given, options);
  if (given.length === 0) return status.couldNotRun;
  const settings = await findSettings(given, options.settings);
  if (settings.complaints.length > 0) {
    for (const complaint of settings.complaints) await stderr.write(`scrutineer: ${complaint}\n`);
    return status.couldNotRun;
  }

  const clean = await writingTo(options, stdout, (output) =>
    checkInto(given, settings, options, host, (gather) => ({
      ...writerFor(options, host, output, gather),
      stopped: () => output.closed,
    })),
  );
  if (complaints.length > 0) return status.couldNotRun;
  return clean ? status.clean : status.errors;
}

/** What checking itself takes note of. */
export type WorkOptions = Omit<CheckOptions, 'paths' | 'settings' | 'format' | 'output' | 'color'>;

/** What takes the reports; it may say that no more are wanted. */
export type Receiver = Writer & { stopped?: () => boolean };

/**
 * Checks what is given and hands all reports on, in their order.
 * @param receiverFor is given what puts reports together to one
 * @returns whether no errors were found
 */
export async function checkInto(
  given: readonly Given[],
  settings: FoundSettings,
  options: WorkOptions,
  host: Host,
  receiverFor: (gather: Gather) => Receiver,
): Promise<boolean> {
  const cancelled = new AbortController();
  // All files under way listen to the one signal; Node takes more than ten listeners for a leak.
  setMaxListeners(0, cancelled.signal);
  const surroundings = new FileSystemSurroundings(pathsOf(given));
  const staff = new Staff(host, options.pool, surroundings);
  const receiver = receiverFor(gatherer(options, host, staff, cancelled.signal));
  const asked = inspectOptions(options, settings);
  let clean = true;
  try {
    const outcomes = inOrder(
      itemsOf(given, options),
      async (source, waiting) => {
        const { inspector } = await staff.get(waiting);
        const inspection = await inspector.inspect(source, asked(source), {}, cancelled.signal);
        if (inspection.type === 'archive') surroundings.addArchive(source, inspection.entries);
        return inspection;
      },
      () => staff.atOnce,
    );
    for await (const { source, report, input } of withMore(outcomes)) {
      clean &&= isClean(report.counts);
      const excerpts = source
        ? () => {
            const { shown } = foldFindings(report.findings, options.all);
            return readExcerpts(source, shown, host.access, textExcerpt, cancelled.signal);
          }
        : undefined;
      await receiver.report({ report, source, input, excerpts });
      if (receiver.stopped?.() === true) break;
    }
    await receiver.end();
  } finally {
    cancelled.abort();
    staff.close();
  }
  return clean;
}

/** Puts reports together to one, with what those who check find out of the files once more. */
function gatherer(
  { excerpts, memoryLimit }: WorkOptions,
  host: Host,
  staff: Staff,
  signal: AbortSignal,
): Gather {
  return (reports) => {
    const reported = reports.map(({ report, source }) => ({ report, source, madeBy: null }));
    const parts = {
      ...documentParts(host),
      elementsAt: async (source: Source, offsets: readonly number[]) => {
        const { inspector } = await staff.get({ files: 1, bytes: source.size ?? 0 });
        return elementsAt(inspector, source, offsets, memoryLimit ?? undefined, signal);
      },
      atOnce: Math.min(staff.atOnce, gatheredAtOnce),
    };
    return gatherDocument(reported, { excerpts, strangers: false }, parts, signal);
  };
}

function pathsOf(given: readonly Given[]): string[] {
  return given.flatMap((one) => ('source' in one ? [one.source.path] : []));
}

/** The options for each source: those with the same settings share them. */
function inspectOptions(
  { chunkBytes, memoryLimit }: WorkOptions,
  found: FoundSettings,
): (source: Source) => InspectOptions {
  const made = new Map<CheckSettings, InspectOptions>();
  return ({ path }) => {
    const settings = found.of(path);
    let options = made.get(settings);
    if (!options) {
      options = {
        level: levelOf(settings),
        settings,
        tape: false,
        ...(chunkBytes === null ? {} : { chunkBytes }),
        ...(memoryLimit === null ? {} : { memoryLimit }),
      };
      made.set(settings, options);
    }
    return options;
  };
}

/** The outcomes of a shard, each telling whether another one on the same input follows. */
async function* withMore(
  outcomes: AsyncIterable<Outcome>,
): AsyncGenerator<Outcome, void, undefined> {
  let held: Outcome | null = null;
  for await (const outcome of outcomes) {
    if (!outcome.input) {
      yield outcome;
      continue;
    }
    if (held?.input?.at === outcome.input.at) held.input = { ...held.input, more: true };
    if (held) yield held;
    held = outcome;
  }
  if (held) yield held;
}

/** All inputs, or those of the shard that was asked for. */
function itemsOf(given: readonly Given[], { shard }: WorkOptions): Item[] {
  if (shard === null) return given.map((one) => itemOf(one));
  return inputsOf(given, shard).map(({ given: one, mark }) => ({ ...itemOf(one), input: mark }));
}

function itemOf(one: Given): Item {
  if ('source' in one) return one;
  return { report: bareReport(one.finding.path, 'malformed', [one.finding]) };
}
