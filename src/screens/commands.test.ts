import { expect, it } from 'vitest';
import { Session } from '../session.svelte';
import { keyName } from '../ui/keys';
import { commandsOf } from './commands';

function session(): Session {
  return new Session({
    inspector: { inspect: () => Promise.reject(new Error('not used')) },
    preferences: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    cache: { stats: () => Promise.reject(new Error('not used')), clear: () => Promise.resolve() },
    onCrash: (error) => {
      throw error;
    },
  });
}

const page = {
  openFiles: () => undefined,
  openFolder: () => undefined,
  focusPane: () => undefined,
  focusSearch: () => undefined,
};

it('gives no key two meanings', () => {
  const keys = commandsOf(session(), page).flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

it('spells every key as a keyboard tells it', () => {
  for (const name of commandsOf(session(), page).flatMap((command) => command.keys)) {
    const parts = name.split('+');
    const key = parts.at(-1) ?? '';
    const press = {
      key,
      ctrlKey: parts.includes('Ctrl'),
      altKey: false,
      metaKey: false,
      shiftKey: parts.includes('Shift'),
    };
    expect(keyName(press)).toBe(name);
  }
});

it('goes through the themes and back to the system’s', () => {
  const one = session();
  const theme = commandsOf(one, page).find(({ keys }) => keys.includes('t'));
  const seen = [0, 1, 2].map(() => {
    theme?.run();
    return one.preferences.theme;
  });
  expect(seen).toEqual(['light', 'dark', 'system']);
});
