import {
  contentIn,
  holds,
  isDeprecated,
  occurrenceIn,
  versionIndex,
  type ContentDeclaration,
  type GroupDeclaration,
  type ParticleDeclaration,
  type PatternDeclaration,
  type Schema,
  type SimpleTypeDeclaration,
  type TypeDeclaration,
} from './schema';
import { builtin } from './tables';

/** Names of the built-in types. */
export type Builtin = keyof typeof builtin;

/** One version of a schema, resolved: no groups by name, no versions, no changes over time. */
export interface SchemaModel {
  readonly version: string;
  readonly roots: readonly { readonly name: string; readonly type: string }[];
  readonly types: ReadonlyMap<string, TypeModel>;
  readonly simpleTypes: ReadonlyMap<string, SimpleTypeModel>;
}

export interface TypeModel {
  readonly name: string;
  readonly deprecated: boolean;
  readonly attributes: readonly AttributeModel[];
  readonly content: Content;
}

export type Content =
  { readonly kind: 'empty' | 'text' } | { readonly kind: 'elements'; readonly model: ModelGroup };

export type Particle = ElementParticle | ModelGroup;

export interface ElementParticle {
  readonly kind: 'element';
  readonly name: string;
  readonly type: string;
  readonly min: number;
  /** Infinity where there is no limit. */
  readonly max: number;
  /**
   * Whether it is to be reported as deprecated: it is so itself, or its type is. Within a type that
   * is deprecated as a whole nothing is, since the warning has been given where that was entered.
   */
  readonly deprecated: boolean;
}

export interface ModelGroup {
  readonly kind: 'sequence' | 'choice' | 'all';
  readonly parts: readonly Particle[];
  readonly min: number;
  readonly max: number;
}

export interface AttributeModel {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** True also where the attribute's simple type is deprecated as a whole. */
  readonly deprecated: boolean;
}

export interface SimpleTypeModel {
  readonly name: string;
  readonly builtin: Builtin;
  readonly patterns: readonly PatternDeclaration[];
  /** The values of an enumeration, in schema order; empty for any other type. */
  readonly values: readonly {
    readonly name: string;
    readonly deprecated: boolean;
  }[];
}

const models = new WeakMap<Schema, Map<string, SchemaModel>>();

/** One version of a schema, resolved once and kept. Throws a RangeError for an unknown version. */
export function modelOf(schema: Schema, version: string): SchemaModel {
  let known = models.get(schema);
  if (known === undefined) models.set(schema, (known = new Map<string, SchemaModel>()));
  let model = known.get(version);
  if (model === undefined) known.set(version, (model = resolve(schema, version)));
  return model;
}

/** Every element that a type may contain, in schema order, each name once. */
export function childrenOf(type: TypeModel): ElementParticle[] {
  const children = new Map<string, ElementParticle>();
  const visit = (particle: Particle): void => {
    if (particle.kind !== 'element') particle.parts.forEach(visit);
    else if (!children.has(particle.name)) children.set(particle.name, particle);
  };
  if (type.content.kind === 'elements') visit(type.content.model);
  return [...children.values()];
}

function resolve(schema: Schema, version: string): SchemaModel {
  const at = versionIndex(schema, version);
  const types = new Map<string, TypeModel>();
  for (const type of schema.types.values()) {
    if (holds(type, at)) types.set(type.name, resolveType(schema, type, at));
  }
  const simpleTypes = new Map<string, SimpleTypeModel>();
  for (const type of schema.simpleTypes.values()) {
    if (holds(type, at)) simpleTypes.set(type.name, resolveSimpleType(schema, type, at));
  }
  const roots = schema.roots.filter((root) => holds(root, at));
  return { version, roots, types, simpleTypes };
}

function resolveType(schema: Schema, type: TypeDeclaration, at: number): TypeModel {
  const deprecated = isDeprecated(type, at);
  const attributes = type.attributes
    .filter((attribute) => holds(attribute, at))
    .map((attribute) => ({
      name: attribute.name,
      type: attribute.type,
      required: occurrenceIn(attribute.steps, at).min > 0,
      deprecated: !deprecated && (isDeprecated(attribute, at) || hasDeprecatedType(attribute.type)),
    }));
  return { name: type.name, deprecated, attributes, content: contentOf() };

  function hasDeprecatedType(name: string): boolean {
    const simpleType = schema.simpleTypes.get(name);
    return simpleType !== undefined && isDeprecated(simpleType, at);
  }

  function contentOf(): Content {
    const content = contentIn(type, at);
    if (content === null) return { kind: 'empty' };
    if (content.kind === 'text') return { kind: 'text' };
    const model = resolveGroup(schema, content, { min: 1, max: 1 }, at, deprecated);
    return { kind: 'elements', model };
  }
}

function resolveGroup(
  schema: Schema,
  content: ContentDeclaration,
  times: { min: number; max: number },
  at: number,
  within: boolean,
): ModelGroup {
  if (content.kind === 'text') throw new Error('Text can be no part of a content');
  const parts = content.parts
    .filter((part) => holds(part, at))
    .map((part) => resolvePart(schema, part, at <= content.emptyUntil, at, within));
  return { kind: content.kind, parts, ...times };
}

function resolvePart(
  schema: Schema,
  part: ParticleDeclaration,
  omissible: boolean,
  at: number,
  within: boolean,
): Particle {
  const occurs = occurrenceIn(part.steps, at);
  const times = { min: omissible ? 0 : occurs.min, max: occurs.max };
  if (part.kind === 'element') {
    const type = schema.types.get(part.type);
    const entersDeprecated = type !== undefined && isDeprecated(type, at);
    const deprecated = !within && (isDeprecated(part, at) || entersDeprecated);
    return {
      kind: 'element',
      name: part.name,
      type: part.type,
      ...times,
      deprecated,
    };
  }
  const content = contentIn(groupNamed(schema, part.type), at);
  if (content === null) throw new Error(`Group \`${part.type}\` is empty in this version`);
  return resolveGroup(schema, content, times, at, within);
}

function groupNamed(schema: Schema, name: string): GroupDeclaration {
  const group = schema.groups.get(name);
  if (group === undefined) throw new Error(`No group \`${name}\``);
  return group;
}

function resolveSimpleType(
  schema: Schema,
  type: SimpleTypeDeclaration,
  at: number,
): SimpleTypeModel {
  const patterns = type.members.flatMap((member) => {
    const pattern = schema.patterns.get(member);
    return pattern !== undefined && holds(pattern, at) ? [pattern] : [];
  });
  const whole = isDeprecated(type, at);
  const values = type.values
    .filter((value) => holds(value, at))
    .map((value) => ({
      name: value.name,
      deprecated: !whole && isDeprecated(value, at),
    }));
  return {
    name: type.name,
    builtin: type.members.find(isBuiltin) ?? 'none',
    patterns,
    values,
  };
}

function isBuiltin(name: string): name is Builtin {
  return Object.hasOwn(builtin, name);
}
