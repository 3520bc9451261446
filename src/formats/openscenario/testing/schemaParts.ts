import type { ContentDeclaration } from '../../../schema/schema';
import { openScenarioSchema } from '../schema';

/** What a type of the schema may hold in one version or another. */
interface TypeParts {
  readonly type: string;
  readonly attributes: ReadonlySet<string>;
  readonly children: ReadonlySet<string>;
}

/** The types that an element's name stands for, in whatever place and version. */
export function partsOf(element: string): TypeParts[] {
  return [...(typesByElement().get(element) ?? [])].map(partsOfType);
}

/** The elements of a type, by their names. */
export function elementsOfType(type: string): string[] {
  return [...typesByElement()].filter(([, types]) => types.has(type)).map(([name]) => name);
}

function typesByElement(): Map<string, Set<string>> {
  const { types, groups } = openScenarioSchema();
  const found = new Map<string, Set<string>>();
  for (const { contents } of [...types.values(), ...groups.values()]) {
    for (const part of contents.flatMap(({ parts }) => parts)) {
      if (part.kind === 'element') {
        found.set(part.name, (found.get(part.name) ?? new Set()).add(part.type));
      }
    }
  }
  return found;
}

function partsOfType(type: string): TypeParts {
  const declaration = openScenarioSchema().types.get(type);
  return {
    type,
    attributes: new Set(declaration?.attributes.map(({ name }) => name)),
    children: new Set(childrenIn(declaration?.contents ?? [])),
  };
}

function childrenIn(contents: readonly ContentDeclaration[]): string[] {
  const { groups } = openScenarioSchema();
  return contents
    .flatMap(({ parts }) => parts)
    .flatMap((part) =>
      part.kind === 'element' ? [part.name] : childrenIn(groups.get(part.type)?.contents ?? []),
    );
}
