import { describe, expect, it } from 'vitest';
import { batchesOf, written } from '../../tape/testing';
import { Tree } from '../../tree/tree';
import { rowByPrefix, TypeAhead } from './typeAhead';

describe('TypeAhead', () => {
  it('collects what is typed in one go', () => {
    const typing = new TypeAhead();
    expect(typing.type('S', 1000)).toEqual({ prefix: 's', stay: false });
    expect(typing.type('t', 1100)).toEqual({ prefix: 'st', stay: true });
    expect(typing.type('o', 3000)).toEqual({ prefix: 'o', stay: false });
  });

  it('goes on to the next with the same letter again', () => {
    const typing = new TypeAhead();
    typing.type('s', 1000);
    expect(typing.type('s', 1100)).toEqual({ prefix: 's', stay: false });
  });
});

describe('rowByPrefix', () => {
  const tree = new Tree();
  const { records } = written({
    name: 'Root',
    children: [{ name: 'Story' }, { name: 'Act' }, { name: 'StopTrigger' }],
  });
  for (const batch of batchesOf(records, 100)) tree.add(batch);
  const rows = { length: 4, at: (row: number) => row };

  it('looks from a row on and around the end', () => {
    expect(rowByPrefix(tree, rows, 'st', 0)).toBe(1);
    expect(rowByPrefix(tree, rows, 'st', 2)).toBe(3);
    expect(rowByPrefix(tree, rows, 'story', 2)).toBe(1);
    expect(rowByPrefix(tree, rows, 'x', 0)).toBeNull();
  });
});
