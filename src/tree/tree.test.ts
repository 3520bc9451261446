import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TapeError } from '../tape/reader';
import { batchesOf, written, type SomeElement } from '../tape/testing';
import { none, Tree } from './tree';

const names = ['a', 'bee', 'ç', 'd:e'];
const aName = fc.constantFrom(...names);
const aValue = fc.string({
  unit: fc.constantFrom('x', ' ', 'é', '&amp;', '\n', '😀'),
  maxLength: 5,
});
const attributes = fc.uniqueArray(fc.tuple(aName, aValue), {
  maxLength: 3,
  selector: ([name]) => name,
});
const { element } = fc.letrec<{ element: SomeElement; child: SomeElement | string }>((tie) => ({
  element: fc.record({
    name: aName,
    attributes,
    children: fc.array(tie('child'), { maxLength: 5, depthIdentifier: 'tree' }),
  }),
  child: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, depthIdentifier: 'tree' },
    fc.constantFrom(' \n', 'text'),
    tie('element'),
  ),
}));

/** The same document as a plain list in document order. */
interface Known {
  name: string;
  parent: number;
  depth: number;
  children: number[];
  path: string;
  attributes: [string, string][];
  text: string | null;
}

function listOf(root: SomeElement): Known[] {
  const list: Known[] = [];
  const visit = (some: SomeElement, parent: number, depth: number, path: string): number => {
    const index = list.length;
    const children: number[] = [];
    const inner = (some.children ?? []).filter((child) => typeof child !== 'string');
    const text = (some.children ?? []).find((c) => typeof c === 'string' && c.trim() !== '');
    list.push({
      name: some.name,
      parent,
      depth,
      children,
      path,
      attributes: some.attributes ?? [],
      text: typeof text === 'string' ? text : null,
    });
    for (const child of inner) {
      const twins = inner.filter((other) => other.name === child.name);
      const position = twins.length > 1 ? `[${twins.indexOf(child) + 1}]` : '';
      children.push(visit(child, index, depth + 1, `${path}/${child.name}${position}`));
    }
    return index;
  };
  visit(root, none, 0, `/${root.name}`);
  return list;
}

function treeOf(root: SomeElement, perBatch = 1000): { tree: Tree; bytes: Uint8Array } {
  const { text, records } = written(root);
  const tree = new Tree();
  for (const batch of batchesOf(records, perBatch)) tree.add(batch);
  return { tree, bytes: new TextEncoder().encode(text) };
}

const sample: SomeElement = {
  name: 'a',
  children: [
    { name: 'b', attributes: [['n', 'v']], empty: true },
    'text',
    { name: 'c', children: [{ name: 'd' }, { name: 'd' }] },
    { name: 'b' },
  ],
};

describe('Tree', () => {
  it('knows what a plain list knows, however the tape is cut', () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 1, max: 9 }), (root, perBatch) => {
        const list = listOf(root);
        const { tree, bytes } = treeOf(root, perBatch);
        const text = (start: number, end: number): string =>
          new TextDecoder().decode(bytes.subarray(start, end));
        expect(tree.elements).toBe(list.length);
        list.forEach((known, at) => {
          expect(tree.nameOf(at)).toBe(known.name);
          expect(tree.parentOf(at)).toBe(known.parent);
          expect(tree.depthOf(at)).toBe(known.depth);
          expect([...tree.childrenOf(at)]).toEqual(known.children);
          expect(tree.childCountOf(at)).toBe(known.children.length);
          expect(known.children.map((child) => tree.ordinalOf(child))).toEqual(
            known.children.map((_, ordinal) => ordinal),
          );
          expect(tree.pathOf(at)).toBe(known.path);
          const [from, to] = tree.attributesOf(at);
          const found: [string, string][] = [];
          for (let attribute = from; attribute < to; attribute++) {
            found.push([tree.attributeNameOf(attribute), text(...tree.valueSpanOf(attribute))]);
          }
          expect(found).toEqual(known.attributes);
          const run = tree.firstTextOf(at);
          expect(run === null ? null : text(...run).trim()).toBe(known.text?.trim() ?? null);
          expect(text(tree.startOf(at), tree.endOf(at))).toMatch(/^<[^]*>$/);
        });
      }),
    );
  });

  it('finds the innermost element at every byte', () => {
    fc.assert(
      fc.property(element, (root) => {
        const { tree, bytes } = treeOf(root);
        for (let offset = 0; offset < bytes.length; offset++) {
          let innermost = none;
          for (let at = 0; at < tree.elements; at++) {
            if (tree.startOf(at) <= offset && offset < tree.endOf(at)) innermost = at;
          }
          expect(tree.elementAt(offset)).toBe(innermost);
        }
        expect(tree.elementAt(bytes.length)).toBe(none);
      }),
    );
  });

  it('finds the attribute whose value holds a byte', () => {
    const { tree, bytes } = treeOf(sample);
    const at = new TextDecoder().decode(bytes).indexOf('v');
    expect(tree.attributeAt(at)).toBe(0);
    expect(tree.attributeAt(at - 1)).toBe(none);
    expect(tree.attributeAt(at + 1)).toBe(none);
    expect(tree.attributeAt(0)).toBe(none);
  });

  it('can be asked while it grows', () => {
    const { records } = written(sample);
    const tree = new Tree();
    const counts: number[] = [];
    for (const batch of batchesOf(records, 1)) {
      tree.add(batch);
      counts.push(tree.childCountOf(0));
      expect(tree.afterOf(0)).toBe(tree.elements);
    }
    expect(counts.at(-1)).toBe(3);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(tree.isOpen(0)).toBe(false);
  });

  it('keeps open what a document that breaks off leaves open', () => {
    const { records } = written(sample);
    const tree = new Tree();
    const until = records.findIndex((record) => record.name === 'd') + 1;
    for (const batch of batchesOf(records.slice(0, until), 2)) tree.add(batch);
    expect([0, 1, 2, 3].map((at) => tree.isOpen(at))).toEqual([true, false, true, true]);
    expect(tree.elementAt(1_000_000)).toBe(3);
    expect(tree.contains(2, 3)).toBe(true);
    expect(tree.contains(1, 3)).toBe(false);
    expect(tree.nextSiblingOf(2)).toBe(none);
  });

  it('is empty before anything has come', () => {
    const tree = new Tree();
    expect(tree.firstChildOf(none)).toBe(none);
    expect(tree.elementAt(0)).toBe(none);
    expect(() => tree.nameOf(0)).toThrow(RangeError);
  });

  it('gives its memory back', () => {
    const { tree } = treeOf(sample);
    expect(tree.memoryBytes).toBeGreaterThan(0);
    tree.letGo();
    expect(tree.memoryBytes).toBe(0);
    expect(tree.elements).toBe(0);
    expect(tree.elementAt(0)).toBe(none);
    expect(() => tree.nameOf(0)).toThrow(RangeError);
  });

  it('refuses batches out of order', () => {
    const { records } = written(sample);
    const [first, second] = batchesOf(records, 3);
    if (!first || !second) throw new Error('too few batches');
    const tree = new Tree();
    expect(() => tree.add(second)).toThrow(TapeError);
    tree.add(first);
    expect(() => tree.add(first)).toThrow(TapeError);
  });
});
