import { none } from '../../../tree/tree';
import type { Declarations } from './declarations';
import type { Model } from './model';
import { nameIdOf } from './names';

/** What actions and conditions can name: parameters (deprecated from 1.2), and variables since then. */
export type NamedKind = 'parameter' | 'variable';

interface NamingElements {
  readonly declarations: 'ParameterDeclarations' | 'VariableDeclarations';
  readonly action: string;
  readonly condition: string;
  /** The attribute of both that names it. */
  readonly reference: string;
}

/** The elements and attributes that set, change and compare each kind. */
export const namingElements: Readonly<Record<NamedKind, NamingElements>> = {
  parameter: {
    declarations: 'ParameterDeclarations',
    action: 'ParameterAction',
    condition: 'ParameterCondition',
    reference: 'parameterRef',
  },
  variable: {
    declarations: 'VariableDeclarations',
    action: 'VariableAction',
    condition: 'VariableCondition',
    reference: 'variableRef',
  },
};

/** What is declared of a kind. */
export function declaredOf(model: Model, kind: NamedKind): Declarations {
  return kind === 'parameter' ? model.parameters : model.variables;
}

/** The actions and conditions that name something of a kind, in document order of each. */
export function* naming(model: Model, kind: NamedKind): Generator<number, void, undefined> {
  const { action, condition } = namingElements[kind];
  yield* model.elements.named(action);
  yield* model.elements.named(condition);
}

/** What an action or condition names, and how far it is known. */
export interface NamedThing {
  /** The attribute that names it. */
  readonly attribute: number;
  /** The name, as far as it can be known; 0 where it is empty or unknown. */
  readonly name: number;
  /** The declaration that can be seen from there, or `none`. */
  readonly declaration: number;
  /** Whether it is written with a `$` although its name is meant, not a parameter with the name in it. */
  readonly hasDollar: boolean;
}

/** What an action or condition of a kind names. */
export function namedBy(model: Model, kind: NamedKind, element: number): NamedThing {
  const { elements, texts } = model;
  const declared = declaredOf(model, kind);
  const attribute = elements.attributeOf(element, namingElements[kind].reference);
  const isLiteral = texts.writingOf(attribute) === 'literal';
  const name = nameIdOf(model, attribute);
  const declaration = name === 0 ? none : declared.lookUp(name, element);
  if (isLiteral || declaration !== none) return { attribute, name, declaration, hasDollar: false };
  const bare = texts.bareId(attribute);
  const meant = declared.lookUp(bare, element);
  if (meant === none) return { attribute, name, declaration, hasDollar: false };
  return { attribute, name: bare, declaration: meant, hasDollar: true };
}
