import { setMaxListeners } from 'node:events';
import type { Inspector } from '../engine/inspection';
import { jsonLine } from '../findings/jsonl';
import { bareReport, isClean } from '../findings/report';
import { foldFindings, textExcerpt, TextWriter } from '../findings/text';
import type { BytesAccess } from '../intake/bytes';
import { readExcerpts } from './excerpts';
import { gatherPaths } from './gather';
import { helpText } from './help';
import type { Item, Outcome } from './inOrder';
import { inOrder } from './inOrder';
import type { CheckOptions } from './options';
import { parseCommand, UsageError } from './options';
import type { TextSink } from './output';
import { Output } from './output';

/** Exit statuses, as the help says. */
export const status = { clean: 0, errors: 1, couldNotRun: 2 } as const;

/** Those who check: in this thread, or a pool of threads. */
export interface Checkers {
  inspector: Inspector;
  close(): void;
}

/** What the program needs of the world around it. */
export interface Host {
  stdout: TextSink & { isTTY?: boolean };
  stderr: TextSink;
  env: Record<string, string | undefined>;
  version: string;
  /** Threads that the machine runs at once. */
  parallelism: number;
  access: BytesAccess;
  /** All bytes of standard input (`-`), or of a pipe or device. */
  readAll(path: string): Promise<Blob>;
  /** Checkers in this thread (1) or in so many threads. */
  start(threads: number): Promise<Checkers>;
}

/** Runs the command line and returns its exit status. Never throws for what is in the arguments. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  const stdout = new Output(host.stdout);
  const stderr = new Output(host.stderr);
  try {
    const command = parseCommand(args);
    if (command.command === 'help') await stdout.write(helpText);
    else if (command.command === 'version') await stdout.write(`${host.version}\n`);
    else return await check(command.options, host, stdout, stderr);
    return status.clean;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await stderr.write(`scrutineer: ${error.message}\nscrutineer --help tells more.\n`);
    return status.couldNotRun;
  } finally {
    await stdout.flush();
    await stderr.flush();
  }
}

async function check(
  options: CheckOptions,
  host: Host,
  stdout: Output,
  stderr: Output,
): Promise<number> {
  const { given, complaints } = await gatherPaths(options.paths, (path) => host.readAll(path));
  for (const complaint of complaints) await stderr.write(`scrutineer: ${complaint}\n`);
  await stderr.flush();
  if (given.length === 0) return status.couldNotRun;

  const cancelled = new AbortController();
  // All files under way listen to the one signal; Node takes more than ten listeners for a leak.
  setMaxListeners(0, cancelled.signal);
  const staff = new Staff(host, options.jobs ?? host.parallelism);
  const write = writerFor(options, host, stdout, cancelled.signal);
  let clean = true;
  try {
    const items = given.map((one): Item =>
      'source' in one ? one : { report: bareReport(one.finding.path, 'malformed', [one.finding]) },
    );
    const outcomes = inOrder(
      items,
      async (source, waiting) => {
        const { inspector } = await staff.get(waiting);
        const asked = { level: options.level, tape: false };
        return inspector.inspect(source, asked, {}, cancelled.signal);
      },
      () => staff.atOnce,
    );
    for await (const outcome of outcomes) {
      clean &&= isClean(outcome.report.counts);
      await write.outcome(outcome);
      if (stdout.closed) break;
    }
    await write.end();
  } finally {
    cancelled.abort();
    staff.close();
  }
  if (complaints.length > 0) return status.couldNotRun;
  return clean ? status.clean : status.errors;
}

/**
 * From so much work on, threads are worth their start and what it costs to hand things over: one
 * thread checks a thousand usual files, or 32 MB, in less than half a second.
 */
const worthThreads = { files: 1000, bytes: 32 * 1024 * 1024 };

/** Sources handed to a pool at once: enough to bundle small files and to begin with large ones. */
const poolAtOnce = 1024;

/** Employs one checker in this thread, and threads once there is work for them. */
class Staff {
  readonly #host: Host;
  readonly #threads: number;
  #here: Promise<Checkers> | null = null;
  #pool: Promise<Checkers> | null = null;
  #employed: Checkers[] = [];
  #closed = false;

  constructor(host: Host, threads: number) {
    this.#host = host;
    this.#threads = threads;
  }

  /** How many sources may be under way at once. */
  get atOnce(): number {
    return this.#pool ? poolAtOnce : 1;
  }

  get({ files, bytes }: { files: number; bytes: number }): Promise<Checkers> {
    const enough = files >= worthThreads.files || (files > 1 && bytes >= worthThreads.bytes);
    if (this.#threads > 1 && enough) this.#pool ??= this.#employ(this.#threads);
    if (this.#pool) return this.#pool;
    return (this.#here ??= this.#employ(1));
  }

  close(): void {
    this.#closed = true;
    for (const checkers of this.#employed) checkers.close();
  }

  async #employ(threads: number): Promise<Checkers> {
    const checkers = await this.#host.start(threads);
    if (this.#closed) checkers.close();
    else this.#employed.push(checkers);
    return checkers;
  }
}

interface Writer {
  outcome(outcome: Outcome): Promise<void>;
  end(): Promise<void>;
}

function writerFor(options: CheckOptions, host: Host, stdout: Output, signal: AbortSignal): Writer {
  // Whoever watches sees each report as it comes; a pipe gets larger pieces.
  const watched = host.stdout.isTTY === true;
  const written = async (text: string): Promise<void> => {
    await stdout.write(text);
    if (watched) await stdout.flush();
  };
  if (options.format === 'jsonl') {
    return {
      outcome: ({ report }) => written(jsonLine(report)),
      end: () => Promise.resolve(),
    };
  }
  const text = new TextWriter({
    color: wantsColor(options, host),
    all: options.all,
  });
  return {
    outcome: async ({ source, report }) => {
      const { shown } = foldFindings(report.findings, options.all);
      const excerptOf =
        source && text.wantsExcerpts(report)
          ? await readExcerpts(source, shown, host.access, textExcerpt, signal)
          : () => null;
      await written(text.report(report, excerptOf));
    },
    end: () => written(text.summary()),
  };
}

/** NO_COLOR and FORCE_COLOR as their conventions have it; a terminal that calls itself dumb is. */
function wantsColor({ color }: CheckOptions, { env, stdout }: Host): boolean {
  if (color !== 'auto') return color === 'always';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}
