import { afterEach, beforeAll, expect, test } from 'vitest';
import { makeEngine, sourceOf } from '../../../engine/testing/inspect';
import type { Source } from '../../../intake/source';
import { SparseIndex } from '../../../tree/sparseIndex';
import { sourceTextOf } from '../../source/testing';
import { FindingTally } from '../findingTally';
import { LargeOutline } from './largeOutline.svelte';
import { LargeSearch, wholeOf } from './matches.svelte';
import type { Node } from './nodes';
import { pathAround } from './pathAround';
import { RegionTrees } from './regionTrees';

/** A few long branches, a short one between them, and one of very many leaves. */
function document(): string {
  const leaf = (name: string): string => `    <leaf name="${name}"><point x="1"/></leaf>\n`;
  const branch = (number: number, leaves: number): string => {
    const inside = Array.from({ length: leaves }, (_, at) => leaf(`${number}.${at}`)).join('');
    return `  <branch number="${number}">\n${inside}  </branch>\n`;
  };
  return `<?xml version="1.0"?>
<root>
  <head title="a test"/>
${branch(1, 30_000)}  <short note="between"/>
${branch(2, 60_000)}  <tail/>
</root>
`;
}

const engine = makeEngine();
const { signal } = new AbortController();
const text = document();
let source: Source;
let index: SparseIndex;
let regionsRead = 0;
const made: LargeOutline[] = [];

beforeAll(async () => {
  source = sourceOf(text);
  index = new SparseIndex();
  await engine.inspect(
    source,
    { level: 'syntax', tape: true, tapeLimit: 1 },
    {
      index: (batch) => {
        index.add(batch);
      },
    },
    signal,
  );
});

afterEach(() => {
  for (const outline of made.splice(0)) outline.letGo();
});

function regionTrees(): RegionTrees {
  return new RegionTrees(index, 0, async (region) => {
    regionsRead++;
    const pieces: ArrayBuffer[] = [];
    const tape = (piece: ArrayBuffer): void => void pieces.push(piece);
    await engine.inspect(source, { level: 'syntax', tape: true, region }, { tape }, signal);
    return pieces;
  });
}

async function outlineOf(): Promise<LargeOutline> {
  const outline = new LargeOutline(regionTrees(), (error) => {
    throw error;
  });
  made.push(outline);
  outline.useText(sourceTextOf(text));
  await until(() => outline.root?.loading === false);
  return outline;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 1000) throw new Error('It never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const namesOf = (outline: LargeOutline, nodes: readonly Node[] | null): string[] =>
  (nodes ?? []).map((node) => outline.rowOf(node).name);

/** The child by its place among its siblings, wherever it may be. */
function child(node: Node | null, at: number): Node {
  const found = node?.children?.at(at);
  if (!found) throw new Error('There is no such child');
  return found;
}

test('the top is listed with what is long and what is short, in order', async () => {
  const outline = await outlineOf();
  expect(namesOf(outline, outline.root?.children ?? [])).toEqual([
    'head',
    'branch',
    'short',
    'branch',
    'tail',
  ]);
  // Only where children of the root begin was anything read.
  expect(regionsRead).toBeLessThan(12);
  await until(() => outline.rowOf(child(outline.root, 3)).text.attributes[0]?.value === '2');
  expect(outline.rowOf(child(outline.root, 1)).inside).toBeGreaterThan(50_000);
});

test('many children come in stretches, and every one of them can be reached', async () => {
  const outline = await outlineOf();
  const branch = child(outline.root, 3);
  await outline.open(branch);
  expect(branch.children?.length).toBeLessThanOrEqual(51);
  let leaves = 0;
  const count = async (node: Node): Promise<void> => {
    await outline.open(node);
    for (const inside of node.children ?? []) {
      if (inside.kind === 'stretch') await count(inside);
      else if (outline.rowOf(inside).name === 'leaf') leaves++;
    }
    outline.close(node);
  };
  await count(branch);
  expect(leaves).toBe(60_000);
});

test('the element around any offset can be revealed', async () => {
  const outline = await outlineOf();
  for (const name of ['1.1', '1.29999', '2.31234', '2.59999', 'between', 'a test']) {
    const at = text.indexOf(`"${name}"`);
    expect(await outline.reveal(at)).toBe(true);
    const { cursor } = outline;
    expect(cursor?.start).toBe(text.lastIndexOf('<', at));
    expect(outline.rows).toContain(cursor);
    if (cursor) {
      expect(await pathAround(outline.regions, at)).toBe(outline.pathOf(cursor));
      await until(() => outline.rowOf(cursor).text.attributes.some(({ value }) => value === name));
    }
  }
});

test('findings are told where they are, also in a long element', async () => {
  const outline = await outlineOf();
  const offset = text.indexOf('"1.29999"');
  outline.tally = new FindingTally([{ offset, severity: 'error' }]);
  const told = (at: number): number => outline.rowOf(child(outline.root, at)).findings?.count ?? 0;
  await until(() => told(1) === 1);
  expect([0, 1, 2, 3, 4].map(told)).toEqual([0, 1, 0, 0, 0]);
});

test('closing forgets what was listed', async () => {
  const outline = await outlineOf();
  await outline.reveal(text.indexOf('"2.31234"'));
  const branch = child(outline.root, 3);
  expect(outline.rows.length).toBeGreaterThan(1000);
  outline.close(branch);
  expect(outline.rows.length).toBe(6);
  expect(outline.cursor).toBe(branch);
});

test('a search lists the elements whose name or value holds a text, and no other', async () => {
  const outline = await outlineOf();
  const search = async (query: string): Promise<string[]> => {
    const large = new LargeSearch(query, outline.regions);
    await large.run(async (wanted, told, stop) => {
      const region = wholeOf(outline.regions, wanted);
      const bytes = (piece: ArrayBuffer): void => {
        told.found(new Float64Array(piece));
      };
      await engine.inspect(source, { level: 'syntax', tape: true, region }, { bytes }, stop);
    });
    return namesOf(outline, large.matches);
  };
  expect(await search('BETWEEN')).toEqual(['short']);
  expect(await search('2.5999')).toHaveLength(11);
  expect(await search('branch')).toEqual(['branch', 'branch']);
  expect(await search('xml version')).toEqual([]);
  expect(await search('point')).toHaveLength(500);
});
