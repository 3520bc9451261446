import type { Evaluation, Scope } from './evaluation';
import { Evaluator } from './evaluator';
import { problem, type Problem } from './problems';

/** The version before expressions: the schemas of 1.1 are the first that know their pattern. */
const versionWithout = '1.0';

/** Whether a value is written as an expression, whatever is within. */
export function isExpression(text: string): boolean {
  return text.startsWith('${') && text.endsWith('}');
}

/**
 * Computes an expression `${…}`, the whole value of an attribute, by the rules of 9.2. A result of
 * whole numbers has type `int` and up to 64 bits: what it must fit into is for its use to say
 * (`convertValue`). Never throws; takes time in proportion to the text.
 *
 * Where evaluators differ: `/` gives a double of integers too, since 9.2.1 defines it for doubles alone
 * (the reference evaluator cut off, its successor and others do not; none of its cases says which), and
 * `%` is the remainder, with the sign of the dividend. Whole numbers stay exact, and results that leave
 * 64 bits or the range of doubles are errors, as the reference evaluator's cases have it. Numbers may be
 * written in all ways that the types of XML Schema know, apart from a `+` before them.
 */
export function evaluateExpression(text: string, scope: Scope): Evaluation {
  if (!isExpression(text)) {
    const told = problem('not-an-expression', 'An expression starts with `${` and ends with `}`.');
    return nothingBut(told, text);
  }
  if (scope.version === versionWithout) {
    const told = problem(
      'not-in-version',
      'Expressions exist since 1.1 only; this is 1.0.',
      'Write the value itself, or declare 1.1.',
    );
    return nothingBut(told, text);
  }
  return new Evaluator(text, scope).evaluate();
}

function nothingBut(told: Problem, text: string): Evaluation {
  return { value: null, errors: [{ ...told, start: 0, end: text.length }] };
}
