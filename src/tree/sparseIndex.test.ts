import { expect, test } from 'vitest';
import { indexVersion } from '../tape/index/layout';
import { IndexWriter, type IndexPlace } from '../tape/index/writer';
import { TapeError } from '../tape/reader';
import { noElement, SparseIndex } from './sparseIndex';

const place = (text: number): IndexPlace => ({ text, offset: text * 2, line: text, column: 1 });
const open = (...opened: [name: string, text: number][]) =>
  opened.map(([name, text]) => ({ name, place: place(text) }));

function writeSome(writer: IndexWriter): void {
  writer.add({ place: place(10), readable: true, elements: 3, open: open(['a', 1], ['b', 5]) });
  writer.add({
    place: place(20),
    readable: false,
    elements: 6,
    open: open(['a', 1], ['b', 5], ['é', 15]),
  });
}

function writeMore(writer: IndexWriter): void {
  writer.add({ place: place(30), readable: true, elements: 9, open: open(['a', 1], ['b', 25]) });
  writer.add({ place: place(40), readable: false, elements: 9, open: [] });
}

function filled(): SparseIndex {
  const writer = new IndexWriter();
  const index = new SparseIndex();
  writeSome(writer);
  index.add(writer.take());
  writeMore(writer);
  index.add(writer.take());
  return index;
}

test('entries come back as they were written, batch by batch', () => {
  const index = filled();
  expect(index.entries).toBe(4);
  expect([0, 1, 2, 3].map((entry) => index.placeOf(entry))).toEqual([10, 20, 30, 40].map(place));
  expect([0, 1, 2, 3].map((entry) => index.isReadable(entry))).toEqual([true, false, true, false]);
  expect([0, 1, 2, 3].map((entry) => index.elementsBefore(entry))).toEqual([3, 6, 9, 9]);
});

test('an element that stays open is the same one at every entry', () => {
  const index = filled();
  const names = (entry: number) => index.openAt(entry).map((id) => index.nameOf(id));
  expect([0, 1, 2, 3].map(names)).toEqual([['a', 'b'], ['a', 'b', 'é'], ['a', 'b'], []]);
  expect(index.openElements).toBe(4);
  const [a, b, e] = index.openAt(1);
  const [, other] = index.openAt(2);
  expect([a, b, e, other].map((id) => index.spanOf(id ?? 0))).toEqual([
    [0, 2],
    [0, 1],
    [1, 1],
    [2, 2],
  ]);
  expect(index.parentOf(other ?? 0)).toBe(a);
  expect(index.parentOf(a ?? 0)).toBe(noElement);
  expect(index.startOf(e ?? 0)).toEqual(place(15));
});

test('entries are found by offset and by line', () => {
  const index = filled();
  expect([9, 10, 19, 20, 99].map((text) => index.entryBy(text))).toEqual([-1, 0, 0, 1, 3]);
  expect(index.entryByLine(20, 1)).toBe(1);
  expect(index.entryByLine(19, 999)).toBe(0);
  expect(index.entryByLine(9, 1)).toBe(-1);
  expect([0, 1, 2].map((entry) => index.readableBy(entry))).toEqual([0, 0, 2]);
  expect([0, 1, 2].map((entry) => index.readableAfter(entry))).toEqual([2, 2, 3]);
});

test('what does not fit is refused', () => {
  const writer = new IndexWriter();
  writeSome(writer);
  const first = writer.take();
  writeMore(writer);
  const second = writer.take();
  expect(() => new SparseIndex().add(second)).toThrow(TapeError);
  expect(() => new SparseIndex().add(first.slice(0, first.byteLength - 8))).toThrow(TapeError);
  expect(() => new SparseIndex().add(new ArrayBuffer(64))).toThrow(TapeError);
  new Uint32Array(first)[1] = indexVersion + 1;
  expect(() => new SparseIndex().add(first)).toThrow(/version/);
});
