/** What of a keyboard event decides which key was meant. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Names a key press: `o`, `Shift+O`, `?`, `F8`, `Shift+F8`, `Ctrl+P`. Shift is part of the name
 * for letters and named keys; for signs such as `?` it is only how they are typed. The Command
 * key counts as Ctrl.
 */
export function keyName(press: KeyPress): string {
  const { key } = press;
  const modified = press.ctrlKey || press.metaKey;
  const letter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const parts: string[] = [];
  if (modified) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey && (letter || key.length > 1)) parts.push('Shift');
  const upper = modified || press.altKey || press.shiftKey;
  parts.push(letter ? (upper ? key.toUpperCase() : key.toLowerCase()) : key);
  return parts.join('+');
}

/** True for keys that also type a character, and so mean nothing while text is being typed. */
export function typesText(name: string): boolean {
  const bare = name.startsWith('Shift+') ? name.slice(6) : name;
  return bare.length === 1;
}

/** One thing that a key does. */
export interface Command {
  /** Names of the keys, see {@link keyName}. */
  keys: string[];
  /** What it does, in words for the help. */
  title: string;
  run(): void;
}

/** The command that a key press means, if any; keys that type are left alone while typing. */
export function commandFor(
  commands: readonly Command[],
  press: KeyPress,
  typing: boolean,
): Command | null {
  const name = keyName(press);
  if (typing && typesText(name)) return null;
  return commands.find((command) => command.keys.includes(name)) ?? null;
}

/** True where what is typed becomes text, so that single letters must not be taken as commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range'].includes(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target.isContentEditable && target.getAttribute('aria-readonly') !== 'true';
}
