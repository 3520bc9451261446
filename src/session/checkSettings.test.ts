import { describe, expect, it } from 'vitest';
import { levels } from '../findings/finding';
import { standardSettings, type CheckSettings } from '../rules/settings';
import {
  asCheckSettings,
  choiceOf,
  isLevelOn,
  sameSettings,
  usualSeverity,
  withLevel,
  withPreset,
  withRule,
} from './checkSettings';
import { aRule } from './testing';

const rule = aRule('a:rule', { aliases: ['b:rule'], severity: 'warning' });

function levelsOf(settings: CheckSettings): string[] {
  return levels.filter((level) => isLevelOn(settings, level));
}

describe('a rule', () => {
  it('is chosen by any of its names, and kept by its id alone', () => {
    const settings: CheckSettings = { preset: 'standard', rules: { 'b:rule': 'off' } };
    expect(choiceOf(settings, rule)).toBe('off');
    expect(withRule(settings, rule, 'info')).toEqual({
      preset: 'standard',
      rules: { 'a:rule': 'info' },
    });
  });

  it('is as usual again without a trace', () => {
    const settings = withRule(standardSettings, rule, 'error');
    expect(withRule(settings, rule, null)).toEqual(standardSettings);
  });

  it('is an error where warnings are', () => {
    expect(usualSeverity(standardSettings, rule)).toBe('warning');
    expect(usualSeverity({ preset: 'strict' }, rule)).toBe('error');
  });
});

describe('levels', () => {
  it('are those of the preset', () => {
    expect(levelsOf({ preset: 'fast' })).toEqual(['syntax', 'structure']);
    expect(levelsOf(standardSettings)).toEqual([...levels]);
  });

  it('go off from the deepest on, or in between', () => {
    const shallow = withLevel(standardSettings, 'project', false);
    expect(shallow).toEqual({ preset: 'standard', level: 'semantics' });
    const gap = withLevel(standardSettings, 'semantics', false);
    expect(gap).toEqual({ preset: 'standard', levelsOff: ['semantics'] });
    expect(levelsOf(withLevel(gap, 'project', false))).toEqual(['syntax', 'structure']);
  });

  it('come back without a trace', () => {
    const off = withLevel(withLevel(standardSettings, 'project', false), 'structure', false);
    expect(levelsOf(off)).toEqual(['syntax', 'semantics']);
    const on = withLevel(withLevel(off, 'structure', true), 'project', true);
    expect(on).toEqual(standardSettings);
  });

  it('leave syntax on', () => {
    expect(levelsOf(withLevel({ preset: 'fast' }, 'syntax', false))).toContain('syntax');
  });
});

it('another preset keeps what was said of rules, and forgets levels', () => {
  const settings: CheckSettings = { preset: 'fast', level: 'syntax', rules: { x: 'off' } };
  expect(withPreset(settings, 'strict')).toEqual({ preset: 'strict', rules: { x: 'off' } });
});

describe('settings that were kept', () => {
  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['an unknown preset', { preset: 'thorough' }],
  ])('are none where there is %s', (_, value) => {
    expect(asCheckSettings(value)).toBeNull();
  });

  it('lose what is not understood, and keep the rest', () => {
    const kept = {
      preset: 'strict',
      level: 'deep',
      levelsOff: ['project', 'x'],
      rules: { a: 'off', b: 'loud', c: 1 },
    };
    expect(asCheckSettings(kept)).toEqual({
      preset: 'strict',
      levelsOff: ['project'],
      rules: { a: 'off' },
    });
  });
});

it('settings are the same however they are written', () => {
  const a: CheckSettings = { preset: 'standard', rules: { a: 'off', b: 'info' } };
  const b: CheckSettings = { preset: 'standard', rules: { b: 'info', a: 'off' }, levelsOff: [] };
  expect(sameSettings(a, b)).toBe(true);
  expect(sameSettings(a, standardSettings)).toBe(false);
});
