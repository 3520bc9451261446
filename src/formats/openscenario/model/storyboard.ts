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

/** "an event", or without its article "event". */
export function nounOf(type: StoryboardType, article: 'with article' | 'bare' = 'bare'): string {
  const noun = nouns[type];
  return article === 'bare' ? noun.slice(noun.indexOf(' ') + 1) : noun;
}

/** References to maneuvers in catalogs: what is in those cannot be seen from here. */
export function maneuversFromCatalogs({ elements }: Model): Uint32Array {
  const group = elements.names.idOf('ManeuverGroup');
  return elements
    .named('CatalogReference')
    .filter((reference) => elements.nameIdOf(elements.parentOf(reference)) === group);
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
  /** The first of each name, and for each the next of the same name. */
  readonly #firsts = new Map<number, number>();
  readonly #next: number[] = [];
  readonly #numbers = new Map<number, number>();
  #complete = true;

  constructor(model: Model) {
    this.#model = model;
    const { elements } = model;
    const maneuvers = maneuversFromCatalogs(model);
    storyboardTypes.forEach((type, at) => {
      for (const element of elements.named(tagOf(type))) this.#add(element, at, 'name');
      if (type !== 'maneuver') return;
      for (const reference of maneuvers) this.#add(reference, at, 'entryName');
    });
  }

  #add(element: number, type: number, attributeName: string): void {
    const { elements, texts } = this.#model;
    const attribute = elements.attributeOf(element, attributeName);
    const name = nameIdOf(this.#model, attribute);
    const number = this.elements.length;
    this.elements.push(element);
    this.types.push(type);
    this.names.push(name);
    this.#numbers.set(element, number);
    this.#next.push(this.#firsts.get(name) ?? none);
    this.#firsts.set(name, number);
    if (name === 0 && texts.writingOf(attribute) !== 'literal') this.#complete = false;
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
    return this.#numbers.get(element) ?? none;
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
    for (
      let number = this.#firsts.get(name) ?? none;
      number !== none;
      number = this.#next[number] ?? none
    ) {
      found.push(number);
    }
    return found.reverse();
  }
}
