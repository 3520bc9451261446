import { describe, expect, it } from 'vitest';
import { commandFor, keyName, typesText, type Command, type KeyPress } from './keys';

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

describe('keyName', () => {
  it.each<[KeyPress, string]>([
    [press('o'), 'o'],
    [press('O', { shiftKey: true }), 'Shift+O'],
    [press('?', { shiftKey: true }), '?'],
    [press('/', {}), '/'],
    [press('F8', { shiftKey: true }), 'Shift+F8'],
    [press('p', { ctrlKey: true }), 'Ctrl+P'],
    [press('p', { metaKey: true }), 'Ctrl+P'],
    [press('1'), '1'],
    [press('O'), 'o'],
  ])('names %o %s', (event, name) => {
    expect(keyName(event)).toBe(name);
  });
});

describe('commandFor', () => {
  const commands: Command[] = [
    { keys: ['n', 'F8'], title: 'Next', run: () => undefined },
    { keys: ['Ctrl+P'], title: 'Jump', run: () => undefined },
  ];

  it('finds a command by any of its keys', () => {
    expect(commandFor(commands, press('n'), false)?.title).toBe('Next');
    expect(commandFor(commands, press('F8'), false)?.title).toBe('Next');
    expect(commandFor(commands, press('x'), false)).toBeNull();
  });

  it('leaves letters to the text while typing, but not the other keys', () => {
    expect(commandFor(commands, press('n'), true)).toBeNull();
    expect(commandFor(commands, press('F8'), true)?.title).toBe('Next');
    expect(commandFor(commands, press('p', { ctrlKey: true }), true)?.title).toBe('Jump');
  });

  it('knows which keys type', () => {
    expect(['o', 'Shift+O', '?', 'F8', 'Ctrl+P', 'Escape'].map(typesText)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
