import { none } from '../../../tree/tree';
import type { Model } from './model';

/**
 * What attribute values come to: a literal is what is written, `$name` is the declared parameter's
 * value, `${…}` is evaluated. What cannot be known here (a parameter that is not declared, an
 * expression with a mistake in it) comes to nothing: a rule of its own tells that, and others stay
 * silent.
 */
export class Values {
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  /** The text that the value comes to; `null` where it is absent or cannot be known. */
  textOf(attribute: number): string | null {
    const { texts } = this.#model;
    switch (texts.writingOf(attribute)) {
      case 'absent':
        return null;
      case 'literal':
        return texts.written(attribute);
      case 'reference':
        return this.#referenced(attribute);
      case 'expression':
        return null;
    }
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
    const text = this.textOf(attribute);
    return text === null || text.trim() === '' ? NaN : Number(text);
  }

  #referenced(attribute: number): string | null {
    const { texts, parameters, elements } = this.#model;
    const name = texts.idOf(texts.written(attribute).slice(1));
    const declaration = parameters.lookUp(name, elements.elementOf(attribute));
    if (declaration === none) return null;
    const element = parameters.elements[declaration] ?? none;
    return this.textOf(elements.attributeOf(element, 'value'));
  }
}
