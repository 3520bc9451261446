import { levels, severities, type Finding, type Span } from '../src/findings/finding';
import type { FileReport } from '../src/findings/report';
import type { ByteRange, Packing, Source } from '../src/intake/source';

/*
 * How findings lie in a buffer: little-endian 32-bit words, then a table of strings.
 *
 *     word 0   number of findings
 *     word 1   number of related places
 *     word 2   number of edits
 *     word 3   bytes of the string table
 *     then     findings, 12 words each:
 *              rule, code, flags, message, help, path, offset, endOffset, line, column, endLine, endColumn
 *     then     related places, 9 words each: finding, path, message, and a span
 *     then     edits, 8 words each: finding, text, and a span
 *     then     the string table: a JSON array in UTF-8
 *
 * Strings are indexes into the table, which holds each only once. `flags` is level (bits 0–1),
 * severity (2–3), has related (4), has fix (5). A help of `none` is absent; a path of `none` is that
 * of the file itself, so that a kept result fits whatever the file is called next time.
 */
const headWords = 4;
const findingWords = 12;
const relatedWords = 9;
const editWords = 8;
const none = 0xffffffff;
const hasRelated = 16;
const hasFix = 32;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

class StringTable {
  readonly #index = new Map<string, number>();

  add(text: string): number {
    const known = this.#index.get(text);
    if (known !== undefined) return known;
    const index = this.#index.size;
    this.#index.set(text, index);
    return index;
  }

  /** JSON keeps even lone surrogates, which UTF-8 by itself would not. */
  encode(): Uint8Array {
    return encoder.encode(JSON.stringify([...this.#index.keys()]));
  }
}

function pushSpan(words: number[], span: Span): void {
  words.push(span.offset, span.endOffset, span.line, span.column, span.endLine, span.endColumn);
}

/** Encodes findings of the file at `path`; all numbers must fit 32 bits without sign. */
export function encodeFindings(findings: readonly Finding[], path: string): ArrayBuffer {
  const strings = new StringTable();
  const rows: number[] = [];
  const related: number[] = [];
  const edits: number[] = [];
  const pathIndex = (other: string) => (other === path ? none : strings.add(other));
  findings.forEach((finding, index) => {
    const flags =
      levels.indexOf(finding.level) |
      (severities.indexOf(finding.severity) << 2) |
      (finding.related ? hasRelated : 0) |
      (finding.fix ? hasFix : 0);
    rows.push(strings.add(finding.rule), strings.add(finding.code), flags);
    rows.push(strings.add(finding.message));
    rows.push(finding.help === undefined ? none : strings.add(finding.help));
    rows.push(pathIndex(finding.path));
    pushSpan(rows, finding.span);
    for (const place of finding.related ?? []) {
      related.push(index, pathIndex(place.path), strings.add(place.message));
      pushSpan(related, place.span);
    }
    for (const edit of finding.fix ?? []) {
      edits.push(index, strings.add(edit.text));
      pushSpan(edits, edit.span);
    }
  });
  const table = strings.encode();
  const wordCount = headWords + rows.length + related.length + edits.length;
  const bytes = new Uint8Array(wordCount * 4 + table.length);
  const words = new Uint32Array(bytes.buffer, 0, wordCount);
  words[0] = findings.length;
  words[1] = related.length / relatedWords;
  words[2] = edits.length / editWords;
  words[3] = table.length;
  words.set(rows, headWords);
  words.set(related, headWords + rows.length);
  words.set(edits, headWords + rows.length + related.length);
  bytes.set(table, wordCount * 4);
  return bytes.buffer;
}

/**
 * Decodes what `encodeFindings` made, giving the findings the path that the file has now.
 * `offset` (a multiple of four) and `length` are in bytes. Throws a RangeError on other bytes.
 */
export function decodeFindings(
  buffer: ArrayBuffer,
  path: string,
  offset = 0,
  length = buffer.byteLength - offset,
): Finding[] {
  const words = new Uint32Array(buffer, offset, length >> 2);
  const word = (at: number): number => {
    const value = words[at];
    if (value === undefined) throw new RangeError('Findings end too early');
    return value;
  };
  const findingCount = word(0);
  const relatedStart = headWords + findingCount * findingWords;
  const editsStart = relatedStart + word(1) * relatedWords;
  const end = editsStart + word(2) * editWords;
  if (end * 4 + word(3) !== length) throw new RangeError('Findings of another size than stated');
  const table: unknown = JSON.parse(
    decoder.decode(new Uint8Array(buffer, offset + end * 4, word(3))),
  );
  const string = (index: number): string => {
    const text: unknown = Array.isArray(table) ? table[index] : undefined;
    if (typeof text !== 'string')
      throw new RangeError('Findings refer to a string that is not there');
    return text;
  };
  const pathAt = (at: number) => (word(at) === none ? path : string(word(at)));
  const findings: Finding[] = [];
  for (let at = headWords; at < relatedStart; at += findingWords) {
    const flags = word(at + 2);
    const level = levels[flags & 3];
    const severity = severities[(flags >> 2) & 3];
    if (level === undefined || severity === undefined) throw new RangeError('No such level');
    const finding: Finding = {
      rule: string(word(at)),
      code: string(word(at + 1)),
      level,
      severity,
      message: string(word(at + 3)),
      path: pathAt(at + 5),
      span: spanAt(word, at + 6),
    };
    if (word(at + 4) !== none) finding.help = string(word(at + 4));
    if (flags & hasRelated) finding.related = [];
    if (flags & hasFix) finding.fix = [];
    findings.push(finding);
  }
  for (let at = relatedStart; at < editsStart; at += relatedWords) {
    findings[word(at)]?.related?.push({
      path: pathAt(at + 1),
      span: spanAt(word, at + 3),
      message: string(word(at + 2)),
    });
  }
  for (let at = editsStart; at < end; at += editWords) {
    findings[word(at)]?.fix?.push({
      span: spanAt(word, at + 2),
      text: string(word(at + 1)),
    });
  }
  return findings;
}

function spanAt(word: (at: number) => number, at: number): Span {
  return {
    offset: word(at),
    endOffset: word(at + 1),
    line: word(at + 2),
    column: word(at + 3),
    endLine: word(at + 4),
    endColumn: word(at + 5),
  };
}

/** A report but for what comes separately (findings) or is known at the other side (path). */
export type ReportHead = Omit<FileReport, 'path' | 'findings'>;

/** The head of a report as JSON. */
export function encodeHead(report: FileReport): string {
  return JSON.stringify({ ...report, path: undefined, findings: undefined });
}

/** Puts a report together again. Throws a SyntaxError or TypeError on other text. */
export function decodeHead(head: string, path: string, findings: Finding[]): FileReport {
  const parsed = JSON.parse(head) as ReportHead;
  if (typeof parsed !== 'object' || typeof parsed.counts !== 'object') {
    throw new TypeError('Not the head of a report');
  }
  return { ...parsed, path, findings };
}

/*
 * How a kept report lies in a buffer: little-endian words, then frames, each at a multiple of four.
 *
 *     word 0   magic "SCKR" (0x524b4353)
 *     word 1   version
 *     word 2   number of frames
 *     then     bytes of each frame
 *     then     frame 0: the head of the report; frame 1: what was learnt besides, as JSON, or nothing
 *              where nobody wanted to know; the others: batches of findings
 */
const storedMagic = 0x524b4353;
const storedVersion = 2;
const storedHeadWords = 3;

const padded = (bytes: number) => (bytes + 3) & ~3;

/**
 * A whole report in one buffer, for the result store.
 * @param insight what was learnt besides, as JSON (`null` in it: nothing); '' where that was not wanted
 */
export function encodeStored(
  report: FileReport,
  findingsPerFrame: number,
  insight = '',
): ArrayBuffer {
  const frames: Uint8Array[] = [encoder.encode(encodeHead(report)), encoder.encode(insight)];
  for (let at = 0; at < report.findings.length; at += findingsPerFrame) {
    const batch = report.findings.slice(at, at + findingsPerFrame);
    frames.push(new Uint8Array(encodeFindings(batch, report.path)));
  }
  const start = (storedHeadWords + frames.length) * 4;
  const size = frames.reduce((sum, frame) => sum + padded(frame.length), start);
  const bytes = new Uint8Array(size);
  const words = new Uint32Array(bytes.buffer, 0, storedHeadWords + frames.length);
  words.set([storedMagic, storedVersion, frames.length, ...frames.map((frame) => frame.length)]);
  let at = start;
  for (const frame of frames) {
    bytes.set(frame, at);
    at += padded(frame.length);
  }
  return bytes.buffer;
}

/** A kept report, opened: its findings are decoded batch by batch, as they are wanted. */
export interface StoredReport {
  /** What was learnt besides, as JSON; '' where that was not wanted. */
  insight: string;
  batches: number;
  batch(index: number): Finding[];
  /** The report itself, around findings that were decoded before. */
  report(findings: Finding[]): FileReport;
}

/** Opens a kept report for the file at `path`. Throws a RangeError where it is damaged. */
export function openStored(buffer: ArrayBuffer, path: string): StoredReport {
  if (buffer.byteLength < storedHeadWords * 4) throw new RangeError('Kept report ends too early');
  const words = new Uint32Array(buffer, 0, buffer.byteLength >> 2);
  const count = words[2] ?? 0;
  if (words[0] !== storedMagic || words[1] !== storedVersion || count === 0) {
    throw new RangeError('Not a kept report of this version');
  }
  const frames: { at: number; length: number }[] = [];
  let at = (storedHeadWords + count) * 4;
  for (let index = 0; index < count; index++) {
    const length = words[storedHeadWords + index];
    if (length === undefined) break;
    frames.push({ at, length });
    at += padded(length);
  }
  if (frames.length !== count || at !== buffer.byteLength) {
    throw new RangeError('Kept report of another size than stated');
  }
  const [head, insight, ...batches] = frames;
  if (!insight) throw new RangeError('Kept report without its second frame');
  return {
    insight: decoder.decode(new Uint8Array(buffer, insight.at, insight.length)),
    batches: batches.length,
    batch(index) {
      const frame = batches[index];
      if (!frame) throw new RangeError(`No batch ${index}`);
      return decodeFindings(buffer, path, frame.at, frame.length);
    },
    report(findings) {
      const bytes = new Uint8Array(buffer, head?.at ?? 0, head?.length ?? 0);
      return decodeHead(decoder.decode(bytes), path, findings);
    },
  };
}

/** An entry in JSON: a Blob is named by its index among those that come beside. */
interface WireEntry {
  path: string;
  blob?: number;
  range?: [file: string, start: number, end: number];
  packing: Packing;
  size: number | null;
  crc32?: number;
  origin: Source['origin'];
  nesting: number;
}

/** Encodes the sources that an archive holds; Blobs stay outside of the buffer. */
export function encodeEntries(entries: readonly Source[]): {
  buffer: ArrayBuffer;
  blobs: Blob[];
} {
  const blobs: Blob[] = [];
  const wire = entries.map(({ bytes, ...rest }): WireEntry => {
    if (bytes instanceof Blob) return { ...rest, blob: blobs.push(bytes) - 1 };
    return { ...rest, range: [bytes.file, bytes.start, bytes.end] };
  });
  const bytes = encoder.encode(JSON.stringify(wire));
  return { buffer: bytes.buffer.slice(0, bytes.byteLength), blobs };
}

/** Decodes what `encodeEntries` made. */
export function decodeEntries(buffer: ArrayBuffer, blobs: readonly Blob[]): Source[] {
  const wire = JSON.parse(decoder.decode(buffer)) as WireEntry[];
  return wire.map(({ blob, range, ...rest }) => ({
    ...rest,
    bytes: rangeOf(blob, range, blobs),
  }));
}

function rangeOf(
  blob: number | undefined,
  range: WireEntry['range'],
  blobs: readonly Blob[],
): ByteRange {
  if (range) return { file: range[0], start: range[1], end: range[2] };
  const found = blob === undefined ? undefined : blobs[blob];
  if (!found) throw new RangeError('An entry refers to bytes that are not there');
  return found;
}

/**
 * Where each of `wanted` lies among `sent` (compared by identity), as words; null where the two are
 * the same in the same order. The worker sends those that are not among them first.
 */
export function orderOf(wanted: readonly Finding[], sent: readonly Finding[]): ArrayBuffer | null {
  if (wanted.length === sent.length && wanted.every((finding, at) => finding === sent[at])) {
    return null;
  }
  const places = new Map(sent.map((finding, at) => [finding, at]));
  return Uint32Array.from(wanted, (finding) => places.get(finding) ?? none).buffer;
}

/** Puts the findings that were sent into the report's order. */
export function reorder(sent: Finding[], order: ArrayBuffer | null): Finding[] {
  if (order === null) return sent;
  return Array.from(new Uint32Array(order), (at) => {
    const finding = sent[at];
    if (!finding) throw new RangeError('A report refers to a finding that was not sent');
    return finding;
  });
}
