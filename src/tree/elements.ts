import { recordFlag } from '../tape/layout';
import { flagMask, flagShift, nameShift } from '../tape/reader';
import { none } from './tree';

/** Where what the tokenizer's columns hold lies (`wasm/assembly/columns.ts` draws the records). */
export interface Columns {
  readonly elements: number;
  readonly attributes: number;
  readonly texts: number;
  /** Eight words an element: head, start, end of its tag, end, after, parent, first attribute, first text. */
  readonly elementWords: Uint32Array;
  /** Four words an attribute: head, start and end of the value, element. */
  readonly attributeWords: Uint32Array;
  /** Four words a text: head, start, end, element. */
  readonly textWords: Uint32Array;
  /** Elements by name, and where each name's begin in them (one number more than there are names). */
  readonly elementsByName: Uint32Array;
  readonly elementFirsts: Uint32Array;
  /** The same of attributes. */
  readonly attributesByName: Uint32Array;
  readonly attributeFirsts: Uint32Array;
  /** Places on the way (`wasm/assembly/places.ts`): what `PlaceFinder` starts from. */
  readonly marks: Uint32Array;
  /** Offsets of the byte that was to be marked, ascending. */
  readonly marked: Uint32Array;
}

/** The names of a document by their ids, and ids by their names. */
export interface NameIds {
  text(id: number): string;
  /** Id of a name; 0 for one that is not known, which no element and no attribute has. */
  idOf(name: string): number;
}

const absent = 0xffffffff;
const nothing = new Uint32Array(0);

/**
 * The elements of a whole document in document order: an element is a number, from 0 (the root) up;
 * so is an attribute. All offsets are bytes into the document's UTF-8 form, as on the tape. Nothing
 * here makes objects or strings but `nameOf` and what is built on it, so that rules may ask as often
 * as they like. Numbers that stand for no element give nonsense, never an error: it is for code that
 * got its numbers here.
 */
export class Elements {
  readonly names: NameIds;
  readonly #columns: Columns;
  readonly #words: Uint32Array;
  readonly #attributeWords: Uint32Array;
  /** Elements by the ids of names that were asked for. */
  readonly #named = new Map<number, Uint32Array>();

  constructor(columns: Columns, names: NameIds) {
    this.#columns = columns;
    this.#words = columns.elementWords;
    this.#attributeWords = columns.attributeWords;
    this.names = names;
  }

  /** Number of elements. */
  get elements(): number {
    return this.#columns.elements;
  }

  /** The marks that `PlaceFinder` starts from. */
  get marks(): Uint32Array {
    return this.#columns.marks;
  }

  /** Offsets, ascending, of the byte that the document's pack has marked (`Pack.marked`). */
  get marked(): Uint32Array {
    return this.#columns.marked;
  }

  /** Number of attributes. */
  get attributes(): number {
    return this.#columns.attributes;
  }

  /** All elements of a name, in document order. */
  named(name: string): Uint32Array {
    return this.withNameId(this.names.idOf(name));
  }

  /** Number of elements whose name has this id. */
  countWithNameId(id: number): number {
    const { elementFirsts: firsts } = this.#columns;
    return (firsts[id + 1] ?? 0) - (firsts[id] ?? 0);
  }

  /** All elements whose name has this id, in document order. */
  withNameId(id: number): Uint32Array {
    const { elementFirsts: firsts, elementsByName } = this.#columns;
    const first = firsts[id] ?? 0;
    const end = firsts[id + 1] ?? 0;
    // Rules ask for everything there is; a document has a small part of it.
    if (first === end) return nothing;
    let known = this.#named.get(id);
    if (known === undefined) {
      known = elementsByName.subarray(first, end);
      this.#named.set(id, known);
    }
    return known;
  }

  /** All attributes of a name, in document order. */
  attributesNamed(name: string): Uint32Array {
    const id = this.names.idOf(name);
    const { attributeFirsts: firsts, attributesByName } = this.#columns;
    const first = firsts[id] ?? 0;
    const end = firsts[id + 1] ?? 0;
    return first === end ? nothing : attributesByName.subarray(first, end);
  }

  /** Id of the element's name. */
  nameIdOf(element: number): number {
    return (this.#words[element * 8] ?? 0) >>> nameShift;
  }

  /** The element's name as written, a prefix included. */
  nameOf(element: number): string {
    return this.names.text(this.nameIdOf(element));
  }

  /** Offset of the start tag's `<`. */
  startOf(element: number): number {
    return this.#words[element * 8 + 1] ?? 0;
  }

  /** Offset past the start tag's `>`. */
  tagEndOf(element: number): number {
    return this.#words[element * 8 + 2] ?? 0;
  }

  /** Offset past the end tag. */
  endOf(element: number): number {
    return this.#words[element * 8 + 3] ?? 0;
  }

  /** Number after the last element inside this one. */
  afterOf(element: number): number {
    return this.#words[element * 8 + 4] ?? 0;
  }

  /** The parent, or `none` for the root. */
  parentOf(element: number): number {
    const parent = this.#words[element * 8 + 5] ?? absent;
    return parent === absent ? none : parent;
  }

  /** The first child, or `none`. */
  firstChildOf(element: number): number {
    return this.afterOf(element) > element + 1 ? element + 1 : none;
  }

  /** The next child of the same parent, or `none`. */
  nextSiblingOf(element: number): number {
    const next = this.afterOf(element);
    if (next === 0 || next >= this.#columns.elements) return none;
    return this.#words[next * 8 + 5] === this.#words[element * 8 + 5] ? next : none;
  }

  /** The children, one after the other. */
  *childrenOf(element: number): Generator<number, void, undefined> {
    for (
      let child = this.firstChildOf(element);
      child !== none;
      child = this.nextSiblingOf(child)
    ) {
      yield child;
    }
  }

  /** The first child of a name, or `none`. */
  childNamed(element: number, name: string): number {
    return this.childWithNameId(element, this.names.idOf(name));
  }

  /** The first child whose name has this id, or `none`. */
  childWithNameId(element: number, id: number): number {
    let child = this.firstChildOf(element);
    while (child !== none && this.nameIdOf(child) !== id) child = this.nextSiblingOf(child);
    return child;
  }

  /** The innermost element of a name around the element (not the element itself), or `none`. */
  ancestorNamed(element: number, name: string): number {
    const id = this.names.idOf(name);
    let above = this.parentOf(element);
    while (above !== none && this.nameIdOf(above) !== id) above = this.parentOf(above);
    return above;
  }

  /** True when `inner` is `outer` or lies inside it. */
  contains(outer: number, inner: number): boolean {
    return inner >= outer && inner < this.afterOf(outer);
  }

  /** Number of the element's first attribute; its others follow, up to `attributesEnd`. */
  attributesFrom(element: number): number {
    return this.#words[element * 8 + 6] ?? 0;
  }

  attributesEnd(element: number): number {
    const next = element + 1;
    if (next >= this.#columns.elements) return this.#columns.attributes;
    return this.#words[next * 8 + 6] ?? 0;
  }

  /** The element's attribute of a name, or `none`. */
  attributeOf(element: number, name: string): number {
    return this.attributeWithNameId(element, this.names.idOf(name));
  }

  /** The element's attribute whose name has this id, or `none`. */
  attributeWithNameId(element: number, id: number): number {
    const end = this.attributesEnd(element);
    for (let attribute = this.attributesFrom(element); attribute < end; attribute++) {
      if ((this.#attributeWords[attribute * 4] ?? 0) >>> nameShift === id) return attribute;
    }
    return none;
  }

  /** The element that an attribute belongs to. */
  elementOf(attribute: number): number {
    return this.#attributeWords[attribute * 4 + 3] ?? 0;
  }

  /** Id of the attribute's name. */
  attributeNameIdOf(attribute: number): number {
    return (this.#attributeWords[attribute * 4] ?? 0) >>> nameShift;
  }

  /** The attribute's name. */
  attributeNameOf(attribute: number): string {
    return this.names.text(this.attributeNameIdOf(attribute));
  }

  /** Offset of the value's first byte, behind its opening quote. */
  valueStart(attribute: number): number {
    return this.#attributeWords[attribute * 4 + 1] ?? 0;
  }

  /** Offset past the value's last byte. */
  valueEnd(attribute: number): number {
    return this.#attributeWords[attribute * 4 + 2] ?? 0;
  }

  /** True where the value's bytes are not what it means: references, line ends or tabs are in it. */
  valueNeedsDecoding(attribute: number): boolean {
    return this.#attributeHas(attribute, recordFlag.decode);
  }

  /** True where the value does not stand in the file at its span: it comes from a DTD or an entity. */
  valueIsElsewhere(attribute: number): boolean {
    return this.#attributeHas(attribute, recordFlag.implied | recordFlag.fromEntity);
  }

  #attributeHas(attribute: number, flags: number): boolean {
    const head = this.#attributeWords[attribute * 4] ?? 0;
    return ((head >>> flagShift) & flagMask & flags) !== 0;
  }

  /** Offsets of the first text or CDATA section directly in the element, or `null`. */
  firstTextOf(element: number): readonly [start: number, end: number] | null {
    const { textWords, texts } = this.#columns;
    const end = this.endOf(element);
    for (let text = this.#words[element * 8 + 7] ?? 0; text < texts; text++) {
      const start = textWords[text * 4 + 1] ?? 0;
      if (start >= end) return null;
      if (textWords[text * 4 + 3] === element) return [start, textWords[text * 4 + 2] ?? 0];
    }
    return null;
  }

  /** The attribute whose value holds the byte at the offset, or `none`. */
  attributeAt(offset: number): number {
    let low = 0;
    let high = this.#columns.attributes;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.valueStart(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    // Attributes that a DTD has implied are empty, stand where their element begins, and come after
    // those that are written: the search may end behind them.
    let attribute = low - 1;
    while (attribute >= 0 && this.#isBehind(attribute, offset)) attribute--;
    return attribute >= 0 && offset < this.valueEnd(attribute) ? attribute : none;
  }

  #isBehind(attribute: number, offset: number): boolean {
    const start = this.valueStart(attribute);
    return start > offset || start === this.valueEnd(attribute);
  }

  /** The element and everything around it, from the root inwards. */
  ancestryOf(element: number): number[] {
    const line: number[] = [];
    for (let at = element; at !== none; at = this.parentOf(at)) line.push(at);
    return line.reverse();
  }
}
