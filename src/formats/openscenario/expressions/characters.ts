/** Whether a UTF-16 unit can start a name; false for NaN, past the end of a text. */
export function isNameStart(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
}

/** Whether a UTF-16 unit is a decimal digit of ASCII. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/**
 * Where the name that starts at an offset ends: `[A-Za-z_][A-Za-z0-9_]*`, as the schemas have it. The
 * offset itself where no name starts there.
 */
export function endOfName(text: string, start: number): number {
  if (!isNameStart(text.charCodeAt(start))) return start;
  let end = start + 1;
  let unit = text.charCodeAt(end);
  while (isNameStart(unit) || isDigit(unit)) unit = text.charCodeAt(++end);
  return end;
}
