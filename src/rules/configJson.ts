import type { Node, ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';

/** A place where a text is no JSON, in UTF-16 units, and what is wrong there. */
export interface JsonMistake {
  offset: number;
  length: number;
  message: string;
  help: string;
}

/** A file of JSON, read. */
export interface ReadJson {
  text: string;
  /** Bytes of the byte order mark in front of the text. */
  mark: number;
  /** What the file holds; null where it is no JSON. */
  root: Node | null;
  /** The first mistake. Those behind it mostly follow from it. */
  mistake: JsonMistake | null;
}

/** Reads JSON in UTF-8, where every value keeps its place. Comments and trailing commas are mistakes. */
export function readJson(bytes: Uint8Array): ReadJson {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = new TextDecoder().decode(bytes);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true }) ?? null;
  const [first] = errors;
  if (first) return { text, mark, root: null, mistake: mistakeOf(first, text) };
  return { text, mark, root, mistake: null };
}

function mistakeOf({ error, offset, length }: ParseError, text: string): JsonMistake {
  if (text.trim() === '') {
    return {
      offset: 0,
      length: 0,
      message: 'The file is empty.',
      help: 'Write `{}`, or delete it.',
    };
  }
  const [message, help] = words[printParseErrorCode(error)] ?? words.InvalidSymbol;
  return { offset, length, message, help };
}

const missing = 'Look at what stands in front of it, too.';

/** What the parser calls its errors, and what they mean to a person. */
const words: Readonly<Record<string, readonly [message: string, help: string]>> & {
  readonly InvalidSymbol: readonly [message: string, help: string];
} = {
  InvalidSymbol: [
    'This is no value of JSON.',
    'Values are texts in double quotation marks, numbers, `true`, `false`, `null`, lists and objects.',
  ],
  InvalidNumberFormat: ['This is no number of JSON.', 'Numbers are written as `12` or `1.5e3`.'],
  PropertyNameExpected: [
    'A key in double quotation marks is missing here.',
    'After the last pair of an object there is no comma.',
  ],
  ValueExpected: ['A value is missing here.', 'After the last value of a list there is no comma.'],
  ColonExpected: ['A colon is missing here.', 'It stands between a key and its value.'],
  CommaExpected: [
    'A comma is missing here.',
    'It stands between one pair, or value, and the next.',
  ],
  CloseBraceExpected: ['A `}` is missing here.', missing],
  CloseBracketExpected: ['A `]` is missing here.', missing],
  EndOfFileExpected: [
    'There is something behind the end of the settings.',
    'The file holds one object, in braces.',
  ],
  InvalidCommentToken: ['JSON has no comments.', 'Take it away.'],
  UnexpectedEndOfComment: ['JSON has no comments, and this one does not end.', 'Take it away.'],
  UnexpectedEndOfString: ['This text does not end in its line.', 'Write `"` at its end.'],
  UnexpectedEndOfNumber: ['This number breaks off.', 'Numbers are written as `12` or `1.5e3`.'],
  InvalidUnicode: [
    'This is no character by its number.',
    'Write `\\u` and four digits from 0 to 9 and A to F.',
  ],
  InvalidEscapeCharacter: [
    'A backslash does not stand in front of this character.',
    'For the backslash itself, write two of them.',
  ],
  InvalidCharacter: [
    'This character cannot stand in a text as it is.',
    'Write it as `\\t`, `\\n` or by its number.',
  ],
};
