import { codeOf, IssueBlock } from '../src/engine/issueBlock';
import type { SegmentResult } from '../src/engine/segmentReader';
import type { Code } from '../src/engine/tokenizer';

/*
 * How what came of reading a segment lies in a buffer: little-endian words, then bytes.
 *
 *     word 0   byte offset at which the segment begins, or `none`
 *     word 1   words of the segment itself, 0 where it has to be read in its turn
 *     word 2   id of its first own name
 *     word 3   words of its issues
 *     word 4   codes of which there are more issues
 *     word 5   bytes of the issues' texts
 *     word 6   bytes of its names
 *     then     the segment, the issues, the codes (code, number)
 *     then     the texts; the names, as a JSON array in UTF-8
 */
const headWords = 7;
const none = 0xffffffff;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Encodes the outcome of a segment for another thread. */
export function encodeSegment({ start, segment, issues, more }: SegmentResult): ArrayBuffer {
  const names = encoder.encode(JSON.stringify(segment?.names ?? []));
  const own = segment?.words ?? new Uint32Array(0);
  const wordCount = headWords + own.length + issues.words.length + more.length * 2;
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
  ]);
  words.set(own, headWords);
  words.set(issues.words, headWords + own.length);
  words.set(more.flat(), headWords + own.length + issues.words.length);
  bytes.set(issues.texts, wordCount * 4);
  bytes.set(names, wordCount * 4 + issues.texts.length);
  return bytes.buffer;
}

/** Decodes what `encodeSegment` made. Throws a RangeError or SyntaxError on other bytes. */
export function decodeSegment(buffer: ArrayBuffer): SegmentResult {
  const head = new Uint32Array(buffer, 0, headWords);
  const [start = none, own = 0, firstName = 0, issueWords = 0, codes = 0, texts = 0, names = 0] =
    head;
  let at = headWords * 4;
  const wordsOf = (count: number): Uint32Array<ArrayBuffer> => {
    const words = new Uint32Array(buffer, at, count);
    at += count * 4;
    return words;
  };
  const words = wordsOf(own);
  const issues = wordsOf(issueWords);
  const pairs = wordsOf(codes * 2);
  const block = new IssueBlock(issues, new Uint8Array(buffer, at, texts));
  const table: unknown = JSON.parse(decoder.decode(new Uint8Array(buffer, at + texts, names)));
  if (!Array.isArray(table)) throw new RangeError('A segment without names');
  const more: [Code, number][] = [];
  for (let n = 0; n < codes; n++) more.push([codeOf(pairs[n * 2]), pairs[n * 2 + 1] ?? 0]);
  return {
    start: start === none ? null : start,
    segment: own === 0 ? null : { words, firstName, names: table.map(String) },
    issues: block,
    more,
  };
}
