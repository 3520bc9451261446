import type { Found, Tell } from '../../../rules/rule';
import { listed, quoted } from '../../../schema/words';
import { none } from '../../../tree/tree';
import { parseLiteral } from '../expressions/literals';
import { isProblem } from '../expressions/problems';
import type { ValueType } from '../expressions/values';
import { orderRules } from './constraints';
import { tellIllTyped } from './declaredValues';
import type { Model } from './model';
import { declaredOf, namedBy, namingElements, type NamedKind } from './named';

/** Types whose values can be added to and multiplied, and ordered. */
const numericTypes: ReadonlySet<ValueType> = new Set([
  'double',
  'int',
  'unsignedInt',
  'unsignedShort',
]);

/** Tells of values that are assigned to or compared with a parameter or variable of another type. */
export function tellIllTypedAccesses(model: Model, kind: NamedKind, tell: Tell): void {
  const { elements } = model;
  const { action, condition } = namingElements[kind];
  for (const element of elements.named(action)) {
    const set = elements.childNamed(element, 'SetAction');
    if (set !== none) tellIllTypedAccess(model, kind, element, set, 'set', tell);
  }
  for (const element of elements.named(condition)) {
    tellIllTypedAccess(model, kind, element, element, 'compared', tell);
  }
}

function tellIllTypedAccess(
  model: Model,
  kind: NamedKind,
  element: number,
  holder: number,
  doing: 'set' | 'compared',
  tell: Tell,
): void {
  const declared = declaredOf(model, kind);
  const { declaration } = namedBy(model, kind, element);
  const type = declaration === none ? null : declared.typeOf(declaration);
  if (type === null) return;
  const of = (): string => {
    const name = quoted(declared.nameOf(declaration));
    return `that the ${kind} ${name} is ${doing === 'set' ? 'set to' : 'compared with'}`;
  };
  tellIllTyped(model, model.elements.attributeOf(holder, 'value'), type, of, (found) => {
    tell({ ...found, related: declarationOf(model, kind, declaration) });
  });
}

/** Tells of sums and products with, and of orders among, values that are no numbers. */
export function tellImpossibleAccesses(model: Model, kind: NamedKind, tell: Tell): void {
  const { elements } = model;
  const { action, condition } = namingElements[kind];
  for (const element of elements.named(action)) {
    const modify = elements.childNamed(element, 'ModifyAction');
    if (modify !== none) tellImpossibleChange(model, kind, element, modify, tell);
  }
  for (const element of elements.named(condition)) {
    tellImpossibleOrder(model, kind, element, tell);
  }
}

function tellImpossibleChange(
  model: Model,
  kind: NamedKind,
  element: number,
  modify: number,
  tell: Tell,
): void {
  const { declaration } = namedBy(model, kind, element);
  const declared = declaredOf(model, kind);
  const type = declaration === none ? null : declared.typeOf(declaration);
  if (type === null || numericTypes.has(type) || isNumberInText(model, kind, declaration)) return;
  tell({
    code: 'not-a-number',
    at: model.texts.tagRange(modify),
    message: `The ${kind} ${quoted(declared.nameOf(declaration))} is a ${quoted(type)}: nothing can be added to it, and it cannot be multiplied.`,
    help: 'Declare it with a number’s type, or use `SetAction`.',
    related: declarationOf(model, kind, declaration),
  });
}

function tellImpossibleOrder(model: Model, kind: NamedKind, element: number, tell: Tell): void {
  const { elements, values, texts } = model;
  const attribute = elements.attributeOf(element, 'rule');
  const rule = values.textOf(attribute);
  if (rule === null || !orderRules.has(rule)) return;
  const { declaration } = namedBy(model, kind, element);
  const declared = declaredOf(model, kind);
  const type = declaration === none ? null : declared.typeOf(declaration);
  // Dates and times come one after the other.
  if (type === null || type === 'dateTime' || numericTypes.has(type)) return;
  const compared = values.textOf(elements.attributeOf(element, 'value'));
  // The class text of 1.0 orders texts that can be read as a number without doubt.
  const isNumber = compared === null || isNumeric(compared);
  if (type === 'string' && isNumber && isNumberInText(model, kind, declaration)) return;
  tell({
    code: 'no-order',
    at: texts.valueRange(attribute),
    message: `The ${kind} ${quoted(declared.nameOf(declaration))} is a ${quoted(type)}, which cannot be compared by ${quoted(rule)}.`,
    help: `Use ${listed(['equalTo', 'notEqualTo'], 'or')}, or declare it with a number’s type.`,
    related: declarationOf(model, kind, declaration),
  });
}

/** Whether something declared as a text holds a number, or something that is not known. */
function isNumberInText(model: Model, kind: NamedKind, declaration: number): boolean {
  const declared = declaredOf(model, kind);
  if (declared.typeOf(declaration) !== 'string') return false;
  const text = model.values.textOf(declared.attributeOf(declaration, 'value'));
  return text === null || isNumeric(text);
}

function isNumeric(text: string): boolean {
  return !isProblem(parseLiteral(text, 'double'));
}

function declarationOf(
  model: Model,
  kind: NamedKind,
  declaration: number,
): NonNullable<Found['related']> {
  const at = declaredOf(model, kind).attributeOf(declaration, 'name');
  return [{ at: model.texts.valueRange(at), message: `the ${kind} is declared here` }];
}
