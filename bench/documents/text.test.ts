import { describe, expect, test } from 'vitest';
import { Engine } from '../../src/engine/engine';
import { tokenizerModule } from '../../src/engine/testing/module';
import { blobAccess } from '../../src/intake/bytes';
import type { FileReport } from '../../src/findings/report';
import { scenario } from '../scenario';
import { countElements, minified, mistaken } from './text.mjs';

const text = scenario(50_000, 'events');
const bytes = (of: string): Uint8Array => new TextEncoder().encode(of);

async function check(of: string): Promise<FileReport | null> {
  const { report } = await new Engine({ module: tokenizerModule, access: blobAccess }).inspect(
    {
      path: 'scenario',
      bytes: new Blob([of]),
      packing: 'none',
      size: null,
      origin: 'named',
      nesting: 0,
    },
    { level: 'structure', tape: false },
    {},
    new AbortController().signal,
  );
  return report;
}

test('minified, a scenario says the same in one line', async () => {
  const short = minified(text);
  expect(short).not.toContain('\n');
  expect(short.length).toBeLessThan(text.length * 0.8);
  const report = await check(short);
  expect(report).toMatchObject({ verdict: 'valid', elements: countElements(bytes(text)) });
});

test('mistaken, a scenario has many mistakes of several kinds', async () => {
  const report = await check(mistaken(text));
  expect(report).toMatchObject({ verdict: 'invalid', elements: countElements(bytes(text)) });
  expect(report?.findings.length).toBeGreaterThan(30);
  const codes = new Set(report?.findings.map(({ code }) => code));
  expect([...codes].sort()).toEqual(['invalid-value', 'unknown-attribute']);
});

describe('start tags are counted', () => {
  test.each([
    ['<a><b/><c>x</c></a>', 3],
    ['<?xml version="1.0"?>\n<!DOCTYPE a>\n<a/>', 1],
    ['<a><!-- <b/> <c/> --><b/></a>', 2],
    ['<a><![CDATA[<b/><c/>]]><?p <d/> ?><b/></a>', 2],
    ['<a><!----><b/></a>', 2],
    ['<é><ü/></é>', 2],
  ])('in %s', (document, count) => {
    expect(countElements(bytes(document))).toBe(count);
  });

  test('as the engine counts them', async () => {
    expect((await check(text))?.elements).toBe(countElements(bytes(text)));
  });
});
