/** Text on a terminal: columns, colours, and nothing that a file could do to the screen. */

/** Columns to which a tab in a source line advances. */
const tabColumns = 4;

/** Scripts and symbols that take two columns (East Asian Width W and F), by their main ranges. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Marks that sit on the character before them, and what has no shape at all. */
const narrowless = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Controls of the writing direction: they could make a line read as what it is not. */
const directional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A line laid out in columns. */
export interface LaidOut {
  text: string;
  /** The column (0-based) at which each UTF-16 unit of the original begins, and one past the end. */
  columns: number[];
}

/**
 * Lays out a source line: tabs become spaces, control characters become their pictures (␛), so that
 * what is shown takes the columns that it seems to take and cannot steer the terminal.
 */
export function layOut(line: string): LaidOut {
  const columns: number[] = [];
  let text = '';
  let column = 0;
  for (const character of line) {
    columns.push(...Array<number>(character.length).fill(column));
    if (character === '\t') {
      const spaces = tabColumns - (column % tabColumns);
      text += ' '.repeat(spaces);
      column += spaces;
      continue;
    }
    const shown = harmless(character);
    text += shown;
    column += widthOf(shown);
  }
  columns.push(column);
  return { text, columns };
}

/** A text of any origin on one line, without anything that a terminal would obey. */
export function oneLine(text: string): string {
  return Array.from(text, harmless).join('');
}

function harmless(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if ((code >= 0x80 && code < 0xa0) || directional.test(character)) return '\ufffd';
  return character;
}

function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  if (narrowless.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const codes = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
};
export type Style = keyof typeof codes;

/** Puts a style around a text, or leaves it alone. */
export type Paint = (text: string, ...styles: Style[]) => string;

/** Paints with ANSI sequences (`color`), or not at all. */
export function painter(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...styles) =>
    text === '' ? '' : `\u001b[${styles.map((style) => codes[style]).join(';')}m${text}\u001b[0m`;
}
