import { codeOf, IssueBlock } from '../src/engine/issueBlock';
import type { SegmentEntry } from '../src/engine/segmentIndex';
import type { SegmentResult } from '../src/engine/segmentReader';
import type { Code, TextPlace } from '../src/engine/tokenizer';

/*
 * How what came of reading a segment lies in a buffer: little-endian words, then bytes.
 *
 *     word 0   byte offset at which the segment begins, or `none`
 *     word 1   words of the segment itself, 0 where it has to be read in its turn
 *     word 2   id of its first own name
 *     word 3   words of its issues
 *     word 4   codes of which there are more issues
 *     word 5   bytes of the issues' texts
 *     word 6   bytes of the names
 *     word 7   words of its entries in the document's index
 *     then     the segment, the issues, the codes (code, number), the entries
 *     then     the texts; the names, as a JSON array in UTF-8
 *
 * An entry is a place, elements, ended, whether it is readable and how many elements are open, then
 * for each of these its name, as an index into the names, and its place. A place is four words:
 * offset, line, column and the offset into the UTF-8 form.
 */
const headWords = 8;
const none = 0xffffffff;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Encodes the outcome of a segment for another thread. */
export function encodeSegment(result: SegmentResult): ArrayBuffer {
  const { start, segment, issues, more, index } = result;
  const table = [...(segment?.names ?? [])];
  const entries = encodeEntries(index, table);
  const names = encoder.encode(JSON.stringify(table));
  const own = segment?.words ?? new Uint32Array(0);
  const wordCount = headWords + own.length + issues.words.length + more.length * 2 + entries.length;
  const bytes = new Uint8Array(wordCount * 4 + issues.texts.length + names.length);
  const words = new Uint32Array(bytes.buffer, 0, wordCount);
  words.set([
    start ?? none,
    own.length,
    segment?.firstName ?? 0,
    issues.words.length,
    more.length,
    issues.texts.length,
    names.length,
    entries.length,
  ]);
  words.set(own, headWords);
  words.set(issues.words, headWords + own.length);
  words.set(more.flat(), headWords + own.length + issues.words.length);
  words.set(entries, wordCount - entries.length);
  bytes.set(issues.texts, wordCount * 4);
  bytes.set(names, wordCount * 4 + issues.texts.length);
  return bytes.buffer;
}

/** Decodes what `encodeSegment` made. Throws a RangeError or SyntaxError on other bytes. */
export function decodeSegment(buffer: ArrayBuffer): SegmentResult {
  const head = new Uint32Array(buffer, 0, headWords);
  const [start = none, own = 0, firstName = 0, issueWords = 0, codes = 0, texts = 0] = head;
  const [names = 0, entryWords = 0] = head.subarray(6);
  let at = headWords * 4;
  const wordsOf = (count: number): Uint32Array<ArrayBuffer> => {
    const words = new Uint32Array(buffer, at, count);
    at += count * 4;
    return words;
  };
  const words = wordsOf(own);
  const issues = wordsOf(issueWords);
  const pairs = wordsOf(codes * 2);
  const entries = wordsOf(entryWords);
  const block = new IssueBlock(issues, new Uint8Array(buffer, at, texts));
  const table: unknown = JSON.parse(decoder.decode(new Uint8Array(buffer, at + texts, names)));
  if (!Array.isArray(table)) throw new RangeError('A segment without names');
  const strings = table.map(String);
  const more: [Code, number][] = [];
  for (let n = 0; n < codes; n++) more.push([codeOf(pairs[n * 2]), pairs[n * 2 + 1] ?? 0]);
  return {
    start: start === none ? null : start,
    segment: own === 0 ? null : { words, firstName, names: strings },
    issues: block,
    more,
    index: decodeEntries(entries, strings),
  };
}

/** Encodes entries, adding their names to the table. */
function encodeEntries(entries: readonly SegmentEntry[], table: string[]): number[] {
  const ids = new Map(table.map((name, id) => [name, id]));
  const idOf = (name: string): number => {
    let id = ids.get(name);
    if (id === undefined) {
      id = table.push(name) - 1;
      ids.set(name, id);
    }
    return id;
  };
  const words: number[] = [];
  for (const { place, elements, ended, readable, open } of entries) {
    words.push(...wordsOfPlace(place), elements, ended, Number(readable), open.length);
    for (const { name, place: start } of open) words.push(idOf(name), ...wordsOfPlace(start));
  }
  return words;
}

function wordsOfPlace({ offset, line, column, text }: TextPlace): number[] {
  return [offset, line, column, text];
}

function decodeEntries(words: Uint32Array, names: readonly string[]): SegmentEntry[] {
  let at = 0;
  const next = (): number => {
    const word = words[at++];
    if (word === undefined) throw new RangeError('Entries end too early');
    return word;
  };
  const nextPlace = (): TextPlace => ({
    offset: next(),
    line: next(),
    column: next(),
    text: next(),
  });
  const entries: SegmentEntry[] = [];
  while (at < words.length) {
    const entry = { place: nextPlace(), elements: next(), ended: next(), readable: next() !== 0 };
    const open = Array.from({ length: next() }, () => ({
      name: names[next()] ?? '',
      place: nextPlace(),
    }));
    entries.push({ ...entry, open });
  }
  return entries;
}
