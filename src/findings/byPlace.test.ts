import { expect, test } from 'vitest';
import { byPlace } from './byPlace';
import type { Finding } from './finding';
import { wholeFileSpan } from './finding';

function at(offset: number, code = ''): Finding {
  const span = { ...wholeFileSpan, offset };
  return { rule: 'r', code, level: 'syntax', severity: 'error', message: '', path: '', span };
}

test('findings come in the order of their places, those of one place as they were found', () => {
  const findings = [at(5, 'a'), at(1), at(5, 'b'), at(0)];
  expect(byPlace(findings).map(({ span, code }) => `${span.offset}${code}`)).toEqual([
    '0',
    '1',
    '5a',
    '5b',
  ]);
  expect(byPlace(findings)).toBe(byPlace(findings));
});

test('what is in order stays what it is', () => {
  const findings = [at(1), at(1), at(2)];
  expect(byPlace(findings)).toBe(findings);
});
