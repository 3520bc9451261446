import type { ReadDocument } from '../../../rules/document';
import type { Range } from '../../../rules/rule';
import { TypeFinder } from '../../../schema/types';
import type { Elements } from '../../../tree/elements';
import { none } from '../../../tree/tree';
import type { ValueType } from '../expressions/values';
import { versions } from '../tables';
import { Declarations } from './declarations';
import { Entities } from './entities';
import { Expressions } from './expressions';
import { SignalControllers } from './signals';
import { StoryboardElements } from './storyboard';
import { Texts } from './texts';
import { Usages } from './usages';
import { Values } from './values';
import { valueTypeOf } from './valueTypes';

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
  #variables: Declarations | undefined;
  #usages: Usages | undefined;
  #expressions: Expressions | undefined;
  #values: Values | undefined;
  #entities: Entities | undefined;
  #storyboard: StoryboardElements | undefined;
  #signalControllers: SignalControllers | undefined;

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
    this.#parameters ??= new Declarations(this.texts, {
      container: 'ParameterDeclarations',
      declaration: 'ParameterDeclaration',
      type: 'parameterType',
    });
    return this.#parameters;
  }

  /** Variables (from 1.2); their only scope is the scenario. */
  get variables(): Declarations {
    this.#variables ??= new Declarations(this.texts, {
      container: 'VariableDeclarations',
      declaration: 'VariableDeclaration',
      type: 'variableType',
    });
    return this.#variables;
  }

  /** Where values name parameters. */
  get usages(): Usages {
    return (this.#usages ??= new Usages(this));
  }

  /** What is wrong with expressions. */
  get expressions(): Expressions {
    return (this.#expressions ??= new Expressions(this));
  }

  /** What attribute values come to. */
  get values(): Values {
    return (this.#values ??= new Values(this));
  }

  /** What `Entities` declares. */
  get entities(): Entities {
    return (this.#entities ??= new Entities(this));
  }

  /** What has a name in the storyboard. */
  get storyboard(): StoryboardElements {
    return (this.#storyboard ??= new StoryboardElements(this));
  }

  /** The controllers of traffic signals. */
  get signalControllers(): SignalControllers {
    return (this.#signalControllers ??= new SignalControllers(this));
  }

  /** Name of the simple type of an attribute's value (`Double`, `String`, …), or `null`. */
  attributeTypeOf(attribute: number): string | null {
    if (this.#types === undefined) {
      const { schema } = this.document;
      this.#types = schema ? new TypeFinder(schema, this.elements) : null;
    }
    return this.#types?.attributeTypeOf(attribute) ?? null;
  }

  /** The type that an attribute's value is to have; see {@link valueTypeOf}. */
  valueTypeOf(attribute: number): ValueType | null {
    return valueTypeOf(this, attribute);
  }

  /** Where an attribute's value stands; the element's start tag where it has no such attribute. */
  valueOrTag(element: number, attribute: number): Range {
    return attribute === none ? this.texts.tagRange(element) : this.texts.valueRange(attribute);
  }
}
