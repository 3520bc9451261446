import type { Found } from '../../../../rules/rule';
import { listed, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { ValueType } from '../../expressions/values';
import { tellIllTyped } from '../../model/declaredValues';
import type { Model } from '../../model/model';
import { orderRules } from '../../model/constraints';
import type { DocumentRule } from '../kinds';

/** A constraint can be checked: its bound is of the parameter's type, and its rule fits it. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:parameters.constraints_sound',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'The constraints of a parameter fit its type',
  explanation: {
    asks: 'The bound of a ValueConstraint has to be a value of the parameter’s type. Texts are only equal or not: of two texts none is greater. That is told as a warning, since such constraints are around.',
    source: 'ASAM OpenSCENARIO XML 1.1, classes ValueConstraint and ValueConstraintGroup',
    example: {
      wrong:
        '<ParameterDeclaration name="road" parameterType="string" value="a">\n  <ConstraintGroup><ValueConstraint rule="lessThan" value="b"/></ConstraintGroup>',
      right:
        '<ParameterDeclaration name="road" parameterType="string" value="a">\n  <ConstraintGroup><ValueConstraint rule="notEqualTo" value="b"/></ConstraintGroup>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, parameters } = model;
    for (const constraint of elements.named('ValueConstraint')) {
      const declaration = parameters.around(constraint);
      const type = declaration === none ? null : parameters.typeOf(declaration);
      if (type === null) continue;
      const of = (): string =>
        `of a constraint on the parameter ${quoted(parameters.nameOf(declaration))}`;
      tellIllTyped(model, elements.attributeOf(constraint, 'value'), type, of, tell);
      tellOrderOfTexts(model, constraint, type, tell);
    }
  },
};

function tellOrderOfTexts(
  model: Model,
  constraint: number,
  type: ValueType,
  tell: (found: Found) => void,
): void {
  if (type !== 'string') return;
  const attribute = model.elements.attributeOf(constraint, 'rule');
  const rule = model.values.textOf(attribute);
  if (rule === null || !orderRules.has(rule)) return;
  tell({
    code: 'order-of-texts',
    // RA's reader takes such constraints, and lets them pass.
    severity: 'warning',
    at: model.texts.valueRange(attribute),
    message: `A text cannot be checked by ${quoted(rule)}.`,
    help: `For a parameter of type \`string\`, use ${listed(['equalTo', 'notEqualTo'], 'or')}.`,
  });
}
