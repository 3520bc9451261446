import type { ReadDocument } from '../../../rules/document';
import type { Range } from '../../../rules/rule';
import { TypeFinder } from '../../../schema/types';
import type { Elements } from '../../../tree/elements';
import { none } from '../../../tree/tree';
import { versions } from '../tables';
import { Declarations } from './declarations';
import { Entities } from './entities';
import { Texts } from './texts';
import { Values } from './values';

/** The versions of the standard that there is a schema for. */
export type Version = '1.0' | '1.1' | '1.2' | '1.3';

/**
 * What a document says, for rules to ask: its elements by name, and indexes over them that are made
 * when they are first needed. An index holds numbers of elements, attributes and interned texts.
 */
export class Model {
  readonly document: ReadDocument;
  readonly elements: Elements;
  readonly texts: Texts;
  readonly #version: number;
  #types: TypeFinder | null | undefined;
  #parameters: Declarations | undefined;
  #values: Values | undefined;
  #entities: Entities | undefined;

  constructor(document: ReadDocument) {
    this.document = document;
    this.elements = document.elements;
    this.texts = new Texts(document);
    this.#version = versions.indexOf(document.version);
  }

  /** Whether the document is of this version or a later one. */
  since(version: Version): boolean {
    return this.#version >= versions.indexOf(version);
  }

  /** What the document is. */
  get kind(): 'scenario' | 'catalog' | 'distribution' {
    const { elements } = this;
    if (elements.childNamed(0, 'Catalog') !== none) return 'catalog';
    const distribution = elements.childNamed(0, 'ParameterValueDistribution');
    return distribution === none ? 'scenario' : 'distribution';
  }

  /** Parameters by their scopes. */
  get parameters(): Declarations {
    this.#parameters ??= new Declarations(
      this.texts,
      'ParameterDeclarations',
      'ParameterDeclaration',
    );
    return this.#parameters;
  }

  /** What attribute values come to. */
  get values(): Values {
    return (this.#values ??= new Values(this));
  }

  /** What `Entities` declares. */
  get entities(): Entities {
    return (this.#entities ??= new Entities(this));
  }

  /** Name of the simple type of an attribute's value (`Double`, `String`, …), or `null`. */
  attributeTypeOf(attribute: number): string | null {
    if (this.#types === undefined) {
      const { schema } = this.document;
      this.#types = schema ? new TypeFinder(schema, this.elements) : null;
    }
    return this.#types?.attributeTypeOf(attribute) ?? null;
  }

  /** Where an attribute's value stands; the element's start tag where it has no such attribute. */
  valueOrTag(element: number, attribute: number): Range {
    return attribute === none ? this.texts.tagRange(element) : this.texts.valueRange(attribute);
  }
}
