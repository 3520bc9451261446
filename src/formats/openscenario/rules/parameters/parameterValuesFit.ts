import type { Found } from '../../../../rules/rule';
import { holds, versionIndex } from '../../../../schema/schema';
import { oneOf, quoted, withArticle } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { typedOutcome } from '../../model/typedOutcome';
import { openScenarioSchema } from '../../schema';
import type { DocumentRule } from '../kinds';

/** A parameter's value is one that fits where the parameter is used. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:parameters.parameter_values_fit',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'The value of a parameter fits the attributes that refer to it',
  explanation: {
    asks: 'The schema accepts $name for a number, a boolean, or one of a list of values, whatever the parameter holds. Its value has to be such a number, boolean or listed value. It is checked with the value that the parameter is declared with.',
    source: 'ASAM OpenSCENARIO XML, section 9.1, with the types of its schemas',
    example: {
      wrong:
        '<ParameterDeclaration name="shape" parameterType="string" value="linaer"/>\n<SpeedActionDynamics dynamicsShape="$shape" …/>',
      right:
        '<ParameterDeclaration name="shape" parameterType="string" value="linear"/>\n<SpeedActionDynamics dynamicsShape="$shape" …/>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    // Entries of a catalog are given their values by the scenarios that use them.
    if (model.kind !== 'scenario') return;
    const { usages } = model;
    for (let usage = 0; usage < usages.count; usage++) {
      if (usages.kindOf(usage) !== 'whole') continue;
      const attribute = usages.attributes[usage] ?? none;
      // The value of another declaration has a rule of its own.
      if (model.parameters.around(model.elements.elementOf(attribute)) !== none) continue;
      const problem = unfitValue(model, attribute) ?? unlistedValue(model, attribute);
      if (problem !== null) tell({ ...problem, ...placesOf(model, usage) });
    }
  },
};

type Problem = Pick<Found, 'code' | 'message' | 'help'>;

function placesOf(model: Model, usage: number): Pick<Found, 'at' | 'related'> {
  const { usages, parameters, texts } = model;
  const declared = parameters.attributeOf(usages.declarationOf(usage), 'value');
  return {
    at: [usages.starts[usage] ?? 0, usages.ends[usage] ?? 0],
    related: [{ at: texts.valueRange(declared), message: 'The parameter’s value' }],
  };
}

function unfitValue(model: Model, attribute: number): Problem | null {
  const type = model.valueTypeOf(attribute);
  if (type === null || type === 'string') return null;
  const [error] = typedOutcome(model, attribute, type).errors;
  if (error === undefined) return null;
  return {
    code: 'unfit-value',
    message: `The parameter ${quoted(model.texts.written(attribute).slice(1))} is ${quoted(model.values.textOf(attribute) ?? '')}, not ${withArticle(quoted(type))}, which ${quoted(model.elements.attributeNameOf(attribute))} needs.`,
    ...(error.help === undefined ? {} : { help: error.help }),
  };
}

function unlistedValue(model: Model, attribute: number): Problem | null {
  const { texts, elements } = model;
  const value = model.values.textOf(attribute);
  const known = listedValues(model, attribute);
  if (value === null || known.length === 0 || known.includes(value)) return null;
  return {
    code: 'unlisted-value',
    message: `The parameter ${quoted(texts.written(attribute).slice(1))} is ${quoted(value)}, which ${quoted(elements.attributeNameOf(attribute))} does not know.`,
    help: `It has to be ${oneOf(known, value)}.`,
  };
}

/** The values of the enumeration that an attribute takes its values from; none where it is no such. */
function listedValues(model: Model, attribute: number): string[] {
  const type = model.attributeTypeOf(attribute);
  if (type === null || type === 'String' || model.valueTypeOf(attribute) !== null) return [];
  const schema = openScenarioSchema();
  const version = versionIndex(schema, model.document.version);
  const values = schema.simpleTypes.get(type)?.values ?? [];
  return values.filter((value) => holds(value, version)).map(({ name }) => name);
}
