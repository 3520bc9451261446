import { describe, expect, it } from 'vitest';
import { byPath, entryFor, unreachableEntry } from './intakeEntries';
import { aFinding, aSource } from './testing';

describe('entries', () => {
  it('carry their path into the source, which names it in findings', () => {
    const source = aSource('a.xml');
    expect(entryFor(source, 'a.xml').source).toBe(source);
    expect(entryFor(source, 'a (2).xml').source?.path).toBe('a (2).xml');
  });

  it('count what made something unreachable', () => {
    const entry = unreachableEntry('folder', [aFinding('folder', { severity: 'critical' })]);
    expect(entry.report?.counts.critical).toBe(1);
    expect(entry.pending).toBe(false);
  });

  it('gather findings by path', () => {
    const findings = [aFinding('a'), aFinding('b'), aFinding('a')];
    expect([...byPath(findings)].map(([path, some]) => [path, some.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
