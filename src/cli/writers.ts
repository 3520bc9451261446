import type { InputMark } from '../findings/jsonl';
import { jsonLine } from '../findings/jsonl';
import type { FileReport } from '../findings/report';
import type { ReportDocument } from '../findings/reportDocument';
import type { ExcerptOf } from '../findings/text';
import { TextWriter } from '../findings/text';
import type { ReportForm } from '../findings/writers/forms';
import { reportForms } from '../findings/writers/forms';
import type { Source } from '../intake/source';
import type { Host } from './host';
import type { WriteOptions } from './options';
import type { Output } from './output';

/** A report to be written, and what goes with it. */
export interface Written {
  report: FileReport;
  /** Where the file is; null where it is not at hand. */
  source: Source | null;
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

/** Puts reports together to one. */
export type Gather = (reports: readonly Written[]) => Promise<ReportDocument>;

/** The writer for the format that was asked for; forms that are one document take `gather`. */
export function writerFor(
  options: WriteOptions,
  host: Host,
  output: Output,
  gather: Gather,
): Writer {
  // Whoever watches sees each report as it comes; a pipe gets larger pieces.
  const watched = options.output === null && host.stdout.isTTY === true;
  const put = async (text: string): Promise<void> => {
    await output.write(text);
    if (watched) await output.flush();
  };
  if (options.format === 'jsonl') {
    return {
      report: ({ report, input }) => put(jsonLine(report, input)),
      end: () => Promise.resolve(),
    };
  }
  const form = reportForms.find(({ id }) => id === options.format);
  if (form) return documentWriter(form, output, gather);
  const text = new TextWriter({ color: wantsColor(options, host), all: options.all });
  return {
    report: async ({ report, excerpts }) => {
      const excerptOf = excerpts && text.wantsExcerpts(report) ? await excerpts() : () => null;
      await put(text.report(report, excerptOf));
    },
    end: () => put(text.summary()),
  };
}

/** Waits for all reports, since what is said of them together may stand in front. */
function documentWriter(form: ReportForm, output: Output, gather: Gather): Writer {
  const reports: Written[] = [];
  return {
    report: (written) => {
      reports.push(written);
      return Promise.resolve();
    },
    end: async () => {
      if (output.closed) return;
      const [document, write] = await Promise.all([gather(reports), form.load()]);
      for (const piece of write(document)) {
        await output.write(piece);
        if (output.closed) return;
      }
    },
  };
}

/** NO_COLOR and FORCE_COLOR as their conventions have it; a terminal that calls itself dumb is. */
export function wantsColor(
  { color, output }: Pick<WriteOptions, 'color' | 'output'>,
  { env, stdout }: Host,
): boolean {
  if (color !== 'auto') return color === 'always';
  if (output !== null) return false;
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}
