import { firstAbove } from '../../../tree/columns';
import { none } from '../../../tree/tree';
import type { Declarations } from './declarations';
import type { Model } from './model';
import { endOfName } from './nameBytes';

const dollar = 0x24;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Attributes that name a parameter or variable by themselves: a `$` before such a name refers to nothing. */
const namingAttributes = ['parameterRef', 'parameterName', 'variableRef'] as const;

/** How a name is used: it is the whole value, it is part of an expression, or of some other text. */
export type UsageKind = 'whole' | 'expression' | 'text';

/**
 * Where attribute values name parameters, in document order: `$name`, `${… $name …}`, and `$name` in
 * the middle of a text. A usage is a number. Names of declarations, and attributes that name a
 * parameter without a `$`, are left out.
 */
export class Usages {
  readonly #model: Model;
  /** Interned names, and the attributes that use them. */
  readonly names: number[] = [];
  readonly attributes: number[] = [];
  /** Offsets of the `$`, and past the name. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Attributes whose whole value is an expression `${…}`, ascending. */
  readonly expressions: number[] = [];
  /** Attributes whose value begins like a reference or an expression, ascending. */
  readonly derived: number[] = [];
  #declarations: Int32Array | undefined;
  #byDeclaration: Uint32Array | undefined;
  #inTexts: Set<number> | undefined;

  constructor(model: Model) {
    this.#model = model;
    const { elements, texts } = model;
    const { bytes } = texts;
    const [parameterRef, parameterName, variableRef] = namingAttributes.map((name) =>
      elements.names.idOf(name),
    );
    let last: number = none;
    let isLeftOut = false;
    for (const at of elements.marked) {
      const attribute = elements.attributeAt(at);
      if (attribute === none) continue;
      if (attribute !== last) {
        const name = elements.attributeNameIdOf(attribute);
        const isNaming = name === parameterRef || name === parameterName || name === variableRef;
        isLeftOut = isNaming || this.#isName(attribute);
        last = attribute;
      }
      if (!isLeftOut) this.#add(attribute, at, endOfName(bytes, at + 1));
    }
  }

  /** Number of usages. */
  get count(): number {
    return this.names.length;
  }

  kindOf(usage: number): UsageKind {
    const { elements, texts } = this.#model;
    const attribute = this.attributes[usage] ?? none;
    if (this.#isExpression(attribute)) return 'expression';
    const isWhole =
      this.starts[usage] === elements.valueStart(attribute) &&
      texts.writingOf(attribute) === 'reference' &&
      this.ends[usage] === elements.valueEnd(attribute);
    return isWhole ? 'whole' : 'text';
  }

  /** Interned names that an attribute's value uses, in their order. */
  namesIn(attribute: number): number[] {
    const past = firstAbove(this.attributes, attribute, 0, this.count);
    const first = firstAbove(this.attributes, attribute - 1, 0, past);
    return this.names.slice(first, past);
  }

  /** The parameter that a usage stands for: a declaration, or `none`. */
  declarationOf(usage: number): number {
    return (this.#declarations ??= this.#resolved())[usage] ?? none;
  }

  #resolved(): Int32Array {
    const { elements, parameters } = this.#model;
    return Int32Array.from(this.names, (name, usage) =>
      parameters.lookUp(name, elements.elementOf(this.attributes[usage] ?? 0)),
    );
  }

  /**
   * Whether an interned name stands behind a `$` outside of attributes: in the text of an element,
   * which tools may resolve.
   */
  isInText(name: number): boolean {
    return (this.#inTexts ??= this.#allInTexts()).has(name);
  }

  #allInTexts(): Set<number> {
    const { elements, texts } = this.#model;
    const { bytes, interner } = texts;
    const written = new Set<number>();
    for (const at of elements.marked) {
      const end = endOfName(bytes, at + 1);
      const isNamed = end > at + 1 && elements.attributeAt(at) === none;
      if (isNamed) written.add(interner.idOf(bytes, at + 1, end));
    }
    return written;
  }

  /** Of each parameter's declaration, how many usages stand for it. */
  get byDeclaration(): Uint32Array {
    if (this.#byDeclaration) return this.#byDeclaration;
    const counts = new Uint32Array(this.#model.parameters.count);
    for (let usage = 0; usage < this.count; usage++) {
      const declaration = this.declarationOf(usage);
      if (declaration !== none) counts[declaration] = (counts[declaration] ?? 0) + 1;
    }
    return (this.#byDeclaration = counts);
  }

  #isName(attribute: number): boolean {
    const { elements, parameters, variables } = this.#model;
    if (elements.attributeNameOf(attribute) !== 'name') return false;
    const element = elements.elementOf(attribute);
    return isDeclaring(parameters, element) || isDeclaring(variables, element);
  }

  #add(attribute: number, at: number, end: number): void {
    const { elements, texts, parameters } = this.#model;
    if (at === elements.valueStart(attribute)) {
      this.derived.push(attribute);
      if (this.#isExpression(attribute)) this.expressions.push(attribute);
    }
    if (end === at + 1) return;
    // A name with characters that none should have is one all the same where it is declared.
    const whole =
      at === elements.valueStart(attribute) && end < elements.valueEnd(attribute)
        ? texts.bareId(attribute)
        : 0;
    const isOdd = whole !== 0 && parameters.lookUp(whole, elements.elementOf(attribute)) !== none;
    this.names.push(isOdd ? whole : texts.interner.idOf(texts.bytes, at + 1, end));
    this.attributes.push(attribute);
    this.starts.push(at);
    this.ends.push(isOdd ? elements.valueEnd(attribute) : end);
  }

  #isExpression(attribute: number): boolean {
    const { bytes } = this.#model.texts;
    const start = this.#model.elements.valueStart(attribute);
    const last = this.#model.elements.valueEnd(attribute) - 1;
    return bytes[start] === dollar && bytes[start + 1] === openBrace && bytes[last] === closeBrace;
  }
}

function isDeclaring(declared: Declarations, element: number): boolean {
  const at = declared.around(element);
  return at !== none && declared.elements[at] === element;
}
