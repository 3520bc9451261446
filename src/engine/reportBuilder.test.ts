import { describe, expect, test } from 'vitest';
import type { Finding, Level, Severity } from '../findings/finding';
import { wholeFileSpan } from '../findings/finding';
import { mostFindings, ReportBuilder } from './reportBuilder';

function finding(rule: string, level: Level, severity: Severity): Finding {
  const span = { ...wholeFileSpan };
  return { rule, code: 'x', level, severity, message: 'It is so', path: 'a', span };
}

describe('what settings leave out', () => {
  test('is neither kept, nor counted, nor told', () => {
    const told: Finding[] = [];
    const builder = new ReportBuilder('a', 0, (batch) => told.push(...batch), {
      preset: 'standard',
      rules: { off: 'off', softer: 'warning' },
    });
    builder.add(finding('off', 'structure', 'error'));
    builder.add(finding('softer', 'structure', 'error'));
    builder.add(finding('note', 'semantics', 'info'));
    builder.add(finding('offer', 'project', 'info'), true);
    builder.count(finding('off', 'structure', 'error'), 7);
    builder.count(finding('softer', 'structure', 'error'), 5);
    const report = builder.finish('invalid');
    expect(report.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'softer warning',
      'offer info',
    ]);
    expect(told).toEqual(report.findings);
    expect(report.counts).toEqual({ critical: 0, error: 0, warning: 6, info: 1 });
    expect(report.omitted).toBe(5);
  });

  test('can be asked for beforehand', () => {
    const builder = new ReportBuilder('a', 0);
    expect(builder.tells(finding('note', 'semantics', 'info'))).toBe(false);
    expect(builder.tells(finding('note', 'semantics', 'info'), true)).toBe(true);
    expect(builder.tells(finding('mistake', 'semantics', 'error'))).toBe(true);
  });

  test('takes no room', () => {
    const builder = new ReportBuilder('a', 0, undefined, {
      preset: 'standard',
      rules: { off: 'off' },
    });
    builder.add(finding('off', 'structure', 'error'));
    expect(builder.room).toBe(mostFindings);
    expect(builder.memoryBytes).toBe(0);
  });
});

describe('the verdict', () => {
  test('is that of syntax and structure alone', () => {
    const builder = new ReportBuilder('a', 0);
    builder.add(finding('meaning', 'semantics', 'error'));
    builder.add(finding('files', 'project', 'error'));
    builder.add(finding('deprecated', 'structure', 'warning'));
    expect(builder.isInvalid).toBe(false);
    builder.add(finding('shape', 'structure', 'error'));
    expect(builder.isInvalid).toBe(true);
  });

  test('is not changed by settings', () => {
    const off = new ReportBuilder('a', 0, undefined, {
      preset: 'standard',
      rules: { shape: 'off' },
    });
    off.count(finding('shape', 'structure', 'error'), 1);
    expect(off.isInvalid).toBe(true);
    const strict = new ReportBuilder('a', 0, undefined, { preset: 'strict' });
    strict.add(finding('deprecated', 'structure', 'warning'));
    expect(strict.isInvalid).toBe(false);
    expect(strict.finish('valid').counts.error).toBe(1);
  });
});
