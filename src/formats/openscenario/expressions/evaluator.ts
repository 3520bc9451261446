import { convertValue, isProblem } from './conversion';
import { excessOfLiteral } from './decimals';
import type { Excess } from './doubles';
import type { Evaluation, Scope } from './evaluation';
import { castTypes } from './foreign';
import { functions, type DoubleFunction, type FunctionDefinition } from './functions';
import * as integers from './integers';
import type { Integer } from './integers';
import { Lexer, type TokenKind } from './lexer';
import {
  commonKind,
  isNumeric,
  isOtherThanNumber,
  kindOf,
  typed,
  type Argument,
  type Kind,
  type Value,
} from './operands';
import {
  doubleResult,
  excessOf,
  integerResult,
  isOperator,
  precedenceOf,
  withinNot,
  type Arithmetic,
  type Operator,
} from './operators';
import { problem, type ExpressionError, type Problem } from './problems';
import { integerRanges, valueTypeNamed } from './values';
import { isBefore } from './versions';
import * as wording from './wording';

/** Constants, their values and the version that brought them (1.4, 9.2.2). */
const constants: ReadonlyMap<string, { readonly value: number; readonly since: string }> = new Map([
  ['pi', { value: Math.PI, since: '1.4' }],
]);

/** How deep operands may lie within operands: far beyond sense, and well before the stack ends. */
const deepest = 300;

const noErrors: readonly ExpressionError[] = [];

/**
 * Reads an expression and computes it on the way, in one pass without a tree. Operators are taken by
 * precedence climbing (9.2.1): unary minus and calls bind most tightly, then `*`, `/` and `%`, then `+`
 * and `-`, then `not`, `and`, `or`.
 *
 * A mistake in the types or in the arithmetic makes the operand unknown and the rest goes on; one in
 * the grammar ends the reading, since what follows would be guesswork.
 */
export class Evaluator {
  private readonly lexer: Lexer;
  private errors: ExpressionError[] | null = null;
  /** Of the operand that was read last. */
  private kind: Kind = 'any';
  /** Where the token ends that was taken last. */
  private end = 2;
  /** Where it starts; both are the start of the expression until a token is taken. */
  private takenStart = 2;
  private depth = 0;
  private failed = false;
  /** Whether a word was met that means nothing, so that what stands around it means little either. */
  private isPuzzled = false;

  /** `text` is a whole `${…}`. */
  constructor(
    private readonly text: string,
    private readonly scope: Scope,
  ) {
    this.lexer = new Lexer(text, 2, text.length - 1);
  }

  evaluate(): Evaluation {
    const { lexer } = this;
    if (lexer.kind === 'end') {
      this.fail(problem('empty-expression', 'The expression is empty.'), 0, this.text.length);
    }
    const value = this.operation(1);
    if (lexer.kind !== 'end') this.unexpected();
    if (this.errors === null) return { value: typed(value, this.kind), errors: noErrors };
    return { value: null, errors: this.errors.sort((a, b) => a.start - b.start) };
  }

  /** Operands joined by operators that bind at least so tightly. */
  private operation(least: number): Value {
    if (++this.depth > deepest) {
      const told = problem('too-deep', `The expression is nested more than ${deepest} times.`);
      this.fail(told, this.lexer.start, this.lexer.end);
    }
    const start = this.lexer.start;
    let left = this.operand();
    for (;;) {
      const operator = this.lexer.kind;
      if (!isOperator(operator) || precedenceOf(operator) < least) break;
      left = this.joined(operator, left, start);
    }
    this.depth--;
    return left;
  }

  /** Takes an operator and what is to its right. `start` is where the left operand starts. */
  private joined(operator: Operator, left: Value, start: number): Value {
    return operator === 'and' || operator === 'or'
      ? this.junction(operator, left, start)
      : this.arithmetic(operator, left, start);
  }

  private junction(operator: 'and' | 'or', left: Value, start: number): Value {
    const a = this.boolean(operator, left, start);
    this.take();
    const rightStart = this.lexer.start;
    const right = this.operation(precedenceOf(operator) + 1);
    const b = this.boolean(operator, right, rightStart);
    if (a === null || b === null) return null;
    return operator === 'and' ? a && b : a || b;
  }

  private arithmetic(operator: Arithmetic, left: Value, start: number): Value {
    const at = this.lexer.start;
    const a = this.number(operator, left, start);
    const leftKind = this.kind;
    this.take();
    const rightStart = this.lexer.start;
    const right = this.operation(precedenceOf(operator) + 1);
    const b = this.number(operator, right, rightStart);
    // Of two integers too, `/` makes a double: 9.2.1 defines it for doubles alone.
    this.kind = operator === '/' ? 'double' : commonKind(leftKind, this.kind);
    if (b === 0 && (operator === '/' || operator === '%')) {
      const divisor = this.text.slice(rightStart, this.end);
      return this.tell(wording.zeroDivisor(operator, divisor), rightStart, this.end);
    }
    if (a === null || b === null) return null;
    return operator === '/' || this.kind !== 'integer'
      ? this.doubleResult(operator, Number(a), Number(b), at)
      : this.integerResult(operator, a, b, at);
  }

  private integerResult(
    operator: Exclude<Arithmetic, '/'>,
    a: Integer,
    b: Integer,
    at: number,
  ): Value {
    const result = integerResult(operator, a, b);
    if (result !== null) return result;
    return this.tell(wording.integerOverflow(wording.resultOf(operator)), at, at + 1);
  }

  private doubleResult(operator: Arithmetic, a: number, b: number, at: number): Value {
    const result = doubleResult(operator, a, b);
    const excess = excessOf(operator, a, b, result);
    if (excess === null) return result;
    return this.tell(wording.doubleExcess(wording.resultOf(operator), excess), at, at + 1);
  }

  private operand(): Value {
    const { lexer } = this;
    switch (lexer.kind) {
      case 'integer':
        return this.integer(false);
      case 'decimal':
        return this.decimal();
      case 'parameter':
        return this.parameter();
      case '-':
        return this.negation();
      case '(':
        return this.group();
      case 'word':
        return this.word();
      case 'not':
        return this.not();
      default:
        return this.noOperand();
    }
  }

  private integer(isNegative: boolean): Value {
    const { start, end, written } = this.lexer;
    this.take();
    this.kind = 'integer';
    const value = integers.readInteger(written, isNegative);
    if (value !== null) return value;
    const told = wording.integerOverflow(`\`${written}\``);
    return this.tell(
      { ...told, help: `Write \`${written}.0\` to compute with doubles.` },
      start,
      end,
    );
  }

  private decimal(): Value {
    const { start, end, written } = this.lexer;
    this.take();
    this.kind = 'double';
    const value = Number(written);
    const excess = excessOfLiteral(written, value);
    if (excess === null) return value;
    return this.tell(wording.doubleExcess(`\`${written}\``, excess), start, end);
  }

  private parameter(): Value {
    const { start, end } = this.lexer;
    const name = this.text.slice(start + 1, end);
    this.take();
    const found = this.scope.lookup(name);
    if (found === 'unknown') {
      this.kind = 'any';
      const told = problem('unknown-parameter', `The parameter \`$${name}\` is not declared.`);
      return this.tell({ ...told, name }, start, end);
    }
    if (found === 'broken') {
      this.kind = 'any';
      return null;
    }
    this.kind = kindOf(found.type);
    return found.value;
  }

  /** A unary minus, or several. The least 64-bit number is read together with its sign. */
  private negation(): Value {
    const { lexer } = this;
    let isNegative = false;
    while (lexer.kind === '-') {
      isNegative = !isNegative;
      this.take();
    }
    if (lexer.kind === 'integer') return this.integer(isNegative);
    const start = lexer.start;
    const value = this.number('-', this.operand(), start);
    if (value === null || !isNegative) return value;
    if (this.kind !== 'integer') return -value;
    const negated = integers.subtract(0, value);
    if (negated !== null) return negated;
    return this.tell(wording.integerOverflow(wording.resultOf('-')), start, this.end);
  }

  private not(): Value {
    this.take();
    const start = this.lexer.start;
    const value = this.boolean('not', this.operation(withinNot), start);
    return value === null ? null : !value;
  }

  private group(): Value {
    const { lexer } = this;
    const open = lexer.start;
    this.take();
    if (lexer.kind === 'word' && castTypes.has(lexer.written)) {
      const type = lexer.written;
      this.take();
      if (this.meets(')')) return this.cast(type, open);
      const told = wording.unknownWord(type, this.meets('('), false);
      return this.fail(told, this.end - type.length, this.end);
    }
    const value = this.operation(1);
    this.close(open);
    return value;
  }

  /** Takes the `)` that belongs to a `(`, or ends the reading. */
  private close(open: number): void {
    if (this.lexer.kind === ')') {
      this.take();
    } else if (this.lexer.kind === 'end') {
      const told = problem('unbalanced-parentheses', 'This `(` is never closed.');
      this.fail(told, open, open + 1);
    } else {
      this.unexpected();
    }
  }

  private cast(type: string, open: number): Value {
    this.take();
    const close = this.end;
    const value = this.operand();
    if (this.scope.casts !== true) {
      return this.tell(wording.cast(this.text.slice(open, close)), open, close);
    }
    const given = typed(value, this.kind);
    const target = valueTypeNamed(type);
    if (given === null || target === null) return null;
    const drops = given.type === 'double' && Object.hasOwn(integerRanges, target);
    const kept = drops ? { ...given, value: Math.trunc(given.value) } : given;
    const cast = convertValue(kept, target);
    if (isProblem(cast)) return this.tell(cast, open, close);
    this.kind = kindOf(cast.type);
    return cast.value;
  }

  private word(): Value {
    const { start, written } = this.lexer;
    this.take();
    if (written === 'true' || written === 'false') {
      this.kind = 'boolean';
      return written === 'true';
    }
    const definition = functions.get(written);
    if (definition !== undefined) return this.call(written, definition, start);
    const constant = constants.get(written);
    if (constant === undefined) return this.unknownWord(written, start);
    this.kind = 'double';
    if (!isBefore(this.scope.version, constant.since)) return constant.value;
    const told = wording.laterConstant(written, constant.value, constant.since, this.scope.version);
    return this.tell(told, start, this.end);
  }

  private unknownWord(word: string, start: number): Value {
    const end = this.end;
    const isCall = this.lexer.kind === '(';
    const isParameter = this.scope.lookup(word) !== 'unknown';
    this.isPuzzled = true;
    this.tell(wording.unknownWord(word, isCall, isParameter), start, end);
    if (isCall) this.arguments();
    this.kind = 'any';
    return null;
  }

  private call(name: string, definition: FunctionDefinition, start: number): Value {
    if (this.lexer.kind !== '(')
      return this.fail(wording.missingParentheses(name), start, this.end);
    const given = this.arguments();
    for (const argument of given) this.numberArgument(name, argument);
    return this.computed(name, definition, given, start);
  }

  private computed(
    name: string,
    definition: FunctionDefinition,
    given: readonly Argument[],
    start: number,
  ): Value {
    const [first, second = first] = given;
    this.kind = kindOfResult(definition, given);
    if (this.failed) return null;
    if (first === undefined || second === undefined || given.length !== definition.takes) {
      const told = wording.argumentCount(name, definition.takes, given.length);
      return this.tell(told, start, this.end);
    }
    const { value: x } = first;
    const { value: y } = second;
    if (!isNumeric(x) || !isNumeric(y)) return null;
    switch (definition.gives) {
      case 'integer':
        return this.rounded(name, definition.compute, first);
      case 'double':
        return this.computedDouble(name, definition, first, second);
      case 'same': {
        const value = definition.compute(x, y);
        if (this.kind !== 'integer') return Number(value);
        const fitting = typeof value === 'bigint' ? integers.fitting(value) : value;
        if (fitting !== null) return fitting;
        return this.tell(wording.integerOverflow(wording.resultOf(name)), start, this.end);
      }
    }
  }

  private rounded(name: string, round: (x: number) => number, argument: Argument): Value {
    if (argument.kind === 'integer') return argument.value;
    const value = integers.integerOf(round(Number(argument.value)));
    if (value !== null) return value;
    const told = wording.integerOverflow(wording.resultOf(name));
    return this.tell(told, argument.start, argument.end);
  }

  private computedDouble(
    name: string,
    definition: DoubleFunction,
    first: Argument,
    second: Argument,
  ): Value {
    const x = Number(first.value);
    const y = Number(second.value);
    const reason = definition.outside?.(x, y) ?? null;
    if (reason !== null) {
      const argument = this.text.slice(first.start, first.end);
      return this.tell(wording.outsideDomain(reason, argument, x), first.start, second.end);
    }
    const result = definition.compute(x, y);
    const excess = excessOfCall(definition, x, y, result);
    if (excess === null) return result;
    const told = wording.doubleExcess(wording.resultOf(name), excess);
    return this.tell(told, first.start, second.end);
  }

  /** What stands between the parentheses of a call, commas and parentheses taken. */
  private arguments(): readonly Argument[] {
    const { lexer } = this;
    const open = lexer.start;
    const found: Argument[] = [];
    this.take();
    if (lexer.kind !== ')') {
      for (;;) {
        const start = lexer.start;
        const value = this.operation(1);
        found.push({ value, kind: this.kind, start, end: this.end });
        if (lexer.kind !== ',') break;
        this.take();
      }
    }
    this.close(open);
    return found;
  }

  private numberArgument(name: string, { kind, start, end }: Argument): void {
    if (isOtherThanNumber(kind)) {
      this.tell(wording.notNumber(name, this.text.slice(start, end), kind), start, end);
    }
  }

  /** The operand that was read last as a number; tells where it is none. */
  private number(operator: string, value: Value, start: number): Integer | null {
    const { kind } = this;
    if (kind === 'any') this.kind = 'number';
    if (isOtherThanNumber(kind)) {
      const operand = this.text.slice(start, this.end);
      this.kind = 'number';
      return this.tell(wording.notNumber(operator, operand, kind), start, this.end);
    }
    return isNumeric(value) ? value : null;
  }

  /** The operand that was read last as a boolean; tells where it is none. */
  private boolean(operator: string, value: Value, start: number): boolean | null {
    const { kind } = this;
    this.kind = 'boolean';
    if (kind === 'boolean' || kind === 'any') return typeof value === 'boolean' ? value : null;
    const operand = this.text.slice(start, this.end);
    const type = kind === 'string' || kind === 'dateTime' ? `\`${kind}\`` : 'number';
    return this.tell(wording.notBoolean(operator, operand, type), start, this.end);
  }

  /** Something other than an operand stands where one is needed. */
  private noOperand(): null {
    const { lexer } = this;
    const { kind, start, end, written } = lexer;
    if (kind === 'malformed' || kind === 'foreign') return this.unreadable();
    const told = wording.missingValue(this.written(), written);
    // What should be there cannot be marked: what stands there instead can, or what is before the end.
    if (kind === 'end') return this.fail(told, this.end - this.written().length, this.end);
    return this.fail(told, start, end);
  }

  /** Something follows an operand that can neither continue nor end what it belongs to. */
  private unexpected(): null {
    const { lexer } = this;
    const { kind, start, end, written } = lexer;
    if (this.isPuzzled) return this.giveUp();
    if (kind === 'malformed' || kind === 'foreign') return this.unreadable();
    if (kind === ')') {
      return this.fail(problem('unbalanced-parentheses', 'This `)` closes nothing.'), start, end);
    }
    if (kind === ',') {
      const before = this.written();
      this.take();
      return this.fail(wording.strayComma(before, lexer.written), start, end);
    }
    return this.fail(wording.missingOperator(this.written(), written), start, end);
  }

  private unreadable(): null {
    const { kind, start, end, written } = this.lexer;
    if (kind === 'malformed') return this.fail(wording.malformedNumber(written), start, end);
    if (written !== '$') return this.fail(wording.unknownOperator(written), start, end);
    return this.fail(wording.nameless(this.text[end] === '{'), start, end);
  }

  private take(): void {
    this.takenStart = this.lexer.start;
    this.end = this.lexer.end;
    this.lexer.next();
  }

  private meets(kind: TokenKind): boolean {
    return this.lexer.kind === kind;
  }

  /** The token that was taken last as it is written; empty at the start. */
  private written(): string {
    return this.text.slice(this.takenStart, this.end);
  }

  private tell(told: Problem & { name?: string }, start: number, end: number): null {
    if (!this.failed) (this.errors ??= []).push({ ...told, start, end });
    return null;
  }

  /** Tells of a mistake in the grammar, after which nothing more is read. */
  private fail(told: Problem, start: number, end: number): null {
    this.tell(told, start, end);
    return this.giveUp();
  }

  private giveUp(): null {
    this.failed = true;
    this.kind = 'any';
    this.lexer.stop();
    return null;
  }
}

function kindOfResult(definition: FunctionDefinition, given: readonly Argument[]): Kind {
  if (definition.gives !== 'same') return definition.gives;
  return given.map(({ kind }) => kind).reduce(commonKind, 'integer');
}

function excessOfCall(
  definition: DoubleFunction,
  x: number,
  y: number,
  result: number,
): Excess | null {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  if (!Number.isFinite(result)) return 'overflow';
  return definition.underflows === true && result === 0 && x !== 0 ? 'underflow' : null;
}
