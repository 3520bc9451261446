import type { ExpressionError } from './problems';
import type { TypedValue, ValueType } from './values';

/** What an expression may refer to, where it stands. */
export interface Scope {
  /**
   * The parameter of a name (without its `$`): its value; its type alone where the value cannot be
   * used; `broken` where not even the type is known; `unknown` where no such parameter is declared.
   * Only the last is an error of the expression.
   */
  lookup(name: string): TypedValue | Valueless | 'broken' | 'unknown';
  /** The version that the document declares, such as `1.3`. */
  readonly version: string;
  /**
   * Accepts casts such as `(int) $value`, which drop decimal places. The reference evaluator has
   * them; the standard has not.
   */
  readonly casts?: boolean;
}

/** A parameter whose value cannot be used, for a reason that is told elsewhere. */
export interface Valueless {
  readonly type: ValueType;
  readonly value: null;
}

/** What an expression comes to. */
export interface Evaluation {
  /** `null` where there are errors, or where a parameter that it names has no usable value. */
  readonly value: TypedValue | null;
  /** In the order of their places. */
  readonly errors: readonly ExpressionError[];
}
