import { endOfName, isDigit, isNameStart } from './characters';

/** Operators and other signs stand for themselves. */
type Sign = '+' | '-' | '*' | '/' | '%' | '(' | ')' | ',';

/** Words that are operators stand for themselves too. */
type OperatorWord = 'and' | 'or' | 'not';

export type TokenKind =
  | Sign
  | OperatorWord
  /** Digits alone. */
  | 'integer'
  /** A number with a point or an exponent. */
  | 'decimal'
  /** What starts like a number but goes on otherwise, such as `5f`. */
  | 'malformed'
  /** `$name`. */
  | 'parameter'
  | 'word'
  /** Operators of other languages and characters without a meaning. */
  | 'foreign'
  | 'end';

const dollar = 0x24;
const point = 0x2e;

const operatorWords: ReadonlyMap<string, OperatorWord> = new Map([
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
]);

const signs: ReadonlyMap<number, Sign> = new Map(
  (['+', '-', '*', '/', '%', '(', ')', ','] as const).map((sign) => [sign.charCodeAt(0), sign]),
);

/** Characters of which other languages make operators, such as `&&` and `<=`. */
const operatorCharacters = '<>=!&|^~?:';

/** Reads the tokens between two offsets of a text, one after the other. */
export class Lexer {
  kind: TokenKind = 'end';
  /** Where the current token starts; the end of what is read once there are no more. */
  start = 0;
  end: number;

  constructor(
    readonly text: string,
    from: number,
    private readonly limit: number,
  ) {
    this.end = from;
    this.next();
  }

  /** The current token as it is written. */
  get written(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Goes on to the next token. */
  next(): void {
    let at = this.end;
    let unit = this.text.charCodeAt(at);
    while (isBlank(unit) && at < this.limit) unit = this.text.charCodeAt(++at);
    this.start = at;
    if (at >= this.limit) {
      this.kind = 'end';
      this.end = at;
    } else if (isDigit(unit) || (unit === point && isDigit(this.text.charCodeAt(at + 1)))) {
      this.number();
    } else if (isNameStart(unit)) {
      this.word();
    } else if (unit === dollar) {
      this.end = endOfName(this.text, at + 1);
      this.kind = this.end > at + 1 ? 'parameter' : 'foreign';
    } else {
      this.sign(unit);
    }
  }

  /** Leaves out all that follows. */
  stop(): void {
    this.end = this.limit;
    this.next();
  }

  private number(): void {
    let at = this.digits(this.start);
    this.kind = 'integer';
    if (this.text.charCodeAt(at) === point) {
      this.kind = 'decimal';
      at = this.digits(at + 1);
    }
    const exponent = this.exponent(at);
    if (exponent > at) this.kind = 'decimal';
    this.end = exponent;
    at = exponent;
    let unit = this.text.charCodeAt(at);
    while (isDigit(unit) || isNameStart(unit) || unit === point) {
      this.kind = 'malformed';
      unit = this.text.charCodeAt(++at);
    }
    this.end = at;
  }

  private digits(at: number): number {
    while (isDigit(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** The end of an exponent at an offset, or the offset where there is none. */
  private exponent(at: number): number {
    const letter = this.text[at];
    if (letter !== 'e' && letter !== 'E') return at;
    const sign = this.text[at + 1];
    const from = sign === '+' || sign === '-' ? at + 2 : at + 1;
    const end = this.digits(from);
    return end > from ? end : at;
  }

  private word(): void {
    this.end = endOfName(this.text, this.start);
    this.kind = operatorWords.get(this.written) ?? 'word';
  }

  private sign(unit: number): void {
    const sign = signs.get(unit);
    if (sign === undefined) {
      this.foreign();
    } else {
      this.kind = sign;
      this.end = this.start + 1;
    }
  }

  private foreign(): void {
    this.kind = 'foreign';
    let at = this.start;
    while (at < this.limit && operatorCharacters.includes(this.text.charAt(at))) at++;
    if (at === this.start) at += String.fromCodePoint(this.text.codePointAt(at) ?? 0).length;
    this.end = at;
  }
}

/** An attribute's value holds spaces only, but elsewhere the others may still be there. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
