/**
 * Offset past a parameter's name that starts at `start`: letters, digits and `_`, no digit first (pattern
 * of the simple type `parameter`, the same in all versions). `start` where there is none.
 */
export function endOfName(bytes: Uint8Array, start: number): number {
  let end = start;
  while (isNameByte(bytes[end] ?? 0, end > start)) end++;
  return end;
}

function isNameByte(byte: number, mayBeDigit: boolean): boolean {
  if (byte >= 0x30 && byte <= 0x39) return mayBeDigit;
  const letter = byte | 0x20;
  return byte === 0x5f || (letter >= 0x61 && letter <= 0x7a);
}
