import { expect, test } from 'vitest';
import { reportDocument } from '../../findings/reportDocument';
import { aReport } from '../../session/testing';
import { reportName } from './fileName';

test.each([
  [['cut-in.xml'], 'cut-in'],
  [['a/b/cut-in.v2.xml.gz'], 'cut-in.v2'],
  [['.hidden'], 'report'],
  [['a/one.xml', 'a/two.xml'], 'a'],
  [['x/a/one.xml', 'x/a/b/two.xml'], 'a'],
  [['one.xml', 'two.xml'], 'report'],
  [['what? "this": <that>|.xml'], 'what- -this- -that-'],
  [['𝔸'.repeat(100)], '𝔸'.repeat(80)],
  [[], 'report'],
])('a report on %j is called %s', (paths, name) => {
  const tool = { name: 'Scrutineer', version: '1' };
  const files = paths.map((path) => aReport(path, []));
  expect(reportName(reportDocument(tool, files, []))).toBe(name);
});
