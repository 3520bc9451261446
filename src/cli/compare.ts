import type { Comparison } from '../findings/compare/compare';
import { compareReports, isNewError } from '../findings/compare/compare';
import { changes } from '../findings/compare/findings';
import { compareJson } from '../findings/compare/json';
import { compareMarkdown } from '../findings/compare/markdown';
import { compareText } from '../findings/compare/text';
import { readReport } from '../findings/readers/index';
import { mostBytes } from '../findings/readers/limits';
import { recognisedWithin, recogniseReport } from '../findings/readers/recognise';
import type { ReportDocument } from '../findings/reportDocument';
import type { BytesAccess } from '../intake/bytes';
import type { ByteRange, Source } from '../intake/source';
import { asUnreadable, UnreadableSource } from '../intake/unreadable';
import { checkInto } from './check';
import { tokenizerModule } from './checkers';
import { findSettings } from './config';
import { documentParts } from './documentParts';
import type { GatheredPaths, Given } from './gather';
import { gatherPaths } from './gather';
import type { Host } from './host';
import { status } from './host';
import type { CompareOptions } from './options';
import type { Output } from './output';
import { inputsBeside, writingTo } from './outputFile';
import type { Gather, Written } from './writers';
import { wantsColor } from './writers';

/** Findings that are listed in Markdown without `--all`: so many fit into a ticket as a rule. */
const mostInTicket = 200;

/** One side of a comparison, and what is wrong with it: one line each, for standard error. */
interface Side {
  document: ReportDocument | null;
  complaints: readonly string[];
}

/**
 * `scrutineer compare`: compares two reports, or what is checked for it, and returns the exit status:
 * 1 where there are errors that were none before.
 */
export async function compare(
  options: CompareOptions,
  host: Host,
  stdout: Output,
  stderr: Output,
): Promise<number> {
  const sides = [
    await givenBy(options.before, options, host),
    await givenBy(options.after, options, host),
  ];
  return writingTo(options, stdout, async (output) => {
    const documents: ReportDocument[] = [];
    for (const side of sides) {
      const { document, complaints } = await documentOf(side, options, host);
      for (const complaint of complaints) await stderr.write(`scrutineer: ${complaint}\n`);
      if (document) documents.push(document);
    }
    await stderr.flush();
    const [before, after] = documents;
    if (!before || !after) return status.couldNotRun;
    const comparison = compareReports(before, after);
    for (const piece of written(comparison, options, host)) {
      await output.write(piece);
      if (output.closed) break;
    }
    const worse = comparison.files.some(({ findings }) => findings.some(isNewError));
    return worse ? status.errors : status.clean;
  });
}

/** The comparison in the form that was asked for. */
function written(comparison: Comparison, options: CompareOptions, host: Host): Iterable<string> {
  const { format, all } = options;
  switch (format) {
    case 'text':
      return compareText(comparison, { color: wantsColor(options, host), all });
    case 'json':
      return compareJson(comparison);
    case 'markdown': {
      const shown = new Set(all ? changes : (['new', 'fixed'] as const));
      return [compareMarkdown(comparison, { shown, most: all ? Infinity : mostInTicket })];
    }
  }
}

/** What an argument stands for, without the file that is written to. */
async function givenBy(path: string, options: CompareOptions, host: Host): Promise<GatheredPaths> {
  const { given, complaints } = await gatherPaths([path], (one) => host.readAll(one));
  return { given: inputsBeside(given, options), complaints };
}

/** The report that is given, or that on the files that are. */
async function documentOf(
  { given, complaints }: GatheredPaths,
  options: CompareOptions,
  host: Host,
): Promise<Side> {
  const [only] = given;
  if (!only) return { document: null, complaints };
  if (given.length === 1 && 'source' in only) {
    const read = await readSide(only.source, host);
    if (read) return read;
  }
  return checkSide(given, options, host);
}

/** Reads a report; null where the file is none, and so is to be checked. */
async function readSide({ path, bytes }: Source, host: Host): Promise<Side | null> {
  const { access } = host;
  try {
    const head = await access.read(beginningOf(bytes, access));
    const form = recogniseReport(head, path);
    if (form === null) return null;
    if (access.size(bytes) > mostBytes) {
      const problem = `the report is larger than ${mostBytes >> 20} MB`;
      return { document: null, complaints: [`“${path}”: ${problem}`] };
    }
    const result = await readReport(form, await access.read(bytes), {
      tokenizer: () => Promise.resolve(tokenizerModule()),
      rules: await documentParts(host).rules(),
    });
    if ('problem' in result) {
      return { document: null, complaints: [`“${path}”: ${result.problem}`] };
    }
    const complaints = result.remarks.map((remark) => `“${path}”: ${remark}`);
    return { document: result.document, complaints };
  } catch (error) {
    const reason = asUnreadable(error);
    if (!(reason instanceof UnreadableSource)) throw error;
    return { document: null, complaints: [`“${path}”: ${reason.message}`] };
  }
}

function beginningOf(bytes: ByteRange, access: BytesAccess): ByteRange {
  const length = Math.min(access.size(bytes), recognisedWithin);
  return bytes instanceof Blob ? bytes.slice(0, length) : { ...bytes, end: bytes.start + length };
}

/** Checks what is given, and puts all reports together. */
async function checkSide(
  given: readonly Given[],
  options: CompareOptions,
  host: Host,
): Promise<Side> {
  const settings = await findSettings(given, options.settings);
  if (settings.complaints.length > 0) return { document: null, complaints: settings.complaints };
  const reports: Written[] = [];
  let document: ReportDocument | null = null;
  await checkInto(given, settings, options, host, (gather: Gather) => ({
    report: (one) => {
      reports.push(one);
      return Promise.resolve();
    },
    end: async () => {
      document = await gather(reports);
    },
  }));
  return { document, complaints: [] };
}
