import { none } from '../../../tree/tree';
import type { Model } from './model';
import { nameIdOf } from './names';

/** The controllers of traffic signals that `RoadNetwork` declares, in document order. */
export class SignalControllers {
  readonly #model: Model;
  readonly elements: Uint32Array;
  /** The interned names, in the same order; 0 where a name is empty or cannot be known. */
  readonly names: number[];
  readonly #complete: boolean;

  constructor(model: Model) {
    this.#model = model;
    const { elements, texts } = model;
    this.elements = elements.named('TrafficSignalController');
    let complete = true;
    this.names = Array.from(this.elements, (element) => {
      const attribute = elements.attributeOf(element, 'name');
      const name = nameIdOf(model, attribute);
      if (name === 0 && texts.writingOf(attribute) === 'reference') complete = false;
      return name;
    });
    this.#complete = complete;
  }

  /** False where a declared name cannot be known, so that any name might be that one. */
  get complete(): boolean {
    return this.#complete;
  }

  /** The declared names, for showing. */
  get shownNames(): string[] {
    return this.names.map((name) => this.#model.texts.interner.text(name));
  }

  /** The first controller of an interned name, or `none`. */
  named(name: number): number {
    return name === 0 ? none : (this.elements[this.names.indexOf(name)] ?? none);
  }

  /** The `Phase` elements of a controller. */
  phasesOf(controller: number): number[] {
    const { elements } = this.#model;
    const phase = elements.names.idOf('Phase');
    return [...elements.childrenOf(controller)].filter((at) => elements.nameIdOf(at) === phase);
  }

  /** Sum of the durations of a controller's phases, in seconds; NaN where one cannot be known. */
  cycleOf(controller: number): number {
    const { elements, values } = this.#model;
    return this.phasesOf(controller).reduce(
      (sum, phase) => sum + values.numberOf(elements.attributeOf(phase, 'duration')),
      0,
    );
  }
}
