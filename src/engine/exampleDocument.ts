import type { Particle, SchemaModel, SimpleTypeModel, TypeModel } from '../schema/model';

/** Elements deeper than this are left empty, whatever they would have to hold. */
const deepest = 24;

/**
 * A document of about `bytes` bytes in the shape that a schema version prescribes, as far as a shape
 * can be filled without knowing what it means: for making the engine ready, not for anyone to read.
 */
export function exampleDocument(model: SchemaModel, bytes: number): string {
  const [root] = model.roots;
  const type = root && model.types.get(root.type);
  if (!root || !type) return '';
  const writer = new ExampleWriter(model, bytes);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writer.element(root.name, type, 0)}`;
}

class ExampleWriter {
  readonly #model: SchemaModel;
  #left: number;
  /** Each choice is made differently from the one before. */
  #choices = 0;

  constructor(model: SchemaModel, bytes: number) {
    this.#model = model;
    this.#left = bytes;
  }

  element(name: string, type: TypeModel, depth: number): string {
    const attributes = type.attributes
      .filter(({ required, deprecated }) => required || (!deprecated && this.#left > 0))
      .map((attribute) => ` ${attribute.name}="${this.#value(attribute.type)}"`);
    const indent = '  '.repeat(depth);
    const tag = `${indent}<${name}${attributes.join('')}`;
    this.#left -= tag.length + 3;
    const inner =
      type.content.kind === 'elements' && depth < deepest
        ? this.#particle(type.content.model, depth + 1)
        : '';
    return inner === '' ? `${tag}/>\n` : `${tag}>\n${inner}${indent}</${name}>\n`;
  }

  #particle(particle: Particle, depth: number): string {
    // Optional things while there is room, and few of each.
    const wanted = this.#left > 0 ? 2 : 0;
    const times = Math.min(particle.max, Math.max(particle.min, wanted));
    return Array.from({ length: times }, () => this.#once(particle, depth)).join('');
  }

  #once(particle: Particle, depth: number): string {
    if (particle.kind === 'element') {
      const type = this.#model.types.get(particle.type);
      return type ? this.element(particle.name, type, depth) : '';
    }
    const { parts } = particle;
    if (particle.kind !== 'choice') {
      return parts.map((part) => this.#particle(part, depth)).join('');
    }
    const part = parts[this.#choices++ % parts.length];
    return part ? this.#once(part, depth) : '';
  }

  #value(name: string): string {
    const type = this.#model.simpleTypes.get(name);
    return type?.values[0]?.name ?? values[type?.builtin ?? 'string'];
  }
}

const values: Record<SimpleTypeModel['builtin'], string> = {
  none: 'a',
  string: 'a name',
  boolean: 'true',
  double: '12.5',
  int: '1',
  unsignedInt: '1',
  unsignedShort: '1',
  dateTime: '2020-01-01T00:00:00',
};
