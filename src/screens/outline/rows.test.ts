import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf, written, type SomeElement } from '../../tape/testing';
import { none, Tree } from '../../tree/tree';
import { OutlineRows } from './rows';

/** Trees of any shape: every element hangs itself on one of those before it. */
const element = fc.array(fc.nat(), { maxLength: 30 }).map((picks) => {
  const root: SomeElement = { name: 'e', children: [] };
  const all = [root];
  for (const pick of picks) {
    const made: SomeElement = { name: 'e', children: [] };
    all[pick % all.length]?.children?.push(made);
    all.push(made);
  }
  return root;
});

/** What is visible, told by walking through the tree. */
function walk(tree: Tree, isOpen: (element: number) => boolean): number[] {
  const visible: number[] = [];
  const visit = (at: number): void => {
    visible.push(at);
    if (isOpen(at)) for (const child of tree.childrenOf(at)) visit(child);
  };
  if (tree.elements > 0) visit(0);
  return visible;
}

function shown(rows: OutlineRows): number[] {
  return Array.from({ length: rows.length }, (_, row) => rows.at(row));
}

const sample: SomeElement = {
  name: 'a',
  children: [
    { name: 'b', children: [{ name: 'c', children: [{ name: 'd' }] }] },
    { name: 'e', children: [{ name: 'f' }] },
  ],
};

function treeOf(root: SomeElement): Tree {
  const tree = new Tree();
  for (const batch of batchesOf(written(root).records, 1000)) tree.add(batch);
  return tree;
}

describe('OutlineRows', () => {
  it('shows what a walk through the tree shows, at any time and after any opening and closing', () => {
    const step = fc.record({ kind: fc.constantFrom('toggle', 'grow', 'reveal'), pick: fc.nat() });
    fc.assert(
      fc.property(element, fc.array(step), fc.integer({ min: 1, max: 5 }), (root, steps, size) => {
        const batches = batchesOf(written(root).records, size);
        const tree = new Tree();
        const rows = new OutlineRows(tree);
        const check = (): void => {
          expect(shown(rows)).toEqual(walk(tree, (at) => rows.isOpen(at)));
        };
        const grow = (): void => {
          const batch = batches.shift();
          if (batch) tree.add(batch);
          rows.grow();
        };
        for (const { kind, pick } of steps) {
          if (kind === 'grow' || tree.elements === 0) grow();
          else if (kind === 'reveal') {
            const target = pick % tree.elements;
            expect(rows.at(rows.reveal(target))).toBe(target);
          } else {
            const target = pick % tree.elements;
            if (rows.isOpen(target)) rows.close(target);
            else rows.open(target);
          }
          check();
        }
        while (batches.length > 0) {
          const before = shown(rows);
          grow();
          expect(shown(rows).slice(0, before.length)).toEqual(before);
        }
        check();
      }),
    );
  });

  it('remembers what was open inside a closed branch', () => {
    const rows = new OutlineRows(treeOf(sample));
    rows.grow();
    expect(shown(rows)).toEqual([0, 1, 4]);
    rows.open(1);
    rows.open(2);
    rows.close(1);
    expect(shown(rows)).toEqual([0, 1, 4]);
    expect(rows.rowOf(3)).toBe(none);
    rows.open(1);
    expect(shown(rows)).toEqual([0, 1, 2, 3, 4]);
  });

  it('opens whole branches and siblings', () => {
    const rows = new OutlineRows(treeOf(sample));
    rows.grow();
    rows.openSiblings(1);
    expect(shown(rows)).toEqual([0, 1, 2, 4, 5]);
    rows.openAll(0);
    expect(shown(rows)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(() => rows.at(6)).toThrow(RangeError);
  });
});
