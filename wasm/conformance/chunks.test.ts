import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/engine/tokenizer';
import { Code, Encoding, Status, Tokenizer } from '../../src/engine/tokenizer';
import { tokenizerModule } from '../../src/engine/testing/module';
import { batchHeaderWords, recordWords } from '../../src/tape/layout';
import { chunkSizes, documentText, mutatedBytes } from './arbitraries';

const tokenizer = new Tokenizer(tokenizerModule);

interface Outcome {
  status: Status;
  issues: Issue[];
  records: number[];
  names: string[];
  elements: number;
}

/** Reads bytes in chunks of the given sizes and puts the pieces of the tape together. */
function read(bytes: Uint8Array, sizes: readonly number[], encoding = Encoding.utf8): Outcome {
  tokenizer.begin({ encoding, mark: 0, tape: true, structure: false });
  const outcome: Outcome = { status: Status.more, issues: [], records: [], names: [], elements: 0 };
  for (let at = 0, turn = 0; outcome.status === Status.more; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    outcome.status = tokenizer.push(bytes.subarray(at, at + size), at + size >= bytes.length);
    at += size;
    outcome.issues.push(...tokenizer.takeIssues());
    const batch = tokenizer.takeTape();
    const words = new Uint32Array(batch, 0, batch.byteLength >> 2);
    const count = words[2] ?? 0;
    outcome.records.push(
      ...words.subarray(batchHeaderWords, batchHeaderWords + count * recordWords),
    );
    for (let id = 0; id < (words[5] ?? 0); id++)
      outcome.names.push(tokenizer.name((words[4] ?? 0) + id));
  }
  outcome.elements = tokenizer.elements;
  return outcome;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++)
    bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
}

const whole = [1 << 30];

describe('reading in chunks', () => {
  it('gives the same tape and the same issues whatever the chunks', () => {
    fc.assert(
      fc.property(mutatedBytes, chunkSizes, (bytes, sizes) => {
        expect(read(bytes, sizes)).toEqual(read(bytes, whole));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same in UTF-16, cut in the middle of characters, as in UTF-8', () => {
    fc.assert(
      fc.property(documentText, chunkSizes, fc.boolean(), (text, sizes, littleEndian) => {
        fc.pre(text.isWellFormed());
        const encoding = littleEndian ? Encoding.utf16le : Encoding.utf16be;
        const wide = read(utf16(text, littleEndian), sizes, encoding);
        const narrow = read(new TextEncoder().encode(text), whole);
        expect(wide.records).toEqual(narrow.records);
        expect(wide.status).toBe(narrow.status);
        const places = ({ issues }: Outcome): unknown[] =>
          issues.map(({ code, start, end }) => [
            code,
            start.line,
            start.column,
            end.line,
            end.column,
          ]);
        expect(places(wide)).toEqual(places(narrow));
      }),
      { numRuns: 1000 },
    );
  });

  it('ends with a status and places for any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), chunkSizes, (bytes, sizes) => {
        const { status, issues } = read(bytes, sizes);
        expect([Status.done, Status.failed]).toContain(status);
        for (const { start, end } of issues) {
          expect(start.line).toBeGreaterThan(0);
          expect(end.offset).toBeGreaterThanOrEqual(start.offset);
          expect(end.offset).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('places issues where a plain count of the characters does', () => {
    fc.assert(
      fc.property(mutatedBytes, (bytes) => {
        for (const { code, start, end } of read(bytes, [7, 16, 33]).issues) {
          // What a byte that is no character counts for is a matter of taste: one, here.
          const ends = code === Code.invalidBytes ? [] : [end];
          for (const place of [start, ...ends]) {
            const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
              bytes.subarray(0, place.offset),
            );
            const lines = before.split(/\r\n|\r|\n/);
            expect([place.line, place.column]).toEqual([
              lines.length,
              (lines.at(-1) ?? '').length + 1,
            ]);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
