import { none } from '../../../tree/tree';
import type { ValueType } from '../expressions/values';
import type { Model } from './model';
import { declaredOf, namedBy, namingElements, type NamedKind } from './named';

/** The value types of the schema's simple types that an expression may stand for, by name. */
const ofSimpleType: ReadonlyMap<string, ValueType> = new Map([
  ['Boolean', 'boolean'],
  ['Double', 'double'],
  ['Int', 'int'],
  ['UnsignedInt', 'unsignedInt'],
  ['UnsignedShort', 'unsignedShort'],
  ['DateTime', 'dateTime'],
]);

/** The value type of a simple type of the schema by its name; `null` for texts and enumerations. */
export function valueTypeNamedBy(simpleType: string): ValueType | null {
  return ofSimpleType.get(simpleType) ?? null;
}

const kinds: readonly NamedKind[] = ['parameter', 'variable'];

/**
 * The type that an attribute's value is to have: the schema's, or, where that says no more than text,
 * the one that the parameter or variable is declared with whose value it is. `null` for enumerations,
 * and where it is declared elsewhere (what a catalog's entry is given) or not at all.
 */
export function valueTypeOf(model: Model, attribute: number): ValueType | null {
  const simple = model.attributeTypeOf(attribute);
  if (simple !== 'String') return valueTypeNamedBy(simple ?? '');
  const { elements } = model;
  if (elements.attributeNameOf(attribute) !== 'value') return 'string';
  const element = elements.elementOf(attribute);
  const name = elements.nameOf(element);
  if (name === 'ParameterAssignment') return null;
  for (const kind of kinds) {
    const declaration = declarationBehind(model, kind, element, name);
    if (declaration === 'other') continue;
    return declaration === none ? null : declaredOf(model, kind).typeOf(declaration);
  }
  return 'string';
}

/** The declaration whose value an element gives, sets or compares; `other` for any other element. */
function declarationBehind(
  model: Model,
  kind: NamedKind,
  element: number,
  name: string,
): number | 'other' {
  const { action, condition } = namingElements[kind];
  const { elements } = model;
  if (name === condition) return namedBy(model, kind, element).declaration;
  if (name === 'SetAction') {
    const parent = elements.parentOf(element);
    return elements.nameOf(parent) === action ? namedBy(model, kind, parent).declaration : 'other';
  }
  const around = declaredOf(model, kind).around(element);
  return around === none ? 'other' : around;
}
