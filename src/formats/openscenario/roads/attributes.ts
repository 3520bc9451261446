import type { ReadDocument } from '../../../rules/document';
import { none } from '../../../tree/tree';
import { attributeText } from '../../../tree/values';
import { readDecimal } from '../../../tree/decimal';

const encoder = new TextEncoder();
const coefficients = ['a', 'b', 'c', 'd'];

/** Reads the attributes of a document's elements by their names. */
export class Attributes {
  readonly #document: Pick<ReadDocument, 'bytes' | 'elements'>;
  readonly #coefficientIds: number[];

  constructor(document: Pick<ReadDocument, 'bytes' | 'elements'>) {
    this.#document = document;
    this.#coefficientIds = coefficients.map((name) => document.elements.names.idOf(name));
  }

  /** The attribute's number; NaN where there is none, or it cannot be read. */
  number(element: number, name: string): number {
    return this.#numberOf(this.#document.elements.attributeOf(element, name));
  }

  /** The attribute's text without white space around it; empty where there is none. */
  text(element: number, name: string): string {
    return this.#textOf(this.#document.elements.attributeOf(element, name)).trim();
  }

  /** Reads a curve as `[start, a, b, c, d]`; NaN for each that cannot be read. */
  curve(element: number, start: 's' | 'sOffset', into: Float64Array): void {
    const { elements } = this.#document;
    into[0] = this.number(element, start);
    this.#coefficientIds.forEach((id, at) => {
      into[at + 1] = this.#numberOf(elements.attributeWithNameId(element, id));
    });
  }

  #numberOf(attribute: number): number {
    const { bytes, elements } = this.#document;
    if (attribute === none || elements.valueIsElsewhere(attribute)) return NaN;
    if (elements.valueNeedsDecoding(attribute)) {
      const text = encoder.encode(this.#textOf(attribute));
      return readDecimal(text, 0, text.length);
    }
    return readDecimal(bytes, elements.valueStart(attribute), elements.valueEnd(attribute));
  }

  #textOf(attribute: number): string {
    const { bytes, elements } = this.#document;
    if (attribute === none || elements.valueIsElsewhere(attribute)) return '';
    const value = bytes.subarray(elements.valueStart(attribute), elements.valueEnd(attribute));
    return attributeText(value, elements.valueNeedsDecoding(attribute));
  }
}
