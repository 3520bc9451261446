import type { Finding } from '../findings/finding';
import { wholeFileSpan } from '../findings/finding';
import type { Place } from './tokenizer';

/** What is known of a check that ran out of memory. */
export interface OutOfMemory {
  path: string;
  /** Bytes that it was allowed to take, or `null` where the machine had no more to give. */
  limit: number | null;
  /** The construct at which the reading stood, where that is known. */
  place: Place | null;
  /** Bytes of it that had come without an end. */
  unfinished: number;
  /** Different names that the file had used so far. */
  names: number;
}

/** Names past which they are what takes the memory: no schema has that many. */
const manyNames = 1_000_000;
/** Bytes past which a construct is what takes the memory. */
const longConstruct = 1_000_000;

/** The finding for a file whose check takes more memory than it may, or than there is. */
export function memoryFinding({ path, limit, place, unfinished, names }: OutOfMemory): Finding {
  const problem =
    limit === null
      ? 'There is no memory left to check this file'
      : `Checking this file takes more than ${sizeOf(limit)} of memory, the limit that is set`;
  const cause =
    unfinished > longConstruct
      ? `: the tag or declaration that begins here does not end within ${sizeOf(unfinished)}`
      : names > manyNames
        ? `: it uses more than ${names.toLocaleString('en-GB')} different names`
        : '';
  return {
    rule: 'scrutineer:engine:1.0.0:memory.limit',
    code: 'memory-limit',
    level: 'syntax',
    severity: 'critical',
    message: `${problem}${cause}. It was not checked from here on.`,
    help: helpFor(unfinished, names, limit),
    path,
    span: place ? spanAt(place) : { ...wholeFileSpan },
  };
}

/** Whether an error is what the platform throws where there is no room for another buffer. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof RangeError && /allocation/i.test(error.message);
}

/** The note on a file whose meaning was not checked, since it has more than so many bytes. */
export function tooLargeForMeaning(path: string, limit: number): Finding {
  return {
    rule: 'scrutineer:engine:1.0.0:memory.meaning',
    code: 'too-large-for-meaning',
    level: 'semantics',
    severity: 'info',
    message: `Only syntax and structure were checked: the file has more than ${sizeOf(limit)}.`,
    help: 'To check references and values, a file is held in memory as a whole. Raise the memory limit in the settings (`--memory-limit` on the command line): a quarter of it may be the file.',
    path,
    span: { ...wholeFileSpan },
  };
}

function helpFor(unfinished: number, names: number, limit: number | null): string {
  const raise =
    limit === null
      ? 'Close what else takes memory on this machine, and check the file again.'
      : 'If the file is meant to be so, raise the memory limit in the settings (`--memory-limit` on the command line).';
  if (unfinished > longConstruct) {
    return `A tag has to be held in memory until its end. Look for a quotation mark or \`>\` that is missing here, or move the data out of the attribute. ${raise}`;
  }
  if (names > manyNames) {
    return `Each different name has to be remembered. Names are for kinds of things: write what differs from one element to the next as an attribute's value. ${raise}`;
  }
  return raise;
}

function spanAt({ offset, line, column }: Place): Finding['span'] {
  return {
    offset,
    endOffset: offset + 1,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
  };
}

function sizeOf(bytes: number): string {
  if (bytes >= 1e9) return `${Number((bytes / 1e9).toFixed(1))} GB`;
  return bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e3)} KB`;
}
