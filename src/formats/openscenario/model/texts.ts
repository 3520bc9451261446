import type { ReadDocument } from '../../../rules/document';
import type { Range } from '../../../rules/rule';
import type { Elements } from '../../../tree/elements';
import { none } from '../../../tree/tree';
import { attributeText } from '../../../tree/values';
import { Interner } from './interner';
import { endOfName } from './nameBytes';

const encoder = new TextEncoder();

const dollar = 0x24;
const openBrace = 0x7b;

/** Bytes of values that are likely to come more than once, at most. */
const mostInterned = 32;

/** How an attribute's value is written. */
export type Writing = 'absent' | 'literal' | 'reference' | 'expression';

/** The document's texts: attribute values as they are written, and numbers for those that are equal. */
export class Texts {
  readonly elements: Elements;
  readonly bytes: Uint8Array;
  readonly interner = new Interner();

  constructor({ elements, bytes }: ReadDocument) {
    this.elements = elements;
    this.bytes = bytes;
  }

  /** Where an attribute's value stands, without its quotes. */
  valueRange(attribute: number): Range {
    return [this.elements.valueStart(attribute), this.elements.valueEnd(attribute)];
  }

  /** Where an element's start tag stands. */
  tagRange(element: number): Range {
    return [this.elements.startOf(element), this.elements.tagEndOf(element)];
  }

  /** Where an element's name stands in its start tag. */
  nameRange(element: number): Range {
    const start = this.elements.startOf(element) + 1;
    return [start, start + this.elements.nameOf(element).length];
  }

  /** `reference` is `$name`, `expression` is `${…}`; `absent` stands for `none` as an attribute. */
  writingOf(attribute: number): Writing {
    if (attribute === none) return 'absent';
    const start = this.elements.valueStart(attribute);
    if (this.bytes[start] !== dollar) return 'literal';
    if (start + 1 >= this.elements.valueEnd(attribute)) return 'literal';
    return this.bytes[start + 1] === openBrace ? 'expression' : 'reference';
  }

  /** Whether what follows a `$` is a name that a parameter may have. */
  isReferenceByName(attribute: number): boolean {
    const start = this.elements.valueStart(attribute) + 1;
    return endOfName(this.bytes, start) === this.elements.valueEnd(attribute);
  }

  /** The value as it is written, character references resolved; the empty text for `none`. */
  written(attribute: number): string {
    if (attribute === none) return '';
    const { elements } = this;
    const start = elements.valueStart(attribute);
    const end = elements.valueEnd(attribute);
    const needsDecoding = elements.valueNeedsDecoding(attribute);
    // Names of types and of other things come again and again; a string is made of each once.
    if (end - start <= mostInterned && !needsDecoding) {
      return start === end ? '' : this.interner.text(this.interner.idOf(this.bytes, start, end));
    }
    return attributeText(this.bytes.subarray(start, end), needsDecoding);
  }

  /** Interned text of the value as it is written; 0 for `none` and for empty values. */
  writtenId(attribute: number): number {
    if (attribute === none) return 0;
    const { elements } = this;
    const start = elements.valueStart(attribute);
    const end = elements.valueEnd(attribute);
    if (elements.valueNeedsDecoding(attribute)) return this.idOf(this.written(attribute));
    return start === end ? 0 : this.interner.idOf(this.bytes, start, end);
  }

  /** Like {@link writtenId}, without a `$` in front. */
  bareId(attribute: number): number {
    if (attribute === none) return 0;
    if (this.bytes[this.elements.valueStart(attribute)] !== dollar)
      return this.writtenId(attribute);
    return this.idOf(this.written(attribute).slice(1));
  }

  /**
   * Where a part of an attribute's value stands: from and to are UTF-16 offsets into what is written,
   * as `written` gives it. The whole value where parts of it cannot be told apart in the file.
   */
  partRange(attribute: number, from: number, to: number): Range {
    const { elements } = this;
    if (elements.valueNeedsDecoding(attribute)) return this.valueRange(attribute);
    const start = elements.valueStart(attribute);
    const text = this.written(attribute);
    const before = encoder.encode(text.slice(0, from)).length;
    return [start + before, start + before + encoder.encode(text.slice(from, to)).length];
  }

  /** Interned text of a string; 0 for the empty one. */
  idOf(text: string): number {
    return text === '' ? 0 : this.interner.idOfText(text);
  }
}
