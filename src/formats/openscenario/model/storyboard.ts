import { none } from '../../../tree/tree';
import type { Model } from './model';
import { nameIdOf } from './names';

/** Storyboard elements that have names, as `StoryboardElementType` spells them, from the outermost in. */
export const storyboardTypes = [
  'story',
  'act',
  'maneuverGroup',
  'maneuver',
  'event',
  'action',
] as const;
export type StoryboardType = (typeof storyboardTypes)[number];

/** How messages name the types, with their articles. */
const nouns: Readonly<Record<StoryboardType, string>> = {
  story: 'a story',
  act: 'an act',
  maneuverGroup: 'a maneuver group',
  maneuver: 'a maneuver',
  event: 'an event',
  action: 'an action',
};

/** What separates the names of a path from the outside in (section 7.2, names and references). */
export const pathSeparator = '::';

/** Name of the XML element of a type. */
export function tagOf(type: StoryboardType): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}

/** The XML elements of the types, in the same order. */
const tags = storyboardTypes.map(tagOf);

/** "an event", or without its article "event". */
export function nounOf(type: StoryboardType, article: 'with article' | 'bare' = 'bare'): string {
  const noun = nouns[type];
  return article === 'bare' ? noun.slice(noun.indexOf(' ') + 1) : noun;
}

/** References to maneuvers in catalogs: what is in those cannot be seen from here. */
export function maneuversFromCatalogs({ elements }: Model): Uint32Array {
  const references = elements.named('CatalogReference');
  const group = elements.names.idOf('ManeuverGroup');
  const isManeuver = (reference: number): boolean =>
    elements.nameIdOf(elements.parentOf(reference)) === group;
  return references.length === 0 ? references : references.filter(isManeuver);
}

/**
 * The named elements of the storyboard, or of a catalog's maneuvers: each is a number, in document
 * order within its type. A maneuver that stands in a catalog counts as one, by the name of the entry.
 */
export class StoryboardElements {
  readonly #model: Model;
  /** The elements, one type after the other, and the types' places in `storyboardTypes`. */
  readonly elements: number[] = [];
  readonly types: number[] = [];
  /** The interned names; 0 where a name is empty or cannot be known. */
  readonly names: number[] = [];
  /** The last of each name by the name, and for each the one before it of the same name; plus 1. */
  #lasts: Uint32Array | undefined;
  #before: Uint32Array | undefined;
  /** Numbers by elements, plus 1; 0 for other elements. */
  readonly #numbers: Uint32Array;
  #complete = true;

  constructor(model: Model) {
    this.#model = model;
    const { elements } = model;
    this.#numbers = new Uint32Array(elements.elements);
    for (const [type, tag] of tags.entries()) {
      this.#add(elements.named(tag), type, 'name');
      if (storyboardTypes[type] === 'maneuver') {
        this.#add(maneuversFromCatalogs(model), type, 'entryName');
      }
    }
  }

  #add(some: Uint32Array, type: number, attributeName: string): void {
    const { elements, texts } = this.#model;
    const nameId = elements.names.idOf(attributeName);
    for (const element of some) {
      const attribute = elements.attributeWithNameId(element, nameId);
      const name = nameIdOf(this.#model, attribute);
      this.elements.push(element);
      this.types.push(type);
      this.names.push(name);
      this.#numbers[element] = this.elements.length;
      if (name === 0 && texts.writingOf(attribute) !== 'literal') this.#complete = false;
    }
  }

  /** Links those of each name, when the first of them is looked for. */
  #link(): Uint32Array {
    const lasts = new Uint32Array(this.#model.texts.interner.count + 1);
    const before = new Uint32Array(this.count);
    for (let number = 0; number < this.count; number++) {
      const name = this.names[number] ?? 0;
      before[number] = lasts[name] ?? 0;
      lasts[name] = number + 1;
    }
    this.#before = before;
    return (this.#lasts = lasts);
  }

  /** Number of named elements. */
  get count(): number {
    return this.elements.length;
  }

  /** False where a name cannot be known, so that any reference might mean that element. */
  get complete(): boolean {
    return this.#complete;
  }

  typeOf(number: number): StoryboardType {
    return storyboardTypes[this.types[number] ?? 0] ?? 'story';
  }

  /** The number of an element, or `none` where it is none of these. */
  numberOf(element: number): number {
    return (this.#numbers[element] ?? 0) - 1;
  }

  /** The number of the named element directly around one, or `none` for the outermost. */
  around(number: number): number {
    return this.numberOf(this.#model.elements.parentOf(this.elements[number] ?? none));
  }

  /**
   * All elements that a reference may mean, in document order within their types: those of its last
   * name whose enclosing elements have the names in front of it, from the inside out.
   */
  meantBy(reference: string): number[] {
    const { texts } = this.#model;
    const found: number[] = this.#named(texts.idOf(reference));
    if (found.length > 0 || !reference.includes(pathSeparator)) return found;
    const names = reference.split(pathSeparator).map((name) => texts.idOf(name));
    return this.#named(names.at(-1) ?? 0).filter((number) => {
      let around = number;
      for (let at = names.length - 1; at >= 0; at--) {
        if (around === none || this.names[around] !== names[at]) return false;
        around = this.around(around);
      }
      return true;
    });
  }

  /** The names from the outermost element down to this one, as a reference would write them. */
  pathOf(number: number): string {
    const names: string[] = [];
    for (let at = number; at !== none; at = this.around(at)) names.unshift(this.nameOf(at));
    return names.join(pathSeparator);
  }

  nameOf(number: number): string {
    return this.#model.texts.interner.text(this.names[number] ?? 0);
  }

  #named(name: number): number[] {
    const found: number[] = [];
    if (name === 0) return found;
    const lasts = this.#lasts ?? this.#link();
    // Names that were met later than these are nobody's here.
    let number = lasts[name] ?? 0;
    for (; number !== 0; number = this.#before?.[number - 1] ?? 0) found.push(number - 1);
    return found.reverse();
  }
}
