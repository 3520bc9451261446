import { describe, expect, it } from 'vitest';
import { batchesOf, written, type SomeElement } from '../../tape/testing';
import { Tree } from '../../tree/tree';
import { sourceTextOf } from '../source/testing';
import { OutlineSearch } from './search.svelte';

const root: SomeElement = {
  name: 'Root',
  children: [
    { name: 'Story', attributes: [['name', 'Lane change']], children: [{ name: 'Act' }] },
    { name: 'Story', attributes: [['name', 'x &amp; y']], children: [{ name: 'Act' }] },
    { name: 'Event', attributes: [['long', 'z'.repeat(300_000) + 'needle']] },
    { name: 'Event', attributes: [['ref', 'LANE']] },
  ],
};
const { text, records } = written(root);

async function found(query: string): Promise<{ matches: number; visible: number[] }> {
  const tree = new Tree();
  for (const batch of batchesOf(records, 100)) tree.add(batch);
  const search = new OutlineSearch(tree, query);
  await search.goOn(sourceTextOf(text));
  return { matches: search.matches, visible: [...search.visible()] };
}

describe('OutlineSearch', () => {
  it('finds names and values, and shows what is around them', async () => {
    expect(await found('act')).toEqual({ matches: 2, visible: [0, 1, 2, 3, 4] });
    expect(await found('lane')).toEqual({ matches: 2, visible: [0, 1, 6] });
  });

  it('finds values as they read, not as they are written', async () => {
    expect((await found('x & Y')).visible).toEqual([0, 3]);
    expect((await found('amp;')).matches).toBe(0);
  });

  it('finds the end of values that are longer than what is read at a time', async () => {
    expect((await found('needle')).visible).toEqual([0, 5]);
  });

  it('does not find names of attributes', async () => {
    expect((await found('ref')).matches).toBe(0);
  });

  it('goes on when the tree has grown', async () => {
    const tree = new Tree();
    const search = new OutlineSearch(tree, 'act');
    const source = sourceTextOf(text);
    const counts: number[] = [];
    for (const batch of batchesOf(records, 4)) {
      tree.add(batch);
      await search.goOn(source);
      counts.push(search.matches);
    }
    expect(counts[0]).toBe(1);
    expect(counts.at(-1)).toBe(2);
  });
});
