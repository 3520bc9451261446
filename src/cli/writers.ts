import type { InputMark } from '../findings/jsonl';
import { jsonLine } from '../findings/jsonl';
import type { FileReport } from '../findings/report';
import type { ExcerptOf } from '../findings/text';
import { TextWriter } from '../findings/text';
import type { Host } from './host';
import type { WriteOptions } from './options';
import type { Output } from './output';

/** A report to be written, and what goes with it. */
export interface Written {
  report: FileReport;
  /** Where it belongs, in a part of a run. */
  input?: InputMark | undefined;
  /** Fetches the source lines of its findings; absent where the source is not at hand. */
  excerpts?: (() => Promise<ExcerptOf>) | undefined;
}

/** Writes reports in their order, in the form that was asked for. */
export interface Writer {
  report(written: Written): Promise<void>;
  /** What stands behind all reports. */
  end(): Promise<void>;
}

/** The writer for the format that was asked for. */
export function writerFor(options: WriteOptions, host: Host, stdout: Output): Writer {
  // Whoever watches sees each report as it comes; a pipe gets larger pieces.
  const watched = host.stdout.isTTY === true;
  const put = async (text: string): Promise<void> => {
    await stdout.write(text);
    if (watched) await stdout.flush();
  };
  if (options.format === 'jsonl') {
    return {
      report: ({ report, input }) => put(jsonLine(report, input)),
      end: () => Promise.resolve(),
    };
  }
  const text = new TextWriter({ color: wantsColor(options, host), all: options.all });
  return {
    report: async ({ report, excerpts }) => {
      const excerptOf = excerpts && text.wantsExcerpts(report) ? await excerpts() : () => null;
      await put(text.report(report, excerptOf));
    },
    end: () => put(text.summary()),
  };
}

/** NO_COLOR and FORCE_COLOR as their conventions have it; a terminal that calls itself dumb is. */
function wantsColor({ color }: WriteOptions, { env, stdout }: Host): boolean {
  if (color !== 'auto') return color === 'always';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}
