import { describe, expect, it } from 'vitest';
import { recordKind } from './layout';
import { TapeNames } from './names';
import { openBatch, TapeError } from './reader';
import { batchesOf, written } from './testing';

const { records } = written({
  name: 'Größe',
  children: [{ name: 'b', attributes: [['c', '1']], empty: true }, { name: 'b' }],
});

function firstBatch(): ArrayBuffer {
  const [buffer] = batchesOf(records, 100);
  if (!buffer) throw new Error('no batch');
  return buffer;
}

describe('openBatch', () => {
  it('gives the records as they lie', () => {
    const batch = openBatch(firstBatch());
    expect(batch.count).toBe(records.length);
    expect(batch.before).toBe(0);
    expect(batch.records.length).toBe(records.length * 3);
    expect((batch.records[0] ?? 0) & 15).toBe(recordKind.element);
    expect(batch.records[1]).toBe(0);
    expect(batch.records[2]).toBe('<Größe>'.length + 2);
  });

  it.each([
    ['no magic', 0],
    ['another version', 1],
  ])('refuses %s', (_, word) => {
    const buffer = firstBatch();
    const words = new Uint32Array(buffer);
    words[word] = (words[word] ?? 0) + 1;
    expect(() => openBatch(buffer)).toThrow(TapeError);
  });

  it('refuses what is shorter than it says', () => {
    const buffer = firstBatch();
    expect(() => openBatch(buffer.slice(0, buffer.byteLength - 8))).toThrow(TapeError);
    expect(() => openBatch(new ArrayBuffer(8))).toThrow(TapeError);
    expect(() => openBatch(new ArrayBuffer(33))).toThrow(TapeError);
  });

  it('refuses names that do not fill their section', () => {
    const buffer = firstBatch();
    const words = new Uint32Array(buffer);
    words[8 + records.length * 3] = 1;
    expect(() => openBatch(buffer)).toThrow(TapeError);
  });
});

describe('TapeNames', () => {
  it('knows the names of all batches', () => {
    const names = new TapeNames();
    for (const buffer of batchesOf(records, 2)) names.add(openBatch(buffer));
    expect(names.count).toBe(4);
    expect([0, 1, 2, 3].map((id) => names.text(id))).toEqual(['', 'Größe', 'b', 'c']);
    expect(() => names.text(4)).toThrow(RangeError);
  });

  it('notices a missing batch', () => {
    const names = new TapeNames();
    const [, second] = batchesOf(records, 1);
    if (!second) throw new Error('no second batch');
    expect(() => names.add(openBatch(second))).toThrow(TapeError);
  });
});
