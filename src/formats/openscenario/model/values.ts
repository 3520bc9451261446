import { readDecimal } from '../../../tree/decimal';
import { none } from '../../../tree/tree';
import { evaluateExpression } from '../expressions/evaluate';
import type { Evaluation, Scope } from '../expressions/evaluation';
import { parseLiteral } from '../expressions/literals';
import { isProblem } from '../expressions/problems';
import { formatValue, numberOf, type TypedValue, type ValueType } from '../expressions/values';
import { doubleOf } from './decimals';
import type { Model } from './model';
import { asOperand, readAs } from './readAs';

/** The value of a parameter while it is being found out: a circle leads back to it. */
const pending = Symbol('pending');

/**
 * What attribute values come to: a literal is what is written, `$name` is the declared parameter's
 * value, `${…}` is evaluated. What cannot be known here (a parameter that is not declared, an
 * expression with a mistake in it) comes to nothing: a rule of its own tells that, and others stay
 * silent.
 */
export class Values {
  readonly #model: Model;
  /** Values of parameters by their declarations. */
  readonly #parameters = new Map<number, TypedValue | null | typeof pending>();
  /** Expressions that were evaluated, by their attributes: several rules ask for the same ones. */
  readonly #evaluations = new Map<number, Evaluation>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** The text that the value comes to; `null` where it is absent or cannot be known. */
  textOf(attribute: number): string | null {
    const { texts } = this.#model;
    if (texts.writingOf(attribute) === 'literal') return texts.written(attribute);
    const value = this.valueOf(attribute);
    return value && formatValue(value);
  }

  /** Interned text that the value comes to; 0 where it is absent, empty or cannot be known. */
  idOf(attribute: number): number {
    const { texts } = this.#model;
    if (texts.writingOf(attribute) === 'literal') return texts.writtenId(attribute);
    const text = this.textOf(attribute);
    return text === null ? 0 : texts.idOf(text);
  }

  /** The number that the value comes to; NaN where it is absent, no number, or cannot be known. */
  numberOf(attribute: number): number {
    if (attribute === none) return NaN;
    const { elements, texts } = this.#model;
    // Most values are numbers as they stand: no text is made for them.
    const plain = readDecimal(
      texts.bytes,
      elements.valueStart(attribute),
      elements.valueEnd(attribute),
    );
    if (!Number.isNaN(plain)) return plain;
    if (texts.writingOf(attribute) === 'literal') return doubleOf(texts.written(attribute));
    const value = this.valueOf(attribute);
    if (value === null) return NaN;
    return value.type === 'string' ? doubleOf(value.value) : (numberOf(value) ?? NaN);
  }

  /**
   * The value that a `$name` or a `${…}` comes to, typed as the parameter is or as the expression
   * turns out; `null` for literals, and where it cannot be known.
   */
  valueOf(attribute: number): TypedValue | null {
    const { texts, parameters, elements } = this.#model;
    switch (texts.writingOf(attribute)) {
      case 'reference': {
        const name = texts.bareId(attribute);
        const declaration = parameters.lookUp(name, elements.elementOf(attribute));
        return declaration === none ? null : this.parameter(declaration);
      }
      case 'expression':
        return this.evaluate(attribute).value;
      default:
        return null;
    }
  }

  /** Evaluates an expression where it stands. */
  evaluate(attribute: number): Evaluation {
    const known = this.#evaluations.get(attribute);
    if (known !== undefined) return known;
    const { texts, elements } = this.#model;
    const scope = this.scopeAt(elements.elementOf(attribute));
    const evaluation = evaluateExpression(texts.written(attribute), scope);
    this.#evaluations.set(attribute, evaluation);
    return evaluation;
  }

  /** The parameters that can be seen from an element, for expressions that stand there. */
  scopeAt(element: number): Scope {
    const { texts, parameters, document } = this.#model;
    return {
      version: document.version,
      lookup: (name) => {
        const declaration = parameters.lookUp(texts.idOf(name), element);
        if (declaration === none) return 'unknown';
        const value = this.parameter(declaration);
        if (value) return asOperand(value);
        const type = parameters.typeOf(declaration);
        return type === null ? 'broken' : { type, value: null };
      },
    };
  }

  /**
   * The value that a parameter is declared with, of its type; `null` where it has none that can be
   * used: it does not fit the type, cannot be known, or leads back to the parameter itself.
   */
  parameter(declaration: number): TypedValue | null {
    const known = this.#parameters.get(declaration);
    if (known === pending) return null;
    if (known !== undefined) return known;
    this.#parameters.set(declaration, pending);
    const value = this.#declared(declaration);
    this.#parameters.set(declaration, value);
    return value;
  }

  #declared(declaration: number): TypedValue | null {
    const { texts, parameters } = this.#model;
    const type = parameters.typeOf(declaration);
    const attribute = parameters.attributeOf(declaration, 'value');
    if (type === null || attribute === none) return null;
    const value =
      texts.writingOf(attribute) === 'literal'
        ? parseLiteral(texts.written(attribute), type)
        : this.#converted(attribute, type);
    return value === null || isProblem(value) ? null : value;
  }

  #converted(attribute: number, type: ValueType): ReturnType<typeof readAs> | null {
    const value = this.valueOf(attribute);
    return value && readAs(value, type);
  }
}
