import { expect, it } from 'vitest';
import { reportOn } from '../../engine/testing/inspect';
import { exemplar } from './exemplar';

it.each([1, 100_000, 2_000_000])('is valid and of about the size asked for (%i)', async (bytes) => {
  const text = exemplar(bytes);
  const report = await reportOn(text, { level: 'semantics' });
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('valid');
  if (bytes > 10_000) {
    expect(text.length).toBeGreaterThan(bytes * 0.95);
    expect(text.length).toBeLessThan(bytes * 1.15);
  }
});
