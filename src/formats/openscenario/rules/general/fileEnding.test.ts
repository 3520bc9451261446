import { expect, test } from 'vitest';
import { Model } from '../../model/model';
import { readDocument } from '../../testing/document';
import { whatIsFound } from '../../testing/rules';
import { scenario } from '../../testing/scenarios';
import { rule } from './fileEnding';

test.each([
  ['a/b.xosc', 0],
  ['B.XOSC', 0],
  ['a.b/scenario.xosc.gz', 0],
  ['Pasted text', 0],
  ['a.xosc/b.xml', 1],
  ['scenario.osc', 1],
])('%s', (path, findings) => {
  const { document } = readDocument(scenario({ version: '1.0' }), '1.0', path);
  expect(whatIsFound(rule, new Model(document))).toHaveLength(findings);
});
