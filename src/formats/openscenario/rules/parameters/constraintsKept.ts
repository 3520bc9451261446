import type { Found } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { constraintGroupsOf, keepsConstraints } from '../../model/constraints';
import { boundsWords } from '../../model/constraintWords';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** A parameter's own value keeps its constraints. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:parameters.constraints_kept',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'The value of a parameter keeps the constraints that it is declared with',
  explanation: {
    asks: 'A ConstraintGroup lists bounds that hold together; of several groups at least one has to be kept. Where none is, the scenario must not be run with that value.',
    source: 'ASAM OpenSCENARIO XML 1.1, classes ParameterDeclaration and ValueConstraintGroup',
    example: {
      wrong:
        '<ParameterDeclaration name="speed" parameterType="double" value="70">\n  <ConstraintGroup><ValueConstraint rule="lessOrEqual" value="60"/></ConstraintGroup>',
      right:
        '<ParameterDeclaration name="speed" parameterType="double" value="60">\n  <ConstraintGroup><ValueConstraint rule="lessOrEqual" value="60"/></ConstraintGroup>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    let last: number = none;
    for (const group of model.elements.named('ConstraintGroup')) {
      const declaration = model.parameters.around(group);
      if (declaration !== none && declaration !== last) tellBroken(model, declaration, tell);
      last = declaration;
    }
  },
};

function tellBroken(model: Model, declaration: number, tell: (found: Found) => void): void {
  const { parameters, texts, values } = model;
  const value = values.parameter(declaration);
  if (value === null) return;
  const groups = constraintGroupsOf(model, declaration);
  if (keepsConstraints(value, groups) !== false) return;
  const attribute = parameters.attributeOf(declaration, 'value');
  tell({
    code: 'constraint-broken',
    at: texts.valueRange(attribute),
    message: `The value of the parameter ${quoted(parameters.nameOf(declaration))}, ${quoted(texts.written(attribute))}, breaks its constraints.`,
    help: `It has to be ${boundsWords(groups)}.`,
  });
}
