import { none } from '../../../tree/tree';
import type { Model } from './model';
import { nameTextOf } from './names';

/** A start trigger's condition that waits for another element of the storyboard. */
export interface Wait {
  /** The attribute that names the element. */
  reference: number;
  /** The group of conditions that it stands in. */
  group: number;
  /** Numbers of storyboard elements: the one that waits (an act or an event), and the one waited for. */
  owner: number;
  target: number;
  state: string;
}

/** States and transitions that an element only comes to by being started. */
const afterStart = new Set(['startTransition', 'runningState', 'endTransition', 'completeState']);

/** States and transitions that an element comes to when all that is in it has come to its end. */
const atEnd = new Set(['endTransition', 'completeState', 'stopTransition']);

/**
 * What the start triggers of a storyboard wait for, and which of its elements can be started at all.
 * References that mean nothing or more than one thing are left out, as if they could be met.
 */
export class Waits {
  readonly #model: Model;
  readonly waits: readonly Wait[];
  /** For elements that have start triggers with waits in every group: the groups' waits. */
  readonly #byOwner = new Map<number, Map<number, Wait[]>>();
  /** Those of them that can be started all the same. */
  #started: Set<number> | undefined;

  constructor(model: Model) {
    this.#model = model;
    this.waits = waitsOf(model);
    for (const wait of this.waits) {
      const groups = this.#byOwner.get(wait.owner) ?? new Map<number, Wait[]>();
      this.#byOwner.set(wait.owner, groups);
      groups.set(wait.group, [...(groups.get(wait.group) ?? []), wait]);
    }
    for (const [owner, groups] of this.#byOwner) {
      const [group = none] = groups.keys();
      const trigger = model.elements.parentOf(group);
      const all = [...model.elements.childrenOf(trigger)].length;
      if (groups.size < all) this.#byOwner.delete(owner);
    }
  }

  /** The elements whose start depends on others in every way that their triggers offer. */
  get dependent(): Iterable<number> {
    return this.#byOwner.keys();
  }

  /** The waits of an element's start trigger, by its groups of conditions. */
  groupsOf(owner: number): Wait[][] {
    return [...(this.#byOwner.get(owner)?.values() ?? [])];
  }

  /** Whether an element waits for the end of something that it is a part of. */
  isForItsOwnEnd({ owner, target, state }: Wait): boolean {
    return owner !== target && atEnd.has(state) && this.isWithin(owner, target);
  }

  /** Whether a storyboard element is another one, or in it. */
  isWithin(inner: number, outer: number): boolean {
    const { storyboard } = this.#model;
    let around = inner;
    while (around !== none && around !== outer) around = storyboard.around(around);
    return around === outer;
  }

  /** Whether an element can be started, as far as it depends on others. */
  canStart(number: number): boolean {
    this.#started ??= this.#findStarted();
    return this.#isStarted(number, this.#started);
  }

  #isStarted(number: number, started: ReadonlySet<number>): boolean {
    for (const dependent of this.#dependentAround(number)) {
      if (!started.has(dependent)) return false;
    }
    return true;
  }

  /** The element itself and those around it, as far as their own triggers depend on others. */
  *#dependentAround(number: number): Generator<number, void, undefined> {
    const { storyboard } = this.#model;
    for (let around = number; around !== none; around = storyboard.around(around)) {
      if (this.#byOwner.has(around)) yield around;
    }
  }

  /** Grows what can be started from nothing: each element asks again when what it depends on can. */
  #findStarted(): Set<number> {
    const started = new Set<number>();
    const asked = new Map<number, number[]>();
    const asking = [...this.#byOwner.keys()];
    for (const owner of asking) {
      for (const number of [
        owner,
        ...this.groupsOf(owner)
          .flat()
          .map(({ target }) => target),
      ]) {
        for (const other of this.#dependentAround(number)) {
          const askers = asked.get(other);
          if (askers) askers.push(owner);
          else asked.set(other, [owner]);
        }
      }
    }
    for (let owner = asking.pop(); owner !== undefined; owner = asking.pop()) {
      if (started.has(owner) || !this.#canBeStarted(owner, started)) continue;
      started.add(owner);
      asking.push(...(asked.get(owner) ?? []));
    }
    return started;
  }

  #canBeStarted(owner: number, started: ReadonlySet<number>): boolean {
    const around = this.#model.storyboard.around(owner);
    if (around !== none && !this.#isStarted(around, started)) return false;
    return this.groupsOf(owner).some((waits) => this.#canBeMet(waits, started));
  }

  /**
   * The events that have been started whenever an element starts, as far as its own trigger and those
   * of these events say so: each group of conditions has to wait for them.
   */
  startedBefore(number: number): Set<number> {
    const before = new Set<number>();
    this.#collectBefore(number, before);
    before.delete(number);
    return before;
  }

  #collectBefore(number: number, before: Set<number>): void {
    const groups = this.groupsOf(number).map((waits) => new Set(this.#eventsIn(waits)));
    const [first = new Set<number>(), ...others] = groups;
    for (const event of first) {
      if (before.has(event) || !others.every((group) => group.has(event))) continue;
      before.add(event);
      this.#collectBefore(event, before);
    }
  }

  /** The events that waits are for, or that hold the actions that they are for. */
  *#eventsIn(waits: readonly Wait[]): Generator<number, void, undefined> {
    const { storyboard } = this.#model;
    for (const { target, state } of waits) {
      if (!afterStart.has(state)) continue;
      const type = storyboard.typeOf(target);
      if (type === 'event') yield target;
      else if (type === 'action') yield storyboard.around(target);
    }
  }

  #canBeMet(waits: readonly Wait[], started: ReadonlySet<number>): boolean {
    return waits.every((wait) => {
      if (this.isForItsOwnEnd(wait)) return false;
      return !afterStart.has(wait.state) || this.#isStarted(wait.target, started);
    });
  }
}

function waitsOf(model: Model): Wait[] {
  const { elements, storyboard, values } = model;
  const found: Wait[] = [];
  for (const condition of elements.named('StoryboardElementStateCondition')) {
    const group = elements.ancestorNamed(condition, 'ConditionGroup');
    const trigger = elements.parentOf(group);
    if (trigger === none || elements.nameOf(trigger) !== 'StartTrigger') continue;
    const owner = storyboard.numberOf(elements.parentOf(trigger));
    const reference = elements.attributeOf(condition, 'storyboardElementRef');
    const name = nameTextOf(model, reference);
    const type = values.textOf(elements.attributeOf(condition, 'storyboardElementType'));
    const state = values.textOf(elements.attributeOf(condition, 'state'));
    if (owner === none || name === null || state === null) continue;
    const [target, ...others] = storyboard
      .meantBy(name)
      .filter((number) => storyboard.typeOf(number) === type);
    if (target === undefined || others.length > 0) continue;
    found.push({ reference, group, owner, target, state });
  }
  return found;
}
