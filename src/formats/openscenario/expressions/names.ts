import { endOfName } from './characters';

/** A place where a value names a parameter. */
export interface NameUse {
  /** Without its `$`. */
  readonly name: string;
  /** Offset of the `$`, in UTF-16 units. */
  readonly start: number;
  /** Offset after the last character of the name. */
  readonly end: number;
}

const none: readonly NameUse[] = [];

/**
 * The parameters that a value names, in order: a reference `$name`, those of an expression, and those
 * within a text. What else the value says is not looked at.
 */
export function namesIn(text: string): readonly NameUse[] {
  let found: NameUse[] | null = null;
  let at = text.indexOf('$');
  while (at >= 0) {
    const end = endOfName(text, at + 1);
    if (end > at + 1) (found ??= []).push({ name: text.slice(at + 1, end), start: at, end });
    at = text.indexOf('$', end);
  }
  return found ?? none;
}
