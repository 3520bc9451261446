import { describe, expect, test } from 'vitest';
import { headlineOf, overviewOf } from './overview';
import type { FileReport } from './report';
import { bareReport, noCounts } from './report';

const valid = { ...bareReport('a', 'valid', []), size: 10, elements: 2 };
const invalid: FileReport = { ...valid, path: 'b', counts: { ...noCounts(), error: 3, info: 1 } };
const malformed = bareReport('c', 'malformed', []);

describe('several reports taken together', () => {
  test('the worst verdict counts, and errors of any level make a file invalid', () => {
    const overview = overviewOf([valid, invalid, valid]);
    expect(overview).toEqual({
      verdict: 'invalid',
      headline: '1 of 3 invalid',
      verdicts: { valid: 2, invalid: 1, malformed: 0, unsupported: 0 },
      counts: { critical: 0, error: 3, warning: 0, info: 1 },
      size: 30,
      elements: 6,
    });
    expect(overviewOf([valid, invalid, malformed]).verdict).toBe('malformed');
  });

  test('of one file, its verdict is told', () => {
    expect(overviewOf([malformed]).headline).toBe('Malformed');
  });

  test('no file at all is not valid', () => {
    expect(overviewOf([])).toMatchObject({ verdict: 'unsupported', headline: 'No files' });
  });
});

const none = { valid: 0, invalid: 0, malformed: 0, unsupported: 0 };

test.each([
  [{ valid: 1 }, 1, 'Valid'],
  [{ valid: 2 }, 2, 'All 2 valid'],
  [{ valid: 2, unsupported: 1 }, 3, '2 of 3 valid'],
  [{ valid: 2 }, 3, '2 of 3 valid'],
  [{ valid: 1, malformed: 1, invalid: 1 }, 3, '2 of 3 invalid'],
])('%j of %d files: %s', (some, files, headline) => {
  const verdicts = { ...none, ...some };
  expect(headlineOf(verdicts, files)).toBe(headline);
});
