import type { Schema, TypeDeclaration, Validity, GroupDeclaration } from './schema';
import { builtin } from './tables';

/**
 * Makes sure that whatever a schema refers to exists, at least as long as what refers to it.
 * Throws an Error that names both ends.
 */
export function checkReferences(schema: Schema): void {
  for (const root of schema.roots) {
    expect(schema, schema.types.get(root.type), root, `Root \`${root.name}\``, root.type);
  }
  for (const type of schema.types.values()) {
    checkAttributes(schema, type);
    checkContents(schema, type);
  }
  for (const group of schema.groups.values()) checkContents(schema, group);
  for (const simple of schema.simpleTypes.values()) {
    for (const member of simple.members) {
      if (Object.hasOwn(builtin, member) || schema.patterns.has(member)) continue;
      throw new Error(`\`${simple.name}\` accepts \`${member}\`, which nothing declares`);
    }
  }
}

function checkAttributes(schema: Schema, type: TypeDeclaration): void {
  for (const attribute of type.attributes) {
    const from = within(attribute, type);
    const what = `\`${type.name}/@${attribute.name}\``;
    expect(schema, schema.simpleTypes.get(attribute.type), from, what, attribute.type);
  }
}

function checkContents(schema: Schema, group: GroupDeclaration): void {
  for (const content of group.contents) {
    for (const part of content.parts) {
      const from = within(part, within(content, group));
      const what = `\`${group.name}/${part.name}\``;
      const target = part.kind === 'group' ? schema.groups : schema.types;
      expect(schema, target.get(part.type), from, what, part.type);
    }
  }
}

/** The versions in which both hold. */
function within(inner: Validity, outer: Validity): Validity {
  return {
    since: Math.max(inner.since, outer.since),
    until: Math.min(inner.until, outer.until),
  };
}

function expect(
  schema: Schema,
  target: Validity | undefined,
  from: Validity,
  what: string,
  name: string,
): void {
  if (target === undefined)
    throw new Error(`${what} refers to \`${name}\`, which nothing declares`);
  if (from.since < target.since || from.until > target.until) {
    const span = `${schema.versions[target.since]} to ${schema.versions[target.until]}`;
    throw new Error(`${what} refers to \`${name}\`, which exists from ${span} only`);
  }
}
