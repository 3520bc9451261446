import { childrenOf, modelOf, type ElementParticle, type SchemaModel } from './model';
import {
  contentIn,
  holds,
  isDeprecated,
  versionIndex,
  type Deprecation,
  type GroupDeclaration,
  type Schema,
} from './schema';

/** The versions that know something, oldest first; empty where none does. */
export type KnownIn = readonly string[];

/** The versions in which a type may contain an element of this name. */
export function childKnownIn(schema: Schema, type: string, element: string): KnownIn {
  return knownIn(schema, (model) => childOf(model, type, element) !== null);
}

/** The versions in which a type has an attribute of this name. */
export function attributeKnownIn(schema: Schema, type: string, attribute: string): KnownIn {
  return knownIn(
    schema,
    (model) => model.types.get(type)?.attributes.some(({ name }) => name === attribute) ?? false,
  );
}

/** The versions in which an enumeration lists this value. */
export function valueKnownIn(schema: Schema, simpleType: string, value: string): KnownIn {
  return knownIn(
    schema,
    (model) =>
      model.simpleTypes.get(simpleType)?.values.some(({ name }) => name === value) ?? false,
  );
}

/** The versions in which a type requires an attribute. */
export function attributeRequiredIn(schema: Schema, type: string, attribute: string): KnownIn {
  return knownIn(schema, (model) => {
    const own = model.types.get(type)?.attributes.find(({ name }) => name === attribute);
    return own?.required ?? false;
  });
}

/** A child element of a type in one version, or `null` where it can have none of this name. */
export function childOf(model: SchemaModel, type: string, element: string): ElementParticle | null {
  const owner = model.types.get(type);
  if (owner === undefined) return null;
  return childrenOf(owner).find((child) => child.name === element) ?? null;
}

/** Why a child element counts as deprecated in a version: it does so itself, or its type does. */
export function childDeprecation(
  schema: Schema,
  version: string,
  type: string,
  element: string,
): Deprecation | null {
  const at = versionIndex(schema, version);
  const owner = schema.types.get(type);
  const part = owner === undefined ? null : findPart(schema, owner, element, at);
  if (part === null) return null;
  if (isDeprecated(part, at)) return part.deprecation;
  const own = schema.types.get(part.type);
  return own !== undefined && isDeprecated(own, at) ? own.deprecation : null;
}

/** Why an attribute counts as deprecated in a version. */
export function attributeDeprecation(
  schema: Schema,
  version: string,
  type: string,
  attribute: string,
): Deprecation | null {
  const at = versionIndex(schema, version);
  const own = schema.types.get(type)?.attributes.find(({ name }) => name === attribute);
  if (own === undefined) return null;
  if (isDeprecated(own, at)) return own.deprecation;
  const simpleType = schema.simpleTypes.get(own.type);
  return simpleType !== undefined && isDeprecated(simpleType, at) ? simpleType.deprecation : null;
}

/** Why a value of an enumeration counts as deprecated in a version. */
export function valueDeprecation(
  schema: Schema,
  version: string,
  simpleType: string,
  value: string,
): Deprecation | null {
  const at = versionIndex(schema, version);
  const own = schema.simpleTypes.get(simpleType)?.values.find(({ name }) => name === value);
  return own !== undefined && isDeprecated(own, at) ? own.deprecation : null;
}

function findPart(
  schema: Schema,
  group: GroupDeclaration,
  element: string,
  at: number,
): {
  name: string;
  type: string;
  since: number;
  until: number;
  deprecation: Deprecation | null;
} | null {
  for (const part of contentIn(group, at)?.parts ?? []) {
    if (!holds(part, at)) continue;
    if (part.kind === 'element') {
      if (part.name === element) return part;
      continue;
    }
    const inner = schema.groups.get(part.type);
    const found = inner === undefined ? null : findPart(schema, inner, element, at);
    if (found !== null) return found;
  }
  return null;
}

function knownIn(schema: Schema, knows: (model: SchemaModel) => boolean): KnownIn {
  return schema.versions.filter((version) => knows(modelOf(schema, version)));
}
