/**
 * A schema through all its versions: one description in which every construct says since when and
 * until when it holds. `notation.ts` reads it from text; `model.ts` resolves one version of it;
 * `history.ts` answers what other versions know. Versions are numbered by their place in
 * `Schema.versions`, oldest first.
 */
export interface Schema {
  readonly versions: readonly string[];
  /** The elements that a document may begin with. */
  readonly roots: readonly RootDeclaration[];
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  readonly groups: ReadonlyMap<string, GroupDeclaration>;
  readonly simpleTypes: ReadonlyMap<string, SimpleTypeDeclaration>;
  readonly patterns: ReadonlyMap<string, PatternDeclaration>;
}

/** The versions in which something holds; both ends are included. */
export interface Validity {
  readonly since: number;
  readonly until: number;
}

/** What takes the place of something deprecated: all of the names, or any one of them. */
export interface Successor {
  /** Elements as they are, perhaps as a path `A/B`; attributes with a leading `@`. */
  readonly names: readonly string[];
  readonly joint: 'and' | 'or';
}

export interface Deprecation {
  readonly since: number;
  readonly successor: Successor | null;
}

/** What every construct has in common. */
export interface Declaration extends Validity {
  readonly name: string;
  readonly deprecation: Deprecation | null;
}

export interface RootDeclaration extends Validity {
  readonly name: string;
  readonly type: string;
}

/** How often a particle occurs; `max` is Infinity where there is no limit. */
export interface Occurrence {
  readonly min: number;
  readonly max: number;
}

/** An occurrence and the version that it holds from, until the next one takes over. */
export interface OccurrenceStep {
  readonly since: number;
  readonly occurs: Occurrence;
}

export interface AttributeDeclaration extends Declaration {
  readonly type: string;
  /** Oldest first, never empty; an attribute is required where `min` is 1. */
  readonly steps: readonly OccurrenceStep[];
}

export interface ParticleDeclaration extends Declaration {
  readonly kind: 'element' | 'group';
  /** Type of an element; for a group, the group's name. */
  readonly type: string;
  readonly steps: readonly OccurrenceStep[];
}

export type Compositor = 'sequence' | 'choice' | 'all';

export interface ContentDeclaration extends Validity {
  readonly kind: Compositor | 'text';
  readonly parts: readonly ParticleDeclaration[];
  /** Last version in which each part could be left out, or -1. */
  readonly emptyUntil: number;
}

export interface GroupDeclaration extends Declaration {
  readonly contents: readonly ContentDeclaration[];
}

/** A complex type: attributes, and in each version at most one content. */
export interface TypeDeclaration extends GroupDeclaration {
  readonly attributes: readonly AttributeDeclaration[];
}

/** Values that satisfy a regular expression (see `pattern.ts` for what one may hold). */
export interface PatternDeclaration extends Declaration {
  readonly pattern: string;
  /** A value that matches, for messages; may be empty. */
  readonly example: string;
}

export interface SimpleTypeDeclaration extends Declaration {
  /** Built-in types and patterns, any of which may accept a value. */
  readonly members: readonly string[];
  /** The listed values of an enumeration; empty for any other type. */
  readonly values: readonly Declaration[];
}

/** Whether something holds in a version. */
export function holds(validity: Validity, version: number): boolean {
  return version >= validity.since && version <= validity.until;
}

/** Whether something is deprecated in a version. */
export function isDeprecated(declaration: Declaration, version: number): boolean {
  return declaration.deprecation !== null && version >= declaration.deprecation.since;
}

/** How often a particle or attribute occurs in a version that it holds in. */
export function occurrenceIn(steps: readonly OccurrenceStep[], version: number): Occurrence {
  const step = steps.findLast(({ since }) => since <= version) ?? steps[0];
  if (step === undefined) throw new Error('A declaration without any occurrence');
  return step.occurs;
}

/** The content of a type or group in a version, or `null` where it is empty. */
export function contentIn(group: GroupDeclaration, version: number): ContentDeclaration | null {
  return group.contents.find((content) => holds(content, version)) ?? null;
}

/** The number of a version; throws a RangeError for one that the schema does not know. */
export function versionIndex(schema: Schema, version: string): number {
  const index = schema.versions.indexOf(version);
  if (index < 0) {
    throw new RangeError(`No version ${version}; there are ${schema.versions.join(', ')}`);
  }
  return index;
}
