import type { ReadContext, ReadResult } from './reader';
import type { TagsEnd } from './startTags';
import { readStartTags } from './startTags';
import { XqarGatherer } from './xqarGatherer';

/**
 * Reads a report in ASAM's result format. What `writeXqar` wrote comes back whole; of others whatever
 * can be understood: elements in any order, unknown ones and unknown attributes passed over, places
 * directly in an issue (as before version 1.0), issues without a place or a rule.
 *
 * Level 1 is an error, 2 a warning, 3 a note. A rule is named by its UID, else by the checker; bundles
 * on the same file become one report on it, by their parameter `InputFile`. Files are valid unless
 * there is an error. Of a file that is cut off, what stands in front of the cut is read.
 */
export async function readXqar(
  bytes: Uint8Array,
  { tokenizer, rules }: ReadContext,
): Promise<ReadResult> {
  const gatherer = new XqarGatherer(rules);
  const end = readStartTags(await tokenizer(), bytes, (tag) => {
    gatherer.see(tag);
  });
  const read = gatherer.finish();
  if (read === null) return { problem: end.complete ? notXqar : whyCut(end) };
  if (end.complete) return read;
  return { ...read, remarks: [`${whyCut(end)} What stands behind is missing.`, ...read.remarks] };
}

const notXqar = 'The file is no XQAR report: its root element is not `CheckerResults`.';

function whyCut(end: Extract<TagsEnd, { complete: false }>): string {
  const where = end.line === null ? '' : ` in line ${end.line}`;
  switch (end.reason) {
    case 'encoding':
      return 'The report’s encoding is unknown.';
    case 'memory':
      return 'The report takes more memory than it may.';
    case 'malformed':
      return `The report breaks off${where}, or is no longer XML from there on.`;
  }
}
