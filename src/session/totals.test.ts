import { expect, it } from 'vitest';
import { checkedFile, aReport, aSource, doneEntry } from './testing';
import { totalsOf } from './totals';

it('adds up reports and leaves bystanders aside', () => {
  const photo = doneEntry(
    'photo.png',
    aReport('photo.png', [], { format: null, verdict: 'unsupported', size: 9_999_999 }),
    aSource('photo.png', { origin: 'found' }),
  );
  const totals = totalsOf([
    checkedFile('a.xml', ['error', 'warning'], { size: 5, elements: 2 }),
    checkedFile('b.xml', ['critical'], {
      size: 7,
      elements: 3,
      verdict: 'malformed',
      cached: true,
    }),
    photo,
  ]);
  expect(totals).toMatchObject({
    files: 2,
    bystanders: 1,
    counts: { critical: 1, error: 1, warning: 1, info: 0 },
    size: 12,
    elements: 5,
    cached: 1,
  });
  expect(totals.standings).toMatchObject({ invalid: 1, malformed: 1, unsupported: 0 });
});
