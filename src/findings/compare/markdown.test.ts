import { expect, test } from 'vitest';
import { compareReports } from './compare';
import { changes } from './findings';
import { compareMarkdown } from './markdown';
import { fileReport, finding, reportOf } from './testing/reports';

const all = { shown: new Set(changes), most: 10 };
const element = '/R/A';

test('a comparison as a text for a ticket', () => {
  const before = reportOf([
    fileReport('old/a|b.xml', [finding(3, { element, message: '`speed` is `-1`' })]),
    fileReport('old/gone.xml', [finding(1)]),
    fileReport('old/same.xml'),
  ]);
  const after = reportOf([
    fileReport('new/a|b.xml', [
      finding(5, { element, message: '`speed` is `-2`', severity: 'warning' }),
      finding(7, { message: '<b>New</b> & *bold*\n# [link](x)' }),
    ]),
    fileReport('new/same.xml'),
  ]);
  const comparison = compareReports(before, after);
  expect(compareMarkdown(comparison, all)).toBe(`**1 new, 1 fixed, 1 remaining**

### \`new/a|b.xml\`

- **new** error at 7:1: \`<b>New</b>\` \`&\` \`*bold*\` \`#\` \`[link](x)\` \`c\`
- **remaining** error → warning at 3:1 → 5:1: \`speed\` is \`-2\` (was: \`speed\` is \`-1\`) \`c\`

### \`old/gone.xml\` (only in the earlier report)

- **fixed** error was at 1:1: m \`c\`
`);
  expect(compareMarkdown(comparison, { shown: new Set(['fixed']), most: 10 })).not.toContain(
    'new/',
  );
});

test('so many findings are listed at most; the others are counted', () => {
  const findings = [1, 2, 3].map((line) => finding(line));
  const comparison = compareReports(
    reportOf([fileReport('b', [])]),
    reportOf([fileReport('a', findings), fileReport('b', findings)]),
  );
  const text = compareMarkdown(comparison, { ...all, most: 2 });
  expect(text.match(/^- /gm)).toHaveLength(2);
  expect(text).toContain('… and 4 more.');
  expect(text).not.toContain('`b`');
});

test('a file that is in one report only is named, though nothing was found in it', () => {
  const text = compareMarkdown(compareReports(reportOf([]), reportOf([fileReport('a')])), all);
  expect(text).toContain('### `a` (only in the later report)');
});
