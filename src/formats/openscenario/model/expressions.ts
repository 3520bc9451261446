import type { Range } from '../../../rules/rule';
import { isExpression } from '../expressions/evaluate';
import type { ExpressionError, ExpressionRule } from '../expressions/problems';
import type { Model } from './model';
import { typedOutcome } from './typedOutcome';

/** A mistake in an expression, at its place in the document. */
export interface ExpressionMistake extends ExpressionError {
  readonly at: Range;
}

/**
 * What is wrong with the document's expressions: each `${…}` whose value is to be a number or a
 * boolean is evaluated once, for all rules. Where a text is expected the schema knows no expressions,
 * and the characters stand for themselves.
 */
export class Expressions {
  readonly #mistakes: ExpressionMistake[] = [];

  constructor(model: Model) {
    if (!model.since('1.1')) return;
    const { texts, usages } = model;
    for (const attribute of usages.expressions) {
      const type = model.valueTypeOf(attribute);
      if (type === null || type === 'string' || type === 'dateTime') continue;
      if (!isExpression(texts.written(attribute))) continue;
      for (const error of typedOutcome(model, attribute, type).errors) {
        const at = texts.partRange(attribute, error.start, error.end);
        this.#mistakes.push({ ...error, at });
      }
    }
  }

  /** The mistakes that break a rule. */
  of(rule: ExpressionRule): readonly ExpressionMistake[] {
    return this.#mistakes.filter((mistake) => mistake.rule === rule);
  }
}
