import { recordFlag, recordKind, recordWords } from '../tape/layout';
import { TapeNames } from '../tape/names';
import { flagMask, flagShift, kindMask, nameShift, openBatch, TapeError } from '../tape/reader';
import { firstAbove, withRoom, withRoom16 } from './columns';

/** Stands for "no element": the parent of the root, the sibling after the last. */
export const none = -1;

/** Room foreseen beyond what the document so far lets expect: it is rarely the same all through. */
const foreseenReserve = 1.25;

/** `none` as it lies in an unsigned column. */
const absent = 0xffffffff;

/**
 * The elements of a document in document order, as columns of numbers: an element is an index, from
 * 0 (the root) up. It grows batch by batch while the document is read, and can be asked at any time;
 * an element whose end has not come yet is *open*. All offsets are bytes into the document's UTF-8
 * form, as on the tape. Nothing here makes strings but `nameOf` and what is built on it.
 */
export class Tree {
  readonly #names = new TapeNames();
  readonly #expected: number;
  #records = 0;
  /** The innermost open element. */
  #open = absent;
  #lastOffset = 0;

  #elements = 0;
  #head = new Uint32Array(0);
  #start = new Uint32Array(0);
  #tagEnd = new Uint32Array(0);
  /** 0 while the element is open; likewise `#after`. */
  #end = new Uint32Array(0);
  /** Index after the last element inside. */
  #after = new Uint32Array(0);
  #parent = new Uint32Array(0);
  #ordinal = new Uint32Array(0);
  #childCount = new Uint32Array(0);
  #firstAttribute = new Uint32Array(0);
  #depth = new Uint16Array(0);

  #attributes = 0;
  #attributeHead = new Uint32Array(0);
  #attributeStart = new Uint32Array(0);
  #attributeEnd = new Uint32Array(0);

  #texts = 0;
  #textOwner = new Uint32Array(0);
  #textStart = new Uint32Array(0);
  #textEnd = new Uint32Array(0);

  /** @param expectedBytes size of the document's UTF-8 form, as far as it is known; 0 if it is not */
  constructor(expectedBytes = 0) {
    this.#expected = expectedBytes;
  }

  /** Number of elements so far. */
  get elements(): number {
    return this.#elements;
  }

  /** Number of attributes so far. */
  get attributes(): number {
    return this.#attributes;
  }

  /** Number of tape records so far, of whatever kind. */
  get records(): number {
    return this.#records;
  }

  /** Where the last record so far ends. */
  get lastOffset(): number {
    return this.#lastOffset;
  }

  /** The tape's names; attributes and elements share them. */
  get names(): TapeNames {
    return this.#names;
  }

  /** Bytes that the columns hold. */
  get memoryBytes(): number {
    return [
      this.#head,
      this.#start,
      this.#tagEnd,
      this.#end,
      this.#after,
      this.#parent,
      this.#ordinal,
      this.#childCount,
      this.#firstAttribute,
      this.#depth,
      this.#attributeHead,
      this.#attributeStart,
      this.#attributeEnd,
      this.#textOwner,
      this.#textStart,
      this.#textEnd,
    ].reduce((bytes, column) => bytes + column.byteLength, 0);
  }

  /**
   * Begins with elements that are open already, the outermost first, for a tape that was read inside
   * a document. Of these nothing is known but where they begin: they have no names.
   */
  openWith(starts: readonly number[]): void {
    if (this.#elements > 0 || this.#records > 0) throw new TapeError('The tree has begun already');
    const records = new Uint32Array(starts.length * recordWords);
    starts.forEach((start, at) => {
      records.set([recordKind.element, start, start], at * recordWords);
    });
    this.#reserve(records);
    this.#read(records);
  }

  /**
   * Grows by a tape batch. Throws a TapeError when the batch is none, does not follow the ones
   * before it, or holds what cannot be (an attribute before any element).
   */
  add(buffer: ArrayBuffer): void {
    const batch = openBatch(buffer);
    if (batch.before !== this.#records) {
      throw new TapeError(
        `A batch from record ${batch.before} on does not follow ${this.#records}`,
      );
    }
    this.#names.add(batch);
    this.#reserve(batch.records);
    this.#read(batch.records);
    this.#records += batch.count;
  }

  /**
   * The loop over all records: the columns are local variables and nothing is called, since this
   * runs on the thread that draws, over thousands of records a frame.
   */
  #read(records: Uint32Array): void {
    const heads = this.#head;
    const starts = this.#start;
    const tagEnds = this.#tagEnd;
    const parents = this.#parent;
    const childCounts = this.#childCount;
    const attributeHeads = this.#attributeHead;
    const attributeStarts = this.#attributeStart;
    const attributeEnds = this.#attributeEnd;
    let elements = this.#elements;
    let attributes = this.#attributes;
    let open = this.#open;
    for (let at = 0; at < records.length; at += recordWords) {
      const head = records[at] ?? 0;
      const start = records[at + 1] ?? 0;
      const end = records[at + 2] ?? 0;
      switch (head & kindMask) {
        case recordKind.attribute:
          if (elements === 0) throw new TapeError('The tape has an attribute before any element');
          attributeHeads[attributes] = head;
          attributeStarts[attributes] = start;
          attributeEnds[attributes] = end;
          attributes++;
          break;
        case recordKind.element:
          heads[elements] = head;
          starts[elements] = start;
          tagEnds[elements] = end;
          parents[elements] = open;
          this.#firstAttribute[elements] = attributes;
          if (open !== absent) {
            const ordinal = childCounts[open] ?? 0;
            this.#depth[elements] = (this.#depth[open] ?? 0) + 1;
            this.#ordinal[elements] = ordinal;
            childCounts[open] = ordinal + 1;
          }
          open = elements++;
          break;
        case recordKind.end:
          if (open === absent)
            throw new TapeError('The tape ends an element that it did not start');
          this.#end[open] = end;
          this.#after[open] = elements;
          open = parents[open] ?? absent;
          break;
        case recordKind.text:
        case recordKind.cdata:
          this.#textOwner[this.#texts] = open;
          this.#textStart[this.#texts] = start;
          this.#textEnd[this.#texts] = end;
          this.#texts++;
          break;
        default:
          break;
      }
    }
    this.#elements = elements;
    this.#attributes = attributes;
    this.#open = open;
    this.#lastOffset = records[records.length - 1] ?? this.#lastOffset;
  }

  /**
   * Makes room for a whole batch, so that the loop over its records need not ask. The room foreseen
   * is for the whole document, if it goes on as it began: copying tens of megabytes in the middle of
   * it would hold up the page, and memory that is never written to costs nothing.
   */
  #reserve(records: Uint32Array): void {
    let elements = this.#elements;
    let attributes = this.#attributes;
    let texts = this.#texts;
    for (let at = 0; at < records.length; at += recordWords) {
      const kind = (records[at] ?? 0) & kindMask;
      if (kind === recordKind.attribute) attributes++;
      else if (kind === recordKind.element) elements++;
      else if (kind === recordKind.text || kind === recordKind.cdata) texts++;
    }
    const reached = records[records.length - 1] ?? 0;
    const share = reached > 0 ? Math.max(1, (foreseenReserve * this.#expected) / reached) : 1;
    const elementsInAll = Math.ceil(elements * share);
    const attributesInAll = Math.ceil(attributes * share);
    const textsInAll = Math.ceil(texts * share);
    this.#head = withRoom(this.#head, elements, elementsInAll);
    this.#start = withRoom(this.#start, elements, elementsInAll);
    this.#tagEnd = withRoom(this.#tagEnd, elements, elementsInAll);
    this.#end = withRoom(this.#end, elements, elementsInAll);
    this.#after = withRoom(this.#after, elements, elementsInAll);
    this.#parent = withRoom(this.#parent, elements, elementsInAll);
    this.#ordinal = withRoom(this.#ordinal, elements, elementsInAll);
    this.#childCount = withRoom(this.#childCount, elements, elementsInAll);
    this.#firstAttribute = withRoom(this.#firstAttribute, elements, elementsInAll);
    this.#depth = withRoom16(this.#depth, elements, elementsInAll);
    this.#attributeHead = withRoom(this.#attributeHead, attributes, attributesInAll);
    this.#attributeStart = withRoom(this.#attributeStart, attributes, attributesInAll);
    this.#attributeEnd = withRoom(this.#attributeEnd, attributes, attributesInAll);
    this.#textOwner = withRoom(this.#textOwner, texts, textsInAll);
    this.#textStart = withRoom(this.#textStart, texts, textsInAll);
    this.#textEnd = withRoom(this.#textEnd, texts, textsInAll);
  }

  /**
   * Gives the memory back: the tree is empty from now on, and must not grow any more. Tens of
   * megabytes should not hang on whether everything that ever saw the tree has been forgotten.
   */
  letGo(): void {
    this.#elements = 0;
    this.#attributes = 0;
    this.#texts = 0;
    this.#open = absent;
    this.#head = new Uint32Array(0);
    this.#start = new Uint32Array(0);
    this.#tagEnd = new Uint32Array(0);
    this.#end = new Uint32Array(0);
    this.#after = new Uint32Array(0);
    this.#parent = new Uint32Array(0);
    this.#ordinal = new Uint32Array(0);
    this.#childCount = new Uint32Array(0);
    this.#firstAttribute = new Uint32Array(0);
    this.#depth = new Uint16Array(0);
    this.#attributeHead = new Uint32Array(0);
    this.#attributeStart = new Uint32Array(0);
    this.#attributeEnd = new Uint32Array(0);
    this.#textOwner = new Uint32Array(0);
    this.#textStart = new Uint32Array(0);
    this.#textEnd = new Uint32Array(0);
  }

  #check(element: number): void {
    if (element < 0 || element >= this.#elements) {
      throw new RangeError(`There is no element ${element} among ${this.#elements}`);
    }
  }

  /** Id of the element's name. */
  nameIdOf(element: number): number {
    this.#check(element);
    return (this.#head[element] ?? 0) >>> nameShift;
  }

  /** The element's name as written, a prefix included. */
  nameOf(element: number): string {
    return this.#names.text(this.nameIdOf(element));
  }

  /** Offset of the start tag's `<`. */
  startOf(element: number): number {
    this.#check(element);
    return this.#start[element] ?? 0;
  }

  /** Offset past the start tag's `>`. */
  tagEndOf(element: number): number {
    this.#check(element);
    return this.#tagEnd[element] ?? 0;
  }

  /** Offset past the end tag; for an open element, that of the last record so far. */
  endOf(element: number): number {
    this.#check(element);
    const end = this.#end[element] ?? 0;
    return end === 0 ? this.#lastOffset : end;
  }

  /** True while the element's end has not come. */
  isOpen(element: number): boolean {
    this.#check(element);
    return this.#end[element] === 0;
  }

  /** Index after the last element inside this one; for an open element, the number of elements. */
  afterOf(element: number): number {
    this.#check(element);
    const after = this.#after[element] ?? 0;
    return after === 0 ? this.#elements : after;
  }

  /** The parent, or `none` for the root. */
  parentOf(element: number): number {
    this.#check(element);
    const parent = this.#parent[element] ?? absent;
    return parent === absent ? none : parent;
  }

  /** 0 for the root. */
  depthOf(element: number): number {
    this.#check(element);
    return this.#depth[element] ?? 0;
  }

  /** Index among the parent's children, from 0. */
  ordinalOf(element: number): number {
    this.#check(element);
    return this.#ordinal[element] ?? 0;
  }

  /** Number of child elements so far. */
  childCountOf(element: number): number {
    this.#check(element);
    return this.#childCount[element] ?? 0;
  }

  /** The first child; that of `none` is the root. `none` where there is none (yet). */
  firstChildOf(element: number): number {
    if (element === none) return this.#elements > 0 ? 0 : none;
    return this.childCountOf(element) > 0 ? element + 1 : none;
  }

  /** The next child of the same parent, or `none`. */
  nextSiblingOf(element: number): number {
    this.#check(element);
    const next = this.#after[element] ?? 0;
    if (next === 0 || next >= this.#elements) return none;
    return this.#parent[next] === this.#parent[element] ? next : none;
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

  /** True when `inner` is `outer` or lies inside it. */
  contains(outer: number, inner: number): boolean {
    return inner >= outer && inner < this.afterOf(outer);
  }

  /** The element's attributes, as a range of attribute indexes: first, and after the last. */
  attributesOf(element: number): [from: number, to: number] {
    this.#check(element);
    const from = this.#firstAttribute[element] ?? 0;
    const to = element + 1 < this.#elements ? this.#firstAttribute[element + 1] : this.#attributes;
    return [from, to ?? from];
  }

  /** The attribute's name. */
  attributeNameOf(attribute: number): string {
    return this.#names.text((this.#attributeHead[attribute] ?? 0) >>> nameShift);
  }

  /** Offsets of the attribute's value, without its quotes; both 0 for an unknown attribute. */
  valueSpanOf(attribute: number): [start: number, end: number] {
    return [this.#attributeStart[attribute] ?? 0, this.#attributeEnd[attribute] ?? 0];
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
    const head = this.#attributeHead[attribute] ?? 0;
    return ((head >>> flagShift) & flagMask & flags) !== 0;
  }

  /** Offsets of the first text or CDATA section directly in the element, or `null`. */
  firstTextOf(element: number): [start: number, end: number] | null {
    const from = this.tagEndOf(element);
    const end = this.endOf(element);
    let text = firstAbove(this.#textStart, from - 1, 0, this.#texts);
    for (; text < this.#texts && (this.#textStart[text] ?? 0) < end; text++) {
      if (this.#textOwner[text] !== element) continue;
      return [this.#textStart[text] ?? 0, this.#textEnd[text] ?? 0];
    }
    return null;
  }

  /** The last element that starts at the offset or before it, or `none`. */
  lastStartingBy(offset: number): number {
    return firstAbove(this.#start, offset, 0, this.#elements) - 1;
  }

  /** The innermost element around the byte at the offset, or `none`. */
  elementAt(offset: number): number {
    let element = this.lastStartingBy(offset);
    while (element !== none) {
      const end = this.#end[element] ?? 0;
      if (end === 0 || offset < end) return element;
      element = this.parentOf(element);
    }
    return none;
  }

  /** The attribute whose value holds the byte at the offset, or `none`. */
  attributeAt(offset: number): number {
    const element = this.lastStartingBy(offset);
    if (element === none || offset >= this.tagEndOf(element)) return none;
    const [from, to] = this.attributesOf(element);
    for (let attribute = from; attribute < to; attribute++) {
      const [start, end] = this.valueSpanOf(attribute);
      if (offset >= start && offset < end && !this.valueIsElsewhere(attribute)) return attribute;
    }
    return none;
  }

  /** The element and everything around it, from the root inwards. */
  ancestryOf(element: number): number[] {
    const line: number[] = [];
    for (let at = element; at !== none; at = this.parentOf(at)) line.push(at);
    return line.reverse();
  }

  /**
   * The element's path, such as `/root/branch[2]/leaf`: an XPath with the position
   * wherever there are siblings of the same name (so far).
   */
  pathOf(element: number): string {
    return this.ancestryOf(element)
      .map((at) => `/${this.nameOf(at)}${this.#positionOf(at)}`)
      .join('');
  }

  #positionOf(element: number): string {
    const name = this.nameIdOf(element);
    let position = 0;
    let total = 0;
    for (const sibling of this.childrenOf(this.parentOf(element))) {
      if (this.nameIdOf(sibling) !== name) continue;
      total++;
      if (sibling === element) position = total;
    }
    return total > 1 ? `[${position}]` : '';
  }
}
