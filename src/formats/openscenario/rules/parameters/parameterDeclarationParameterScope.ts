import { nearest } from '../../../../schema/nearest';
import { quoted } from '../../../../schema/words';
import type { Found } from '../../../../rules/rule';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { scopeWords } from '../../model/scopeWords';
import type { DocumentRule } from '../kinds';

/** Every `$name` stands for a parameter that is declared around it. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:parameters.parameter_declaration_parameter_scope',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Every parameter that a value refers to is declared around it',
  explanation: {
    asks: 'A value such as $speed takes the value of the parameter of that name. It is looked for in the smallest element around the value that declares it: a maneuver, a story, a vehicle, at last the whole scenario. What is declared inside one element is not known outside of it. Without a value, a simulator stops, or goes on with the characters themselves.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, section 9.1, and Annex C, rule parameter_declaration_parameter_scope; checked here from 1.0 on, where parameters work alike',
    example: {
      wrong:
        '<ParameterDeclaration name="egoSpeed" parameterType="double" value="10"/>\n<AbsoluteTargetSpeed value="$speed"/>',
      right:
        '<ParameterDeclaration name="egoSpeed" parameterType="double" value="10"/>\n<AbsoluteTargetSpeed value="$egoSpeed"/>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    // What a catalog may refer to has a rule of its own; a distribution declares nothing itself.
    if (model.kind !== 'scenario') return;
    const { usages } = model;
    for (let usage = 0; usage < usages.count; usage++) {
      if (usages.declarationOf(usage) === none) tell(unknownParameter(model, usage));
    }
  },
};

function unknownParameter(model: Model, usage: number): Found {
  const { usages, texts } = model;
  const name = usages.names[usage] ?? 0;
  const at = [usages.starts[usage] ?? 0, usages.ends[usage] ?? 0] as const;
  const said = quoted(texts.interner.text(name));
  const repair = repairOf(model, usage);
  if (!isText(model, usage)) {
    const message = `There is no parameter ${said} here.`;
    return { code: 'unknown-parameter', at, message, ...repair };
  }
  // A text may mean the characters themselves, such as a path with a variable of the shell in it.
  return {
    code: 'unknown-parameter-in-text',
    severity: 'info',
    at,
    message: `The text names ${said} after a \`$\`, but there is no such parameter here.`,
    ...repair,
  };
}

/** Whether the characters may stand for themselves: within a text, and in what only looks like an expression. */
function isText(model: Model, usage: number): boolean {
  const { usages } = model;
  const kind = usages.kindOf(usage);
  if (kind !== 'expression') return kind === 'text';
  return model.valueTypeOf(usages.attributes[usage] ?? none) === 'string';
}

function repairOf(model: Model, usage: number): Pick<Found, 'help' | 'related'> {
  const { usages, texts, parameters, variables, elements } = model;
  const id = usages.names[usage] ?? 0;
  const name = texts.interner.text(id);
  const element = elements.elementOf(usages.attributes[usage] ?? 0);
  if (variables.anywhere(id) !== none) {
    const help = `${quoted(name)} is a variable. Its value changes while the scenario runs, so that only a \`VariableCondition\` can ask for it.`;
    return { help };
  }
  const elsewhere = parameters.anywhere(id);
  if (elsewhere !== none) {
    const where = scopeWords(model, parameters.ownerOf(parameters.scopeOf(elsewhere)));
    const related = texts.valueRange(parameters.attributeOf(elsewhere, 'name'));
    return {
      help: `It is declared for ${where} alone. Declare it for the scenario, or for an element around both.`,
      related: [{ at: related, message: `${quoted(name)} is declared here` }],
    };
  }
  const visible = [...parameters.visibleFrom(element)].map((at) => parameters.nameOf(at));
  const close = nearest(name, visible);
  if (close !== null) return { help: `Did you mean ${quoted(close)}?` };
  return { help: 'Declare it in the `ParameterDeclarations` of the scenario.' };
}
