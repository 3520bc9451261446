import type { Found, Tell } from '../../../rules/rule';
import { nearest } from '../../../schema/nearest';
import { quoted, withArticle } from '../../../schema/words';
import { none } from '../../../tree/tree';
import type { Model } from './model';
import {
  declaredOf,
  namedBy,
  naming,
  namingElements,
  type NamedKind,
  type NamedThing,
} from './named';
import { scopeWords } from './scopeWords';

/** The other kind, which is often meant. */
const otherKind = { parameter: 'variable', variable: 'parameter' } as const;

/** Tells of actions and conditions that name a parameter, or a variable, that is not declared. */
export function tellUnresolvedNames(model: Model, kind: NamedKind, tell: Tell): void {
  for (const element of naming(model, kind)) {
    const named = namedBy(model, kind, element);
    if (named.attribute === none) continue;
    const found = problemOf(model, kind, element, named);
    if (found !== null) tell({ ...found, at: model.texts.valueRange(named.attribute) });
  }
}

type Problem = Omit<Found, 'at'>;

function problemOf(
  model: Model,
  kind: NamedKind,
  element: number,
  { attribute, name, declaration, hasDollar }: NamedThing,
): Problem | null {
  const { texts } = model;
  const said = quoted(texts.interner.text(name));
  if (hasDollar) {
    const reference = namingElements[kind].reference;
    return {
      code: 'dollar-in-name',
      severity: 'warning',
      message: `The ${kind} ${said} is named with a \`$\` in front.`,
      help: `\`${reference}\` takes the name itself: leave the \`$\` out.`,
    };
  }
  if (declaration !== none) return null;
  if (name === 0) return empty(model, kind, attribute);
  // What a catalog's entry names may be declared in the scenarios that use it.
  if (model.kind === 'catalog') return null;
  return (
    outOfSight(model, kind, name) ?? {
      code: `unknown-${kind}`,
      message: `There is no ${kind} ${said}.`,
      ...repairOf(model, kind, element, name),
    }
  );
}

/** An empty name; one that comes from elsewhere and is not known is told by others. */
function empty(model: Model, kind: NamedKind, attribute: number): Problem | null {
  if (model.texts.writingOf(attribute) !== 'literal') return null;
  return {
    code: `no-${kind}`,
    // Editors leave such conditions behind, and simulators take them for ones that never hold.
    severity: 'warning',
    message: `No ${kind} is named here.`,
  };
}

function outOfSight(model: Model, kind: NamedKind, name: number): Problem | null {
  const declared = declaredOf(model, kind);
  const declaration = declared.anywhere(name);
  if (declaration === none) return null;
  const where = scopeWords(model, declared.ownerOf(declared.scopeOf(declaration)));
  return {
    code: `${kind}-out-of-sight`,
    // Some simulators keep one list of names for the whole scenario.
    severity: 'warning',
    message: `The ${kind} ${quoted(model.texts.interner.text(name))} is declared for ${where} alone.`,
    help: 'Declare it for the scenario.',
    related: [
      {
        at: model.texts.valueRange(declared.attributeOf(declaration, 'name')),
        message: 'it is declared here',
      },
    ],
  };
}

function repairOf(
  model: Model,
  kind: NamedKind,
  element: number,
  name: number,
): Pick<Found, 'help' | 'related'> {
  const { texts } = model;
  const other = otherKind[kind];
  const asOther = declaredOf(model, other).anywhere(name);
  if (asOther !== none) {
    const at = texts.valueRange(declaredOf(model, other).attributeOf(asOther, 'name'));
    const change =
      other === 'parameter' && kind === 'variable'
        ? 'Declare it in `VariableDeclarations`: parameters keep their value while the scenario runs.'
        : 'Use `VariableAction` and `VariableCondition` for it.';
    return {
      help: change,
      related: [{ at, message: `${withArticle(other)} of this name stands here` }],
    };
  }
  const declared = declaredOf(model, kind);
  const visible = [...declared.visibleFrom(element)].map((at) => declared.nameOf(at));
  const close = nearest(texts.interner.text(name), visible);
  if (close !== null) return { help: `Did you mean ${quoted(close)}?` };
  return { help: `Declare it in \`${namingElements[kind].declarations}\`.` };
}
