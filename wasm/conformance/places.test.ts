import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Encoding, Status, Tokenizer } from '../../src/engine/tokenizer';
import { tokenizerModule } from '../../src/engine/testing/module';

const tokenizer = new Tokenizer(tokenizerModule);
const encoder = new TextEncoder();

/** Long enough for whole blocks of plain text, with every kind of line end and character between. */
const piece = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\r', '\t', '<b/>', '\n  <c x="1">\n\t</c>\r\n', 'ä', '漢字', '😀'),
  fc.stringMatching(/^[ a-z0-9.]{0,80}$/),
  fc.constantFrom(...[63, 64, 65, 130, 512, 700].map((length) => 'x'.repeat(length))),
  fc.constantFrom(...[10, 40].map((times) => 'A line of text\r\n'.repeat(times))),
  fc.constantFrom(...[10, 40].map((times) => '  <line of="text"/>\n'.repeat(times))),
);
const longDocument = fc
  .array(piece, { minLength: 1, maxLength: 40 })
  .map((pieces) => `<a>${pieces.join('')}</a>`);

function naivePlace(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset));
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

it('counts lines and columns as a plain count of the characters does', () => {
  fc.assert(
    fc.property(
      longDocument,
      fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 5 }),
      (text, sizes) => {
        const bytes = encoder.encode(text);
        tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: false, structure: false });
        let status = Status.more;
        for (let at = 0, turn = 0; status === Status.more; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          status = tokenizer.push(bytes.subarray(at, at + size), at + size >= bytes.length);
          at += size;
          const { offset, line, column } = tokenizer.place;
          expect({ line, column }).toEqual(naivePlace(bytes, offset));
        }
        expect(status).toBe(Status.done);
      },
    ),
    { numRuns: 1500 },
  );
});

it('places what is wrong far into a document', () => {
  fc.assert(
    fc.property(longDocument, longDocument, (before, after) => {
      const bytes = encoder.encode(`<r>${before}&;${after}</r>`);
      tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: false, structure: false });
      expect(tokenizer.push(bytes, true)).toBe(Status.failed);
      const [issue] = tokenizer.takeIssues();
      if (!issue) throw new Error('Nothing was found');
      const { offset, line, column } = issue.start;
      expect(offset).toBe(3 + encoder.encode(before).length);
      expect({ line, column }).toEqual(naivePlace(bytes, offset));
    }),
    { numRuns: 500 },
  );
});
