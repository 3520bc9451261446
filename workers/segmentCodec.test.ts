import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IssueBlock, issueWords } from '../src/engine/issueBlock';
import type { SegmentResult } from '../src/engine/segmentReader';
import { Code } from '../src/engine/tokenizer';
import { decodeSegment, encodeSegment } from './segmentCodec';

const word = fc.integer({ min: 0, max: 0xfffffffe });
const name = fc.string({ maxLength: 8, unit: 'binary' });
const words = (options: fc.ArrayConstraints = {}) =>
  fc.array(word, options).map((all) => Uint32Array.from(all));
const place = fc.record({ offset: word, line: word, column: word, text: word });

const result: fc.Arbitrary<SegmentResult> = fc.record({
  start: fc.option(word),
  segment: fc.option(
    fc.record({ words: words({ minLength: 1 }), firstName: word, names: fc.array(name) }),
  ),
  issues: fc
    .tuple(fc.nat(5), fc.uint8Array())
    .chain(([count, texts]) =>
      words({ minLength: count * issueWords, maxLength: count * issueWords }).map(
        (all) => new IssueBlock(all, texts),
      ),
    ),
  more: fc.array(
    fc.tuple(fc.constantFrom(Code.unknownElement, Code.missingAttribute, Code.invalidValue), word),
  ),
  index: fc.array(
    fc.record({
      place,
      elements: word,
      ended: word,
      readable: fc.boolean(),
      open: fc.array(fc.record({ name, place }), { maxLength: 4 }),
    }),
    { maxLength: 4 },
  ),
});

it('gives back what was encoded, in one buffer', () => {
  fc.assert(
    fc.property(result, (segment) => {
      const decoded = decodeSegment(encodeSegment(segment));
      // Behind the segment's own names may come those that only the index needs.
      const names = decoded.segment?.names.slice(0, segment.segment?.names.length);
      const own = decoded.segment && { ...decoded.segment, names };
      expect({ ...decoded, segment: own }).toEqual(segment);
    }),
  );
});

it('refuses what is cut off', () => {
  const issues = new IssueBlock(new Uint32Array(issueWords), new Uint8Array(3));
  const whole = encodeSegment({ start: 1, segment: null, issues, more: [], index: [] });
  expect(() => decodeSegment(whole.slice(0, whole.byteLength - 4))).toThrow();
});
