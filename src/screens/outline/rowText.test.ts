import { describe, expect, it } from 'vitest';
import { batchesOf, written, type SomeElement } from '../../tape/testing';
import type { ResolvedValue } from '../../rules/insight';
import { InsightIndex } from '../../session/insightIndex';
import { Tree } from '../../tree/tree';
import { sourceTextOf } from '../source/testing';
import { rowText, type RowText } from './rowText';
import { ValuePages } from './valuePages';

/** The root's row, once the bytes that it needs have come. */
async function rowOf(root: SomeElement, query: string | null = null): Promise<RowText> {
  const { text, records } = written(root);
  const tree = new Tree();
  for (const batch of batchesOf(records, 100)) tree.add(batch);
  let came: () => void = () => undefined;
  const coming = new Promise<void>((resolve) => (came = resolve));
  const pages = new ValuePages(sourceTextOf(text), () => {
    came();
  });
  rowText(tree, 0, pages);
  await coming;
  return rowText(tree, 0, pages, query);
}

describe('rowText', () => {
  it('puts the name first, then what is referred to, then the rest as written', async () => {
    const { attributes, more } = await rowOf({
      name: 'a',
      attributes: [
        ['xmlns', 'http://example.org'],
        ['delay', '1'],
        ['entityRef', 'Ego'],
        ['rule', 'x'],
        ['name', 'Ä &amp; B'],
        ['last', 'y'],
      ],
    });
    expect(attributes).toEqual([
      { name: 'name', value: 'Ä & B' },
      { name: 'entityRef', value: 'Ego' },
      { name: 'delay', value: '1' },
      { name: 'rule', value: 'x' },
    ]);
    expect(more).toBe(1);
  });

  it('puts what is searched for first', async () => {
    const attributes: [string, string][] = [
      ['name', 'a'],
      ['closed', 'False'],
    ];
    const row = await rowOf({ name: 'a', attributes }, 'fals');
    expect(row.attributes.map(({ name }) => name)).toEqual(['closed', 'name']);
  });

  it('says what a value comes to, and puts it before those that stand for themselves', () => {
    const { text, records } = written({
      name: 'a',
      attributes: [
        ['b', 'c'],
        ['speed', '$v'],
      ],
    });
    const tree = new Tree();
    for (const batch of batchesOf(records, 100)) tree.add(batch);
    const start = text.indexOf('$v');
    const value: ResolvedValue = { at: [start, start + 2], text: '13.9', how: '$v, double' };
    const insight = new InsightIndex({ values: [value], tables: [] });
    expect(rowText(tree, 0, null, null, insight).attributes).toEqual([
      { name: 'speed', value: null, resolved: value },
      { name: 'b', value: null },
    ]);
  });

  it('shortens what is long', async () => {
    const { attributes } = await rowOf({ name: 'a', attributes: [['b', 'x'.repeat(20_000)]] });
    expect(attributes[0]?.value).toBe(`${'x'.repeat(47)}…`);
  });

  it('shows the text of an element without children', async () => {
    expect((await rowOf({ name: 'a', children: [' some\n text '] })).text).toBe('some text');
  });

  it('leaves values out until their bytes have come', () => {
    const { text, records } = written({ name: 'a', attributes: [['b', 'c']] });
    const tree = new Tree();
    for (const batch of batchesOf(records, 100)) tree.add(batch);
    const pages = new ValuePages(sourceTextOf(text), () => undefined);
    expect(rowText(tree, 0, pages).attributes).toEqual([{ name: 'b', value: null }]);
  });
});
