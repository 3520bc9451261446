import { isDeprecated, holds, type Schema, type Declaration } from '../src/schema/schema';
import type { Particle, SchemaModel, TypeModel } from '../src/schema/model';
import { builtin } from '../src/schema/tables';
import type { Xsd, XsdParticle, XsdType } from './xsd';

/**
 * Both sides of the comparison written the same way, as one line for each type and for each thing
 * that is deprecated. Order is kept where it means something, in a sequence, and sorted elsewhere.
 */

interface Shape {
  readonly kind: string;
  readonly name?: string;
  readonly type?: string;
  readonly min: number;
  readonly max: number;
  readonly parts?: readonly Shape[];
}

function writeShape(shape: Shape): string {
  const times = shape.min === 1 && shape.max === 1 ? '' : `{${shape.min},${shape.max}}`;
  if (shape.parts === undefined) return `${shape.name}:${shape.type}${times}`;
  const parts = shape.parts.map(writeShape);
  if (shape.kind !== 'sequence') parts.sort();
  return `${shape.kind}(${parts.join(', ')})${times}`;
}

interface TypeShape {
  readonly content: string;
  readonly attributes: readonly string[];
}

function writeType({ content, attributes }: TypeShape): string {
  return [content, ...[...attributes].sort()].join(' ');
}

const attribute = (name: string, type: string, required: boolean): string =>
  `@${name}:${type}${required ? '' : '?'}`;

/** Complex types of an XSD, by name. */
export function xsdTypes(xsd: Xsd): Record<string, string> {
  const write = (type: XsdType): string =>
    writeType({
      content: content(type.content),
      attributes: [...type.attributes].map(([name, { type: of, required }]) =>
        attribute(name, of, required),
      ),
    });
  const content = (of: XsdParticle | 'text' | null): string => {
    if (of === null) return 'empty';
    return of === 'text' ? 'text' : writeShape(of);
  };
  return byName([...xsd.types].map(([name, type]) => [name, write(type)]));
}

/** Complex types of our model, by name. */
export function modelTypes(model: SchemaModel): Record<string, string> {
  const shape = (particle: Particle): Shape =>
    particle.kind === 'element' ? particle : { ...particle, parts: particle.parts.map(shape) };
  const write = ({ content, attributes }: TypeModel): string =>
    writeType({
      content: content.kind === 'elements' ? writeShape(shape(content.model)) : content.kind,
      attributes: attributes.map(({ name, type, required }) => attribute(name, type, required)),
    });
  return byName([...model.types].map(([name, type]) => [name, write(type)]));
}

/** Simple types of an XSD, by name, without the patterns, whose languages are compared instead. */
export function xsdSimpleTypes(xsd: Xsd): Record<string, string> {
  const types = [...xsd.simpleTypes].filter(([, type]) => type.pattern === null);
  return byName(
    types.map(([name, type]) => [name, members(type.members, [...type.values.keys()])]),
  );
}

/** Simple types of our model, by name. */
export function modelSimpleTypes(model: SchemaModel): Record<string, string> {
  return byName(
    [...model.simpleTypes].map(([name, type]) => {
      const of = type.patterns.map((pattern) => pattern.name);
      if (builtin[type.builtin] !== builtin.none) of.push(type.builtin);
      const values = type.values.map((value) => value.name);
      return [name, members(of, values)];
    }),
  );
}

function members(types: readonly string[], values: readonly string[]): string {
  return [...[...types].sort(), ...[...values].sort().map((value) => `'${value}'`)].join(' | ');
}

/** Everything that an XSD marks as deprecated. */
export function xsdDeprecations(xsd: Xsd): string[] {
  const found: string[] = [];
  const visit = (type: string, particle: XsdParticle): void => {
    if (particle.kind !== 'element') for (const part of particle.parts) visit(type, part);
    else if (particle.deprecated) found.push(`${type}/${particle.name}`);
  };
  for (const [name, type] of xsd.types) {
    if (type.deprecated) found.push(name);
    for (const [own, { deprecated }] of type.attributes)
      if (deprecated) found.push(`${name}/@${own}`);
    if (type.content !== null && type.content !== 'text') visit(name, type.content);
  }
  for (const [name, type] of xsd.simpleTypes) {
    if (type.deprecated) found.push(name);
    for (const [value, { deprecated }] of type.values)
      if (deprecated) found.push(`${name}='${value}'`);
  }
  return found.sort();
}

/** Everything that our tables mark as deprecated in a version, by its number. */
export function schemaDeprecations(schema: Schema, at: number): string[] {
  const found: string[] = [];
  const note = (declaration: Declaration, text: string): void => {
    if (holds(declaration, at) && isDeprecated(declaration, at)) found.push(text);
  };
  for (const type of schema.types.values()) {
    note(type, type.name);
    for (const own of type.attributes) note(own, `${type.name}/@${own.name}`);
    for (const content of type.contents.filter((one) => holds(one, at))) {
      for (const part of content.parts) note(part, `${type.name}/${part.name}`);
    }
  }
  for (const type of schema.simpleTypes.values()) {
    note(type, type.name);
    for (const value of type.values) note(value, `${type.name}='${value.name}'`);
  }
  return found.sort();
}

function byName(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
