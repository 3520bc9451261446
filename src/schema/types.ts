import { none } from '../tree/tree';
import type { Elements } from '../tree/elements';
import type { CompiledSchema } from './compile';
import { attributeAt } from './lookups';
import { header, noRow, rowRecordWords, typeRecordWords } from './tables';

const typeShift = 16;
const typeMask = 0x7fff;

/**
 * The types that a schema gives to the elements and attributes of a document, which must have been
 * read with the schema's own name ids. Types are found from the root down, each once, when they are
 * first asked for.
 */
export class TypeFinder {
  readonly #schema: CompiledSchema;
  readonly #elements: Elements;
  /** The types of elements that are known, plus 2; 0 for others. */
  #known: Int32Array | undefined;

  constructor(schema: CompiledSchema, elements: Elements) {
    this.#schema = schema;
    this.#elements = elements;
  }

  /** Id of the element's type; `none` where the schema does not know the element at its place. */
  typeOf(element: number): number {
    const types = (this.#known ??= new Int32Array(this.#elements.elements));
    const known = types[element] ?? 0;
    if (known !== 0) return known - 2;
    const type = this.#find(element);
    types[element] = type + 2;
    return type;
  }

  #find(element: number): number {
    const { words } = this.#schema;
    const parent = this.#elements.parentOf(element);
    const name = this.#elements.nameIdOf(element);
    if (parent === none) return this.#entry(words[header.globalRow] ?? noRow, name);
    const around = this.typeOf(parent);
    if (around === none) return none;
    const at = (words[header.typesAt] ?? 0) + around * typeRecordWords;
    const value = this.#entry(words[at + 6] ?? noRow, name);
    return value === none ? none : (value >>> typeShift) & typeMask;
  }

  /** Name of the simple type that an attribute's value is of; `null` for one that is not known. */
  attributeTypeOf(attribute: number): string | null {
    const type = this.typeOf(this.#elements.elementOf(attribute));
    if (type === none) return null;
    const { words } = this.#schema;
    const at = (words[header.typesAt] ?? 0) + type * typeRecordWords;
    const record = this.#entry(words[at + 4] ?? noRow, this.#elements.attributeNameIdOf(attribute));
    return record === none ? null : attributeAt(this.#schema, record).simpleType;
  }

  /** The value that the comb has for a key in a row, or `none`. */
  #entry(row: number, key: number): number {
    const { words } = this.#schema;
    if (row === noRow) return none;
    const base = words[(words[header.rowsAt] ?? 0) + row * rowRecordWords] ?? 0;
    const at = base + key;
    if (at >= (words[header.combLength] ?? 0)) return none;
    if (words[(words[header.checkAt] ?? 0) + at] !== row + 1) return none;
    return words[(words[header.valueAt] ?? 0) + at] ?? none;
  }
}
