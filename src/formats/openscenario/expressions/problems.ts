/**
 * What a problem violates: the expression rules of Annex C.11 by their names, or a parameter that is
 * not declared.
 */
export type ExpressionRule =
  | 'allowed_operators'
  | 'arguments_of_operators'
  | 'evaluation_of_expressions_possible'
  | 'type_casting'
  | 'type_of_boolean'
  | 'unknown-parameter';

/** Which rule each kind of problem violates. */
export const ruleOfProblem = {
  'not-in-version': 'allowed_operators',
  'unknown-character': 'allowed_operators',
  'unknown-operator': 'allowed_operators',
  'unknown-word': 'allowed_operators',
  'unknown-constant': 'allowed_operators',
  cast: 'allowed_operators',
  'missing-parentheses': 'arguments_of_operators',
  'argument-count': 'arguments_of_operators',
  'not-a-number': 'arguments_of_operators',
  'not-an-expression': 'evaluation_of_expressions_possible',
  'empty-expression': 'evaluation_of_expressions_possible',
  'missing-value': 'evaluation_of_expressions_possible',
  'missing-operator': 'evaluation_of_expressions_possible',
  'unbalanced-parentheses': 'evaluation_of_expressions_possible',
  'stray-comma': 'evaluation_of_expressions_possible',
  'malformed-number': 'evaluation_of_expressions_possible',
  'too-deep': 'evaluation_of_expressions_possible',
  'division-by-zero': 'evaluation_of_expressions_possible',
  'outside-domain': 'evaluation_of_expressions_possible',
  overflow: 'evaluation_of_expressions_possible',
  underflow: 'evaluation_of_expressions_possible',
  'unknown-parameter': 'unknown-parameter',
  'not-a-boolean': 'type_of_boolean',
  'boolean-as-number': 'type_of_boolean',
  'not-of-type': 'type_casting',
  'not-integral': 'type_casting',
  'out-of-range': 'type_casting',
} as const satisfies Record<string, ExpressionRule>;

export type ProblemCode = keyof typeof ruleOfProblem;

/** Something wrong with an expression or a value, wherever it stands. */
export interface Problem {
  readonly code: ProblemCode;
  readonly rule: ExpressionRule;
  /** States the problem and stands alone. */
  readonly message: string;
  /** Proposes the repair. */
  readonly help?: string;
}

/** A problem at its place: offsets in UTF-16 units into the whole attribute value, the end exclusive. */
export interface ExpressionError extends Problem {
  readonly start: number;
  readonly end: number;
  /** The parameter that is not declared, without its `$`. */
  readonly name?: string;
}

/** A problem with the rule that its code stands for. */
export function problem(code: ProblemCode, message: string, help?: string): Problem {
  const rule = ruleOfProblem[code];
  return help === undefined ? { code, rule, message } : { code, rule, message, help };
}

/** Tells a problem from the value that stands in its place where all is well. */
export function isProblem(outcome: Problem | { readonly type: string }): outcome is Problem {
  return 'code' in outcome;
}
