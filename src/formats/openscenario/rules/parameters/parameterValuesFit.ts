import type { Found } from '../../../../rules/rule';
import { holds, versionIndex } from '../../../../schema/schema';
import { oneOf, quoted, withArticle } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { givenBy } from '../../model/givenBy';
import type { Model } from '../../model/model';
import { readAs } from '../../model/readAs';
import { valueTypeNamedBy } from '../../model/valueTypes';
import { isProblem } from '../../expressions/problems';
import { formatValue, type TypedValue, type ValueType } from '../../expressions/values';
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
      const declaration = usages.declarationOf(usage);
      const value = declaration === none ? null : model.values.parameter(declaration);
      const problem = value && problemOf(model, usages.attributes[usage] ?? none, value);
      if (problem) tell({ ...problem, ...placesOf(model, usage) });
    }
  },
};

type Problem = Pick<Found, 'code' | 'message' | 'help'>;

function placesOf(model: Model, usage: number): Pick<Found, 'at' | 'related'> {
  const { usages } = model;
  return {
    at: [usages.starts[usage] ?? 0, usages.ends[usage] ?? 0],
    ...givenBy(model, usages.attributes[usage] ?? none),
  };
}

function problemOf(model: Model, attribute: number, value: TypedValue): Problem | null {
  const simple = model.attributeTypeOf(attribute);
  // Any value is a text; where a text has to be more, rules about what it stands for tell.
  if (simple === null || simple === 'String') return null;
  const type = valueTypeNamedBy(simple);
  return type === null
    ? unlistedValue(model, attribute, simple)
    : unfitValue(model, attribute, value, type);
}

function unfitValue(
  model: Model,
  attribute: number,
  value: TypedValue,
  type: ValueType,
): Problem | null {
  const read = readAs(value, type);
  if (!isProblem(read)) return null;
  return {
    code: 'unfit-value',
    message: `The parameter ${quoted(model.texts.written(attribute).slice(1))} is ${quoted(formatValue(value))}, not ${withArticle(quoted(type))}, which ${quoted(model.elements.attributeNameOf(attribute))} needs.`,
    ...(read.help === undefined ? {} : { help: read.help }),
  };
}

function unlistedValue(model: Model, attribute: number, simpleType: string): Problem | null {
  const { texts, elements } = model;
  const value = model.values.textOf(attribute);
  const known = listedValues(simpleType, model.document.version);
  if (value === null || known.length === 0 || known.includes(value)) return null;
  return {
    code: 'unlisted-value',
    message: `The parameter ${quoted(texts.written(attribute).slice(1))} is ${quoted(value)}, which ${quoted(elements.attributeNameOf(attribute))} does not know.`,
    help: `It has to be ${oneOf(known, value)}.`,
  };
}

/** The values of an enumeration in a version; none for any other type. */
function listedValues(simpleType: string, version: string): string[] {
  const schema = openScenarioSchema();
  const index = versionIndex(schema, version);
  const values = schema.simpleTypes.get(simpleType)?.values ?? [];
  return values.filter((value) => holds(value, index)).map(({ name }) => name);
}
