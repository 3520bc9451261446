/** What a run of XML is, for colouring it. */
export type TokenKind =
  'punctuation' | 'tag' | 'attribute' | 'value' | 'reference' | 'comment' | 'meta' | 'text';

export interface Token {
  from: number;
  to: number;
  kind: TokenKind;
}

/** Where a text breaks off: between tags, within one, within an attribute's value, and so on. */
export type XmlState = 'text' | 'tag' | '"' | "'" | 'comment' | 'cdata' | 'pi' | 'doctype';

/** How far back the construct around a place is looked for; longer ones are coloured as text. */
const lookBack = 10_000;

const inTag = /([^\s=<>"'/]+)|(["'])|(\/?>)|[=/]|(<)/g;
const inText = /<!--|<!\[CDATA\[|<\?|<!|(<\/?)([^\s<>/="']*)|&[#\w.:-]*;/g;

/**
 * Splits a piece of XML into tokens, beginning in a state. It is lenient: whatever stands there gets
 * a colour, and what is wrong the findings tell.
 * @returns the tokens in order, and the state at the end of the piece
 */
export function tokenize(text: string, state: XmlState): { tokens: Token[]; state: XmlState } {
  const tokens: Token[] = [];
  const add = (from: number, to: number, kind: TokenKind): void => {
    if (to > from) tokens.push({ from, to, kind });
  };
  let now = state;
  let at = 0;
  /** Takes everything up to an end mark; without one, all that is left. */
  const takeTo = (mark: string, kind: TokenKind, after: XmlState): void => {
    const end = text.indexOf(mark, at);
    const stop = end < 0 ? text.length : end + mark.length;
    add(at, stop, kind);
    at = stop;
    if (end >= 0) now = after;
  };
  while (at < text.length) {
    switch (now) {
      case 'comment':
        takeTo('-->', 'comment', 'text');
        break;
      case 'cdata':
        takeTo(']]>', 'text', 'text');
        break;
      case 'pi':
        takeTo('?>', 'meta', 'text');
        break;
      case 'doctype':
        takeTo('>', 'meta', 'text');
        break;
      case '"':
      case "'": {
        const end = text.indexOf(now, at);
        const stop = end < 0 ? text.length : end;
        addValue(text, at, stop, add);
        if (end >= 0) {
          add(end, end + 1, 'punctuation');
          now = 'tag';
        }
        at = end < 0 ? stop : end + 1;
        break;
      }
      case 'tag': {
        inTag.lastIndex = at;
        const match = inTag.exec(text);
        if (!match) return { tokens, state: now };
        const [whole, name, quote, close, open] = match;
        at = match.index + (open === undefined ? whole.length : 0);
        add(match.index, at, name === undefined ? 'punctuation' : 'attribute');
        if (quote === '"' || quote === "'") now = quote;
        else if (close !== undefined || open !== undefined) now = 'text';
        break;
      }
      case 'text': {
        inText.lastIndex = at;
        const match = inText.exec(text);
        if (!match) {
          add(at, text.length, 'text');
          return { tokens, state: now };
        }
        const [whole, angle, name = ''] = match;
        add(at, match.index, 'text');
        at = match.index + whole.length;
        if (angle !== undefined) {
          add(match.index, match.index + angle.length, 'punctuation');
          add(match.index + angle.length, at, 'tag');
          now = name === '' ? 'text' : 'tag';
        } else if (whole.startsWith('&')) add(match.index, at, 'reference');
        else {
          add(match.index, at, whole === '<!--' ? 'comment' : 'meta');
          now = constructs.get(whole) ?? 'doctype';
        }
        break;
      }
    }
  }
  return { tokens, state: now };
}

const constructs = new Map<string, XmlState>([
  ['<!--', 'comment'],
  ['<![CDATA[', 'cdata'],
  ['<?', 'pi'],
]);

function addValue(
  text: string,
  from: number,
  to: number,
  add: (from: number, to: number, kind: TokenKind) => void,
): void {
  let at = from;
  for (const match of text.slice(from, to).matchAll(/&[#\w.:-]*;/g)) {
    const start = from + match.index;
    add(at, start, 'value');
    add(start, start + match[0].length, 'reference');
    at = start + match[0].length;
  }
  add(at, to, 'value');
}

/** The state after a text, told from its end, so that it takes as long for any length of text. */
export function stateAfter(before: string): XmlState {
  const tail = before.slice(-lookBack);
  const pairs = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const;
  for (const [open, close] of pairs) {
    const opened = tail.lastIndexOf(open);
    if (opened >= 0 && !tail.includes(close, opened + open.length)) {
      return constructs.get(open) ?? 'text';
    }
  }
  const angle = tail.lastIndexOf('<');
  return angle < 0 ? 'text' : tokenize(tail.slice(angle), 'text').state;
}
