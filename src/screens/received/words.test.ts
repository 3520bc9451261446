import { describe, expect, it, test } from 'vitest';
import { arrivalOf } from '../../session/arrival';
import { aProvenance, aReport, aSource } from '../../session/testing';
import { joinWords, makerWords, wayWords } from './words';

test.each([
  [aProvenance({ way: 'link' }), 'from a link'],
  [aProvenance({ way: 'file', name: 'report.xqar' }), 'from report.xqar'],
  [aProvenance({ way: 'host' }), 'from the page around this one'],
])('%j came %s', (from, words) => {
  expect(wayWords(from)).toBe(words);
});

describe('the maker', () => {
  const own = { name: 'Scrutineer', version: '2.0' };

  it.each([
    [{ name: 'Scrutineer', version: '2.0' }, 'made by Scrutineer 2.0'],
    [{ name: 'Scrutineer', version: '1.9' }, 'made by Scrutineer 1.9; this is 2.0'],
    [{ name: 'Another', version: '' }, 'made by Another'],
    [{ name: '', version: '' }, 'made by a program that does not say its name'],
  ])('%j is told', (tool, words) => {
    expect(makerWords(tool, own)).toBe(words);
  });
});

describe('a report and its file', () => {
  const report = aReport('a.xml', []);
  const arrival = arrivalOf(report, aProvenance(), null);
  const source = aSource('a.xml');

  it('may be the same for sure, or by their names only', () => {
    const joined = { source, here: null };
    expect(joinWords(arrival, true)).toContain('is not here');
    expect(joinWords(arrival, false)).not.toContain('drop');
    expect(joinWords({ ...arrival, joined: { ...joined, by: 'content' } }, true)).toContain(
      'very one',
    );
    const byName = { ...arrival, joined: { ...joined, by: 'name' as const } };
    expect(joinWords(byName, true)).toContain('The name and the size of the file here are');
    expect(joinWords({ ...byName, report: { ...report, size: 0 } }, true)).toContain(
      'The name of the file here is',
    );
  });
});
