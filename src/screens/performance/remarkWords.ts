import type { Stage } from '../../engine/timing';
import type { Remark } from '../../session/performance/remarks';
import type { Series } from '../../session/performance/sizeClass';
import { countOf, formatBytes, formatMs, formatRate, formatShare } from '../../ui/format';
import { stageTitles } from './stageWords';

/** A remark in words: what is the matter, and what to do about it. */
export interface RemarkWords {
  title: string;
  text: string;
  advice: string;
}

const stageAdvice: Readonly<Record<Stage, string>> = {
  read: 'Copy the files to a disk of this machine first: network folders and virus scanners slow reading down.',
  recall:
    'Files are hashed, to be known the next time, and this window has to answer: keep it in front, and close programs that keep the processor busy.',
  unpack: 'Unpack the archive once and check the files in it.',
  decode: 'Save the files as UTF-8, which needs no decoding.',
  tokenize:
    'Close programs and tabs that keep the processor busy, and plug a laptop in; then try Tune.',
  semantics:
    'Level structure is quicker where only the shape matters; files with thousands of expressions take longest.',
  project:
    'Road networks and catalogs are read once and kept: the next scenario that uses them takes less.',
  structure:
    'Close programs and tabs that keep the processor busy, and plug a laptop in; then try Tune.',
  findings: 'Mend the findings that come most often first: each has to be put into words.',
  other: 'The first file of each version waits for its tables; check several in one go.',
  transfer: 'Check fewer files at once, so that this window has time for each.',
  paint: 'Check fewer files at once, so that this window has time for each.',
};

/** Says a remark. */
export function remarkWords(remark: Remark): RemarkWords {
  switch (remark.kind) {
    case 'regression': {
      const { now, before, change, recent, past, engineChanged } = remark.comparison;
      return {
        title: `Slower than this machine was: files ${seriesTitle(remark.series)}`,
        text:
          `The last ${recent} went at ${formatRate(now)}, ${formatShare(-change)} below the ` +
          `${formatRate(before)} of the ${past} before them.`,
        advice: engineChanged
          ? 'The engine has been renewed in between. Should it stay like this, export the figures and report them.'
          : 'Close programs and tabs that keep the processor busy, and plug a laptop in. Should it stay like this, export the figures and report them.',
      };
    }
    case 'time':
      return {
        title: 'Over the budget for time',
        text:
          `${remark.time.quantile === 0.5 ? 'Half of the files take' : 'One file in twenty takes'} ` +
          `more than ${formatMs(remark.time.ms)} ms a megabyte; the budget is ` +
          `${formatMs(remark.budget)} ms. ${formatShare(remark.share)} of the time is “${stageTitles[remark.stage]}”.`,
        advice: stageAdvice[remark.stage],
      };
    case 'memory':
      return {
        title: 'Over the budget for memory',
        text: `${formatBytes(remark.bytes)} were in use at once; the budget is ${formatBytes(remark.budget)}.`,
        advice:
          'Clear the list when a batch is done, check large files one after the other, or have fewer workers.',
      };
    case 'broken':
      return {
        title: 'The engine broke',
        text: `It broke on ${countOf(remark.files, 'file')} of ${remark.of}; the budget is ${formatShare(remark.budget)}.`,
        advice:
          'Check these files again; if it breaks off again, report it, with the file where you may.',
      };
  }
}

/** A series in words that follow `files`. */
export function seriesTitle({ sizeClass, elements, packed }: Series): string {
  const extras = [packed ? 'packed' : '', elements ? 'with outline' : ''].filter(Boolean);
  return [`of ${sizeClass.title}`.replace('of under', 'under'), ...extras].join(', ');
}
