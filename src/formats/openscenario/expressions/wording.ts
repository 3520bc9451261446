import { nearest } from '../../../schema/nearest';
import { joined, quoted } from '../../../schema/words';
import type { Excess } from './doubles';
import { replacementFor } from './foreign';
import { functions } from './functions';
import { problem, type Problem } from './problems';

/*
 * What is said of expressions that cannot be read or computed. The functions take pieces of the
 * expression as they are written.
 */

/** Words that mean something in an expression, for finding the one that was meant. */
const knownWords = [...functions.keys(), 'and', 'or', 'not', 'true', 'false'];

const largestDouble = '1.7976931348623157E308';
const smallestDouble = '4.9E-324';

/** Two values with nothing in between. */
export function missingOperator(before: string, after: string): Problem {
  const meant = nearest(after, ['and', 'or']);
  return problem(
    'missing-operator',
    `An operator is missing between ${quoted(before)} and ${quoted(after)}.`,
    meant === null ? undefined : `Did you mean ${quoted(meant)}?`,
  );
}

/** An operator, a parenthesis or the end where a value should be. `before` is empty at the start. */
export function missingValue(before: string, found: string): Problem {
  if (found === '+') {
    return problem(
      'unknown-operator',
      'A `+` cannot stand before a value; only `-` can.',
      'Leave out the `+`.',
    );
  }
  if (before === '(' && found === ')') {
    return problem('missing-value', 'There is no value between the parentheses.');
  }
  if (before === '') return problem('missing-value', `A value is missing before ${quoted(found)}.`);
  if (found === '') return problem('missing-value', `A value is missing after ${quoted(before)}.`);
  return problem(
    'missing-value',
    `A value is missing between ${quoted(before)} and ${quoted(found)}.`,
  );
}

/** A sign that is no operator here, or has no meaning at all. */
export function unknownOperator(sign: string): Problem {
  const replacement = replacementFor(sign);
  if (replacement !== null) {
    return problem(
      'unknown-operator',
      `${quoted(sign)} is no operator of expressions.`,
      replacement,
    );
  }
  return problem('unknown-character', `${quoted(sign)} has no meaning in an expression.`);
}

/** A `$` that no name follows; `nested` where an expression within the expression does. */
export function nameless(nested: boolean): Problem {
  return nested
    ? problem(
        'unknown-character',
        'An expression cannot contain another one.',
        'Write `$name` for a parameter, and parentheses for what belongs together.',
      )
    : problem('unknown-character', 'No name follows the `$`.', 'Write `$name`, without a blank.');
}

/** A word that is no operator and no constant; `isParameter` where a parameter has that name. */
export function unknownWord(word: string, isCall: boolean, isParameter: boolean): Problem {
  const kind = isCall ? 'operator of expressions' : 'operator and no value';
  return problem(
    'unknown-word',
    `${quoted(word)} is no ${kind}.`,
    isParameter && !isCall
      ? `Write ${quoted(`$${word}`)} for the value of the parameter.`
      : (replacementFor(word) ?? meantWord(word, isCall)),
  );
}

function meantWord(word: string, isCall: boolean): string | undefined {
  const meant = nearest(word, isCall ? [...functions.keys()] : knownWords);
  if (meant !== null) return `Did you mean ${quoted(meant)}?`;
  if (isCall) return `The operators are ${joined([...functions.keys()].map(quoted), 'and')}.`;
  return `Write ${quoted(`$${word}`)} if a parameter of that name is meant.`;
}

/** A constant that a later version brought. */
export function laterConstant(
  word: string,
  value: number,
  since: string,
  version: string,
): Problem {
  return problem(
    'unknown-constant',
    `${quoted(word)} exists since ${since} only; this is ${version}.`,
    `Write ${quoted(String(value))}.`,
  );
}

/** A cast, such as `(int)`. */
export function cast(written: string): Problem {
  return problem(
    'cast',
    `${quoted(written)} is a cast, and expressions have none.`,
    'Leave it out; `round`, `floor` and `ceil` make whole numbers.',
  );
}

/** An operator's name without the parentheses around its arguments. */
export function missingParentheses(name: string): Problem {
  return problem(
    'missing-parentheses',
    `The arguments of ${quoted(name)} must stand in parentheses.`,
    `Write ${quoted(exampleCall(name))}.`,
  );
}

/** The wrong number of arguments. */
export function argumentCount(name: string, takes: number, given: number): Problem {
  const wanted = takes === 1 ? 'one argument' : 'two arguments';
  const count = given === 0 ? 'none' : String(given);
  return problem(
    'argument-count',
    `${quoted(name)} takes ${wanted}, but ${count} ${given > 1 ? 'are' : 'is'} given.`,
    `Write ${quoted(exampleCall(name))}.`,
  );
}

function exampleCall(name: string): string {
  return functions.get(name)?.takes === 2 ? `${name}(a, b)` : `${name}(a)`;
}

/** A comma outside the arguments of an operator, and what is right beside it. */
export function strayComma(before: string, after: string): Problem {
  return problem(
    'stray-comma',
    'A comma can only stand between the arguments of an operator.',
    /^\d+$/.test(before) && /\d/.test(after) ? 'Write a decimal number with a point.' : undefined,
  );
}

/** What starts like a number and goes on otherwise. */
export function malformedNumber(written: string): Problem {
  const told = `${quoted(written)} is no number.`;
  const ungrouped = written.replaceAll('_', '');
  if (number.test(ungrouped) && ungrouped !== written) {
    return problem('malformed-number', told, `Write ${quoted(ungrouped)}, without the \`_\`.`);
  }
  // Letters alone are a unit, or what other languages mark a type by. Digits are part of the number.
  const alone = written.replace(/[A-Za-z_]+$/, '');
  const help = number.test(alone) ? `Write the number alone, ${quoted(alone)}.` : undefined;
  return problem('malformed-number', told, help);
}

const number = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** An operand that the operator cannot take: a boolean, a text or a date where a number is needed. */
export function notNumber(operator: string, operand: string, type: string): Problem {
  return problem(
    type === 'boolean' ? 'boolean-as-number' : 'not-a-number',
    `${quoted(operator)} needs numbers, but ${quoted(operand)} is a \`${type}\`.`,
  );
}

/** An operand of `and`, `or` or `not` that is no boolean. */
export function notBoolean(operator: string, operand: string, type: string): Problem {
  return problem(
    'not-a-boolean',
    `${quoted(operator)} needs booleans, but ${quoted(operand)} is a ${type}.`,
    helpForBoolean(operand),
  );
}

/** The boolean that is meant by a number; `undefined` for most, which mean none. */
export function helpForBoolean(number: string): string | undefined {
  const meant = booleans.get(number);
  return meant === undefined ? undefined : `Write ${quoted(meant)}.`;
}

/** What numbers mean where a boolean may be written as one, as in XML Schema. */
const booleans: ReadonlyMap<string, string> = new Map([
  ['1', 'true'],
  ['0', 'false'],
]);

/** A divisor that is zero. */
export function zeroDivisor(operator: string, divisor: string): Problem {
  const what = operator === '%' ? 'A division by zero leaves no remainder' : 'Division by zero';
  const told = isLiteral(divisor) ? what : `${what}: ${quoted(divisor)} is 0`;
  return problem('division-by-zero', `${told}.`);
}

/** Arguments for which an operator has no result. `reason` says so without a full stop. */
export function outsideDomain(reason: string, argument: string, value: number): Problem {
  const told = isLiteral(argument) ? reason : `${reason}, but ${quoted(argument)} is ${value}`;
  return problem('outside-domain', `${told}.`);
}

/** Whether a piece of an expression says its value by itself. */
function isLiteral(written: string): boolean {
  return /^-?[\d.eE+-]*$/.test(written);
}

/** Whole numbers that exceed 64 bits: as written, or as an operator's result. */
export function integerOverflow(what: string): Problem {
  return problem('overflow', `${what} does not fit into 64 bits.`);
}

/** Numbers that leave the range of doubles: as written, or as an operator's result. */
export function doubleExcess(what: string, excess: Excess): Problem {
  return excess === 'overflow'
    ? problem('overflow', `${what} is beyond the largest double, ${largestDouble}.`)
    : problem(
        'underflow',
        `${what} is closer to zero than the smallest double, ${smallestDouble}.`,
      );
}

/** "The result of `*`". */
export function resultOf(operator: string): string {
  return `The result of ${quoted(operator)}`;
}
