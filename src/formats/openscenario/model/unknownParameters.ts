import type { Found } from '../../../rules/rule';
import { nearest } from '../../../schema/nearest';
import { quoted } from '../../../schema/words';
import { firstAbove } from '../../../tree/columns';
import { none } from '../../../tree/tree';
import type { Model } from './model';
import { scopeWords } from './scopeWords';

/**
 * Attributes that name something by a parameter: where that is not declared nothing is named, which
 * belongs to the rules on these references, as the checker bundle of the standard has it.
 */
const referringAttributes = ['entityRef', 'masterEntityRef', 'storyboardElementRef'] as const;

/** Whether a usage is the whole of a reference to something else, and is told with that. */
export function isToldAsReference(model: Model, usage: number): boolean {
  const { usages, elements } = model;
  const attribute = usages.attributes[usage] ?? none;
  const name = elements.attributeNameIdOf(attribute);
  if (!referringAttributes.some((one) => elements.names.idOf(one) === name)) return false;
  return usages.kindOf(usage) === 'whole';
}

/** The finding on a reference by a parameter that is not declared; `null` where it is declared. */
export function unknownReference(model: Model, attribute: number): Found | null {
  const { usages } = model;
  const usage = firstAbove(usages.attributes, attribute - 1, 0, usages.count);
  if (usages.attributes[usage] !== attribute || !isToldAsReference(model, usage)) return null;
  return usages.declarationOf(usage) === none ? unknownParameter(model, usage) : null;
}

/** The finding on a usage of a parameter that is not declared around it. */
export function unknownParameter(model: Model, usage: number): Found {
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
