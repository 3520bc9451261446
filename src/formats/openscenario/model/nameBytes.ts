import { isDigit, isNameStart } from '../expressions/characters';

/**
 * Offset past a parameter's name that starts at `start`: letters, digits and `_`, no digit first (pattern
 * of the simple type `parameter`, the same in all versions). `start` where there is none.
 */
export function endOfName(bytes: Uint8Array, start: number): number {
  if (!isNameStart(bytes[start] ?? 0)) return start;
  let end = start + 1;
  let byte = bytes[end] ?? 0;
  while (isNameStart(byte) || isDigit(byte)) byte = bytes[++end] ?? 0;
  return end;
}
