/** A run of text that is either prose or, between backticks, code. */
export interface TextRun {
  text: string;
  code: boolean;
}

/**
 * Splits a text at its backticks: `` `a` before `b` `` becomes code, prose, code. A backtick
 * without a partner stays what it is.
 */
export function splitInlineCode(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let prose = 0;
  let open = text.indexOf('`');
  while (open >= 0) {
    const close = text.indexOf('`', open + 1);
    if (close < 0) break;
    if (close > open + 1) {
      if (open > prose) runs.push({ text: text.slice(prose, open), code: false });
      runs.push({ text: text.slice(open + 1, close), code: true });
      prose = close + 1;
    }
    open = text.indexOf('`', close + 1);
  }
  if (prose < text.length) runs.push({ text: text.slice(prose), code: false });
  return runs;
}
