import { none } from '../../../tree/tree';
import { convertValue, isProblem } from '../expressions/conversion';
import { evaluateExpression, isExpression } from '../expressions/evaluate';
import type { Scope, Valueless } from '../expressions/evaluation';
import { parseLiteral } from '../expressions/literals';
import type { ExpressionError } from '../expressions/problems';
import type { TypedValue, ValueType } from '../expressions/values';
import type { Model } from './model';

/** What a value comes to. */
export interface TypedOutcome {
  /** `null` where it is wrong, or where it cannot be known. */
  readonly value: TypedValue | null;
  /** What is wrong with it; offsets are UTF-16 units into the value as it is written. */
  readonly errors: readonly ExpressionError[];
}

const unknown: TypedOutcome = { value: null, errors: [] };

/**
 * Values with their types: literals as they are read, `$name` as the parameter's value, `${…}`
 * evaluated; then made what they are used as. Each parameter's value is computed once.
 */
export class TypedValues {
  readonly #model: Model;
  readonly #declared: (TypedValue | Valueless | 'broken' | 'open' | undefined)[] = [];

  constructor(model: Model) {
    this.#model = model;
  }

  /**
   * What an attribute's value comes to as a value of a type. A parameter that is not declared or has
   * no usable value leaves it unknown, without an error: others tell of those.
   */
  of(attribute: number, type: ValueType): TypedOutcome {
    if (attribute === none) return unknown;
    const text = this.#model.texts.written(attribute);
    const writing = this.#model.texts.writingOf(attribute);
    if (writing === 'reference') return this.#referenced(attribute, text, type);
    // Before 1.1, and where it never ends, an expression is a text like any other.
    const isComputed = writing === 'expression' && this.#model.since('1.1') && isExpression(text);
    if (isComputed) return this.#computed(attribute, text, type);
    return outcome(parseLiteral(text, type), text);
  }

  /** The value of a parameter's declaration as its own type. */
  declared(declaration: number): TypedValue | Valueless | 'broken' {
    const known = this.#declared[declaration];
    if (known === 'open') return this.#valueless(declaration);
    if (known !== undefined) return known;
    this.#declared[declaration] = 'open';
    const { parameters } = this.#model;
    const type = parameters.typeOf(declaration);
    const { value } =
      type === null ? unknown : this.of(parameters.attributeOf(declaration, 'value'), type);
    return (this.#declared[declaration] = value ?? this.#valueless(declaration));
  }

  /** What expressions at an element may refer to. */
  scopeAt(element: number): Scope {
    const { texts, parameters, document } = this.#model;
    return {
      version: document.version,
      lookup: (name) => {
        const declaration = parameters.lookUp(texts.idOf(name), element);
        return declaration === none ? 'unknown' : asOperand(this.declared(declaration));
      },
    };
  }

  #valueless(declaration: number): Valueless | 'broken' {
    const type = this.#model.parameters.typeOf(declaration);
    return type === null ? 'broken' : { type, value: null };
  }

  #referenced(attribute: number, text: string, type: ValueType): TypedOutcome {
    const { elements, texts, parameters } = this.#model;
    const declaration = parameters.lookUp(texts.bareId(attribute), elements.elementOf(attribute));
    if (declaration === none) return unknown;
    const found = this.declared(declaration);
    if (found === 'broken' || found.value === null) return unknown;
    if (type === 'string') {
      // As it is written: `01` stays `01`.
      return { value: { type, value: this.#model.values.textOf(attribute) ?? '' }, errors: [] };
    }
    // A text that reads like the value serves as one, as everybody has it.
    const made =
      found.type === 'string' ? parseLiteral(found.value, type) : convertValue(found, type);
    return outcome(made, text);
  }

  #computed(attribute: number, text: string, type: ValueType): TypedOutcome {
    const scope = this.scopeAt(this.#model.elements.elementOf(attribute));
    const { value, errors } = evaluateExpression(text, scope);
    if (value === null) return { value, errors };
    return outcome(convertValue(value, type), text);
  }
}

function outcome(made: ReturnType<typeof parseLiteral>, text: string): TypedOutcome {
  if (!isProblem(made)) return { value: made, errors: [] };
  return { value: null, errors: [{ ...made, start: 0, end: text.length }] };
}

/** A text that reads like a number or a boolean serves as one within expressions. */
function asOperand(value: TypedValue | Valueless | 'broken'): TypedValue | Valueless | 'broken' {
  if (value === 'broken' || value.type !== 'string' || value.value === null) return value;
  for (const type of ['int', 'double', 'boolean'] as const) {
    const read = parseLiteral(value.value, type);
    if (!isProblem(read)) return read;
  }
  return value;
}
