import { quoted } from '../../../schema/words';
import { kindOfCall, resultOfCall } from './calls';
import { convertValue } from './conversion';
import { excessOfLiteral } from './decimals';
import type { Evaluation, Scope } from './evaluation';
import { castTypes } from './foreign';
import { functions, type FunctionDefinition } from './functions';
import * as integers from './integers';
import type { Integer } from './integers';
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
import { isProblem, problem, type ExpressionError } from './problems';
import { Reader } from './reader';
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
 * and `-`, then `not`, `and`, `or`. After a mistake in the types or in the arithmetic an operand is
 * unknown, and the rest goes on.
 */
export class Evaluator extends Reader {
  /** Of the operand that was read last. */
  private kind: Kind = 'any';
  private depth = 0;

  /** `text` is a whole `${…}`. */
  constructor(
    text: string,
    private readonly scope: Scope,
  ) {
    super(text);
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
    const start = this.lexer.start;
    let left = this.operand();
    for (;;) {
      const operator = this.lexer.kind;
      if (!isOperator(operator, least)) return left;
      left = this.joined(operator, left, start);
    }
  }

  /** Takes an operator and what is to its right. `start` is where the left operand starts. */
  private joined(operator: Operator, left: Value, start: number): Value {
    return operator === 'and' || operator === 'or'
      ? this.junction(operator, left, start)
      : this.arithmetic(operator, left, start);
  }

  private junction(operator: 'and' | 'or', left: Value, start: number): Value {
    const a = this.asBoolean(operator, left, start);
    this.take();
    const rightStart = this.lexer.start;
    const right = this.operation(precedenceOf(operator) + 1);
    const b = this.asBoolean(operator, right, rightStart);
    if (a === null || b === null) return null;
    return operator === 'and' ? a && b : a || b;
  }

  private arithmetic(operator: Arithmetic, left: Value, start: number): Value {
    const at = this.lexer.start;
    const a = this.asNumber(operator, left, start);
    const leftKind = this.kind;
    this.take();
    const rightStart = this.lexer.start;
    const right = this.operation(precedenceOf(operator) + 1);
    const b = this.asNumber(operator, right, rightStart);
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
    if (++this.depth > deepest) {
      const told = problem('too-deep', `There are more than ${deepest} operands within operands.`);
      this.fail(told, this.lexer.start, this.lexer.end);
    }
    const value = this.readOperand();
    this.depth--;
    return value;
  }

  private readOperand(): Value {
    switch (this.lexer.kind) {
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
    const told = wording.integerOverflow(quoted(written));
    return this.tell(
      { ...told, help: `Write ${quoted(`${written}.0`)} to compute with doubles.` },
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
    return this.tell(wording.doubleExcess(quoted(written), excess), start, end);
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
    const value = this.asNumber('-', this.operand(), start);
    if (value === null || !isNegative) return value;
    if (this.kind !== 'integer') return -value;
    const negated = integers.subtract(0, value);
    if (negated !== null) return negated;
    return this.tell(wording.integerOverflow(wording.resultOf('-')), start, this.end);
  }

  private not(): Value {
    this.take();
    const start = this.lexer.start;
    const value = this.asBoolean('not', this.operation(withinNot), start);
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
    const isCall = this.meets('(');
    const isParameter = this.scope.lookup(word) !== 'unknown';
    this.isPuzzled = true;
    this.tell(wording.unknownWord(word, isCall, isParameter), start, end);
    if (isCall) this.arguments();
    this.kind = 'any';
    return null;
  }

  private call(name: string, definition: FunctionDefinition, start: number): Value {
    if (!this.meets('(')) return this.fail(wording.missingParentheses(name), start, this.end);
    const given = this.arguments();
    for (const argument of given) this.numberArgument(name, argument);
    this.kind = kindOfCall(definition, given);
    const [first, second = first] = given;
    if (first === undefined || second === undefined || given.length !== definition.takes) {
      const told = wording.argumentCount(name, definition.takes, given.length);
      return this.tell(told, start, this.end);
    }
    const result = resultOfCall(name, definition, first, second, this.text);
    if (typeof result !== 'object' || result === null) return result;
    return this.tell(result, result.start, result.end);
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
  private asNumber(operator: string, value: Value, start: number): Integer | null {
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
  private asBoolean(operator: string, value: Value, start: number): boolean | null {
    const { kind } = this;
    this.kind = 'boolean';
    if (kind === 'boolean' || kind === 'any') return typeof value === 'boolean' ? value : null;
    const operand = this.text.slice(start, this.end);
    const type = kind === 'string' || kind === 'dateTime' ? `\`${kind}\`` : 'number';
    return this.tell(wording.notBoolean(operator, operand, type), start, this.end);
  }
}
