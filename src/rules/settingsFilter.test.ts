import { describe, expect, test } from 'vitest';
import type { Level, Severity } from '../findings/finding';
import type { CheckSettings } from './settings';
import { SettingsFilter, type WantedRule } from './settingsFilter';

/** What settings make of a finding: `[rule, level, severity, always?]`. */
function severityIn(
  settings: CheckSettings | undefined,
  [rule, level, severity, always]: [string, Level, Severity, boolean?],
): Severity | null {
  return new SettingsFilter(settings).severityOf({ rule, level, severity }, always);
}

describe('presets', () => {
  test.each<[CheckSettings | undefined, Level, Severity, Severity | null]>([
    [undefined, 'syntax', 'info', 'info'],
    [undefined, 'structure', 'info', 'info'],
    [undefined, 'structure', 'warning', 'warning'],
    [undefined, 'semantics', 'info', null],
    [undefined, 'project', 'info', null],
    [undefined, 'project', 'warning', 'warning'],
    [{ preset: 'standard' }, 'semantics', 'info', null],
    [{ preset: 'fast', level: 'project' }, 'semantics', 'info', null],
    [{ preset: 'fast' }, 'structure', 'warning', 'warning'],
    [{ preset: 'strict' }, 'semantics', 'info', 'info'],
    [{ preset: 'strict' }, 'semantics', 'warning', 'error'],
    [{ preset: 'strict' }, 'structure', 'warning', 'error'],
    [{ preset: 'strict' }, 'structure', 'error', 'error'],
  ])('%j makes of %s, %s: %s', (settings, level, severity, expected) => {
    expect(severityIn(settings, ['a', level, severity])).toBe(expected);
  });

  test('a note that is always told is told', () => {
    expect(severityIn(undefined, ['a', 'project', 'info', true])).toBe('info');
  });
});

describe('single rules', () => {
  const settings: CheckSettings = {
    preset: 'standard',
    rules: { gone: 'off', worse: 'error', note: 'info' },
  };

  test('are left out, or told as bad as was chosen', () => {
    expect(severityIn(settings, ['gone', 'structure', 'error'])).toBeNull();
    expect(severityIn(settings, ['worse', 'semantics', 'info'])).toBe('error');
    expect(severityIn(settings, ['other', 'semantics', 'warning'])).toBe('warning');
  });

  test('what was chosen is above the preset', () => {
    expect(severityIn(settings, ['note', 'project', 'warning'])).toBe('info');
    const strict: CheckSettings = { preset: 'strict', rules: { mild: 'warning', gone: 'off' } };
    expect(severityIn(strict, ['mild', 'semantics', 'error'])).toBe('warning');
    expect(severityIn(strict, ['gone', 'semantics', 'warning', true])).toBeNull();
  });
});

test('a level that is off takes its rules along, whatever was chosen for them', () => {
  const settings: CheckSettings = {
    preset: 'strict',
    levelsOff: ['project'],
    rules: { chosen: 'error' },
  };
  expect(severityIn(settings, ['chosen', 'project', 'warning', true])).toBeNull();
  expect(severityIn(settings, ['chosen', 'semantics', 'warning'])).toBe('error');
});

test('a rule is not wanted where it, or its level, is off', () => {
  const filter = new SettingsFilter({
    preset: 'standard',
    levelsOff: ['project'],
    rules: { gone: 'off', mild: 'info' },
  });
  const severity = 'warning';
  expect(filter.wants({ id: 'gone', level: 'semantics', severity })).toBe(false);
  expect(filter.wants({ id: 'mild', level: 'semantics', severity })).toBe(true);
  expect(filter.wants({ id: 'mild', level: 'project', severity })).toBe(false);
});

test.each<[CheckSettings, WantedRule, boolean]>([
  [{ preset: 'standard' }, { id: 'note', level: 'semantics', severity: 'info' }, false],
  [{ preset: 'standard' }, { id: 'note', level: 'project', severity: 'info' }, false],
  [{ preset: 'standard' }, { id: 'note', level: 'structure', severity: 'info' }, true],
  [{ preset: 'strict' }, { id: 'note', level: 'semantics', severity: 'info' }, true],
  [
    { preset: 'standard' },
    { id: 'note', level: 'semantics', severity: 'info', beyondNotes: true },
    true,
  ],
  [
    { preset: 'standard', rules: { note: 'warning' } },
    { id: 'note', level: 'semantics', severity: 'info' },
    true,
  ],
])('%j wants %j: %s', (settings, rule, wanted) => {
  expect(new SettingsFilter(settings).wants(rule)).toBe(wanted);
});

test('nothing takes a critical finding away or softens it', () => {
  const settings: CheckSettings = {
    preset: 'fast',
    levelsOff: ['syntax'],
    rules: { end: 'off' },
  };
  expect(severityIn(settings, ['end', 'syntax', 'critical'])).toBe('critical');
});
