import type { ReadDocument } from '../../../rules/document';
import { none } from '../../../tree/tree';
import { attributeText } from '../../../tree/values';
import { readDecimal } from './decimal';

const encoder = new TextEncoder();
const coefficients = ['a', 'b', 'c', 'd'];

/** Reads the attributes of a document's elements by their names. */
export class Attributes {
  readonly #document: Pick<ReadDocument, 'bytes' | 'tree'>;

  constructor(document: Pick<ReadDocument, 'bytes' | 'tree'>) {
    this.#document = document;
  }

  /** The attribute's number; NaN where there is none, or it cannot be read. */
  number(element: number, name: string): number {
    const attribute = this.#find(element, name);
    return attribute === none ? NaN : this.#numberOf(attribute);
  }

  /** The attribute's text without white space around it; empty where there is none. */
  text(element: number, name: string): string {
    const attribute = this.#find(element, name);
    return attribute === none ? '' : this.#textOf(attribute).trim();
  }

  /** Reads a curve as `[start, a, b, c, d]`; NaN for each that cannot be read. */
  curve(element: number, start: 's' | 'sOffset', into: Float64Array): void {
    const { tree } = this.#document;
    const [from, to] = tree.attributesOf(element);
    into.fill(NaN);
    for (let attribute = from; attribute < to; attribute++) {
      const name = tree.attributeNameOf(attribute);
      const slot = name === start ? 0 : coefficients.indexOf(name) + 1;
      if (slot > 0 || name === start) into[slot] = this.#numberOf(attribute);
    }
  }

  #find(element: number, name: string): number {
    const { tree } = this.#document;
    const [from, to] = tree.attributesOf(element);
    for (let attribute = from; attribute < to; attribute++) {
      if (tree.attributeNameOf(attribute) === name) return attribute;
    }
    return none;
  }

  #numberOf(attribute: number): number {
    const { bytes, tree } = this.#document;
    if (tree.valueIsElsewhere(attribute)) return NaN;
    if (tree.valueNeedsDecoding(attribute)) {
      const text = encoder.encode(this.#textOf(attribute));
      return readDecimal(text, 0, text.length);
    }
    const [start, end] = tree.valueSpanOf(attribute);
    return readDecimal(bytes, start, end);
  }

  #textOf(attribute: number): string {
    const { bytes, tree } = this.#document;
    if (tree.valueIsElsewhere(attribute)) return '';
    const [start, end] = tree.valueSpanOf(attribute);
    return attributeText(bytes.subarray(start, end), tree.valueNeedsDecoding(attribute));
  }
}
