import { expect, test } from 'vitest';
import type { Level } from '../findings/finding';
import type { CheckSettings } from './settings';
import { levelOf } from './settings';

test.each<[CheckSettings, Level]>([
  [{ preset: 'fast' }, 'structure'],
  [{ preset: 'standard' }, 'project'],
  [{ preset: 'strict' }, 'project'],
  [{ preset: 'fast', level: 'semantics' }, 'semantics'],
  [{ preset: 'strict', level: 'syntax' }, 'syntax'],
  [{ preset: 'standard', levelsOff: ['project'] }, 'semantics'],
  [{ preset: 'standard', levelsOff: ['semantics'] }, 'project'],
  [{ preset: 'standard', levelsOff: ['semantics', 'project'] }, 'structure'],
  [{ preset: 'standard', levelsOff: ['structure', 'semantics', 'project'] }, 'structure'],
])('%j goes as deep as %s', (settings, level) => {
  expect(levelOf(settings)).toBe(level);
});
