import { Lexer, type TokenKind } from './lexer';
import { problem, type ExpressionError, type Problem } from './problems';
import * as wording from './wording';

/** Where the tokens of `${…}` start. */
const first = 2;

/**
 * Takes the tokens of an expression and collects what is wrong with it. A mistake in the grammar ends
 * the reading, since what follows would be guesswork: from then on there are no more tokens, and
 * nothing more is told.
 */
export class Reader {
  protected readonly lexer: Lexer;
  protected errors: ExpressionError[] | null = null;
  /** Where the token ends that was taken last. */
  protected end = first;
  /** Where it starts; both are the start of the expression until a token is taken. */
  private takenStart = first;
  private failed = false;
  /** Whether a word was met that means nothing, so that what stands around it means little either. */
  protected isPuzzled = false;

  /** `text` is a whole `${…}`. */
  constructor(protected readonly text: string) {
    this.lexer = new Lexer(text, first, text.length - 1);
  }

  protected take(): void {
    this.takenStart = this.lexer.start;
    this.end = this.lexer.end;
    this.lexer.next();
  }

  protected meets(kind: TokenKind): boolean {
    return this.lexer.kind === kind;
  }

  /** The token that was taken last as it is written; empty at the start. */
  private get taken(): string {
    return this.text.slice(this.takenStart, this.end);
  }

  /** Takes the `)` that belongs to a `(`, or ends the reading. */
  protected close(open: number): void {
    if (this.meets(')')) {
      this.take();
    } else if (this.meets('end')) {
      const told = problem('unbalanced-parentheses', 'This `(` is never closed.');
      this.fail(told, open, open + 1);
    } else {
      this.unexpected();
    }
  }

  /** Something other than an operand stands where one is needed. */
  protected noOperand(): null {
    const { kind, start, end, written } = this.lexer;
    if (kind === 'malformed' || kind === 'foreign') return this.unreadable();
    const isTwice = start === this.end && written === this.taken;
    if (isTwice && (kind === '*' || kind === '/')) {
      return this.fail(wording.unknownOperator(kind + kind), this.takenStart, end);
    }
    const told = wording.missingValue(this.taken, written);
    // What is missing cannot be marked. What stands in its place can, and before the end what precedes.
    return kind === 'end'
      ? this.fail(told, this.takenStart, this.end)
      : this.fail(told, start, end);
  }

  /** Something follows an operand that can neither continue nor end what it belongs to. */
  protected unexpected(): null {
    const { kind, start, end, written } = this.lexer;
    if (this.isPuzzled) return this.giveUp();
    switch (kind) {
      case 'malformed':
      case 'foreign':
        return this.unreadable();
      case ')':
        return this.fail(problem('unbalanced-parentheses', 'This `)` closes nothing.'), start, end);
      case ',': {
        const before = start === this.end ? this.taken : '';
        return this.fail(wording.strayComma(before, this.text.charAt(end)), start, end);
      }
      default:
        return this.fail(wording.missingOperator(this.taken, written), start, end);
    }
  }

  private unreadable(): null {
    const { kind, start, end, written } = this.lexer;
    if (kind === 'malformed') return this.fail(wording.malformedNumber(written), start, end);
    if (written !== '$') return this.fail(wording.unknownOperator(written), start, end);
    return this.fail(wording.nameless(this.text.charAt(end) === '{'), start, end);
  }

  /** Tells of a mistake after which the reading can go on. */
  protected tell(told: Problem & { name?: string }, start: number, end: number): null {
    if (!this.failed) (this.errors ??= []).push({ ...told, start, end });
    return null;
  }

  /** Tells of a mistake in the grammar. */
  protected fail(told: Problem, start: number, end: number): null {
    this.tell(told, start, end);
    return this.giveUp();
  }

  private giveUp(): null {
    this.failed = true;
    this.lexer.stop();
    return null;
  }
}
