import { expect, test } from 'vitest';
import { generalRules } from '../rules/listGeneral';
import type { Finding } from './finding';
import { wholeFileSpan } from './finding';
import { bareReport } from './report';
import { reportDocument } from './reportDocument';

const tool = { name: 'Scrutineer', version: '1' };
const [known, unused] = generalRules;

function finding(rule: string, path: string, offset: number): Finding {
  const span = { ...wholeFileSpan, offset, endOffset: offset + 1 };
  return { rule, code: 'c', level: 'syntax', severity: 'error', message: 'm', path, span };
}

test('files are ordered by path, their findings by place, whatever order they come in', () => {
  const a = bareReport('a.xml', 'invalid', [
    finding('r:1', 'a.xml', 7),
    finding('r:1', 'a.xml', 2),
  ]);
  const b = bareReport('B.xml', 'valid', []);
  const one = reportDocument(tool, [a, b], []);
  expect(one.files.map(({ path }) => path)).toEqual(['B.xml', 'a.xml']);
  expect(one.files[1]?.findings.map(({ span }) => span.offset)).toEqual([2, 7]);
  expect(reportDocument(tool, [b, a], [])).toEqual(one);
});

test('of the rules, those that findings name are kept', () => {
  if (!known || !unused) throw new Error('There are no rules');
  const report = bareReport('a', 'invalid', [finding(known.id, 'a', 0), finding('other', 'a', 0)]);
  expect(reportDocument(tool, [report], generalRules).rules).toEqual([known]);
});
