import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../findings/finding';
import { aFinding } from '../../session/testing';
import { batchesOf, written } from '../../tape/testing';
import { Tree } from '../../tree/tree';
import { LineIndex } from '../source/lineIndex';
import { sourceTextOf } from '../source/testing';
import { FindingTally, tallyOf } from './findingTally';

const { text, records } = written({
  name: 'a',
  children: ['\n', { name: 'b', children: [{ name: 'c', empty: true }] }, '\n', { name: 'd' }],
});
const tree = new Tree();
for (const batch of batchesOf(records, 100)) tree.add(batch);
const [a, b, c, d] = [0, 1, 2, 3];

function at(name: string, severity: Severity) {
  return { offset: text.indexOf(name), severity };
}

describe('FindingTally', () => {
  it('tells what is in an element and what is inside it', () => {
    const tally = new FindingTally([at('<c', 'warning'), at('<c', 'error'), at('<b', 'info')]);
    expect(tally.of(tree, a)).toEqual({ severity: 'error', count: 3, own: false });
    expect(tally.of(tree, b)).toEqual({ severity: 'error', count: 3, own: false });
    expect(tally.of(tree, c)).toEqual({ severity: 'error', count: 2, own: true });
    expect(tally.of(tree, d)).toBeNull();
  });

  it('takes a finding of the gravest severity for the element itself', () => {
    const tally = new FindingTally([at('<b', 'error'), at('<c', 'error')]);
    expect(tally.of(tree, b)).toEqual({ severity: 'error', count: 2, own: true });
  });

  it('counts what lies behind the end of a document that breaks off', () => {
    const broken = new Tree();
    for (const batch of batchesOf(records.slice(0, 2), 100)) broken.add(batch);
    const tally = new FindingTally([{ offset: text.length + 5, severity: 'critical' }]);
    expect(tally.of(broken, 1)).toMatchObject({ severity: 'critical', own: true });
    expect(tally.of(tree, a)).toBeNull();
  });
});

describe('tallyOf', () => {
  const finding: Finding = aFinding('a.xosc', {
    span: { offset: 900, endOffset: 901, line: 2, column: 4, endLine: 2, endColumn: 5 },
  });

  it.each([true, false])('goes by lines where offsets differ (same offsets: %s)', async (same) => {
    const source = { ...sourceTextOf(text), sameOffsets: same };
    const index = LineIndex.of(source, new AbortController().signal);
    const tally = await tallyOf([finding], () => Promise.resolve({ text: source, index }));
    const expected = same ? null : { severity: 'error', count: 1, own: true };
    expect(text.split('\n')[1]?.slice(3)).toMatch(/^<c/);
    expect(tally.of(tree, c)).toEqual(expected);
  });

  it('goes by lines where a report tells nothing else', async () => {
    const source = sourceTextOf(text);
    const index = LineIndex.of(source, new AbortController().signal);
    const span = { ...finding.span, offset: 0, endOffset: 0 };
    const opened = { text: source, index };
    const tally = await tallyOf([finding, { ...finding, span }], () => Promise.resolve(opened));
    expect(tally.of(tree, c)).toMatchObject({ count: 2 });
  });
});
