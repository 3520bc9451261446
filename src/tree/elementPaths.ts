import { recordFlag, recordKind, recordWords } from '../tape/layout';
import { TapeNames } from '../tape/names';
import { flagShift, kindMask, nameShift, type TapeBatch } from '../tape/reader';

/** A path of more UTF-16 units names no element that a person could find by it. */
const longestPath = 4096;

/** Children by name id: how many there are so far. */
type Children = Map<number, number>;

/** An element on the way from the root to one that was asked for. */
interface Step {
  above: Step | null;
  name: number;
  /** Its number, from 1, among the siblings of its name. */
  number: number;
  /** The parent's children: whether there are others of the name is known at the document's end. */
  siblings: Children;
}

/** An open element. Those of one depth use the same object in turn. */
interface Open {
  name: number;
  number: number;
  /** Whether it stands in an entity's text: then no byte of the document is its own. */
  elsewhere: boolean;
  children: Children;
  /** Set where it has been asked for. */
  step: Step | null;
}

/**
 * Finds the paths of elements (`/A/B[2]/C`) while a document's tape goes by. It holds the open
 * elements, and those that were asked for with all above them; nothing else.
 */
export class ElementPaths {
  readonly #names = new TapeNames();
  /** Byte offsets into the document's UTF-8 form that were asked for, ascending. */
  readonly #asked: number[] = [];
  /** By place asked for: the innermost element there. */
  readonly #found: (Step | null)[] = [];
  readonly #open: Open[] = [opened(0, 0, false)];
  /** Elements that are open; the first of `#open` stands for the document itself. */
  #depth = 0;

  /** Asks for the place at an offset, which must not be below the one before. */
  ask(offset: number): void {
    this.#asked.push(offset);
  }

  /** Goes on by a batch of the tape. All places before its end must have been asked for. */
  add(batch: TapeBatch): void {
    this.#names.add(batch);
    const { records } = batch;
    for (let at = 0; at < records.length; at += recordWords) {
      const head = records[at] ?? 0;
      const kind = head & kindMask;
      if (kind === recordKind.element) {
        const elsewhere = ((head >>> flagShift) & recordFlag.fromEntity) !== 0;
        if (!elsewhere) this.#settleBefore(records[at + 1] ?? 0);
        this.#begin(head >>> nameShift, elsewhere);
      } else if (kind === recordKind.end) {
        if (!this.#here.elsewhere) this.#settleBefore(records[at + 2] ?? 0);
        if (this.#depth > 0) this.#depth--;
      }
    }
  }

  /**
   * The paths at the places that were asked for, in their order; null where no element is. Elements
   * that are still open reach to the document's end.
   * @param count places that were to be asked for; those that were not lie behind all that was read
   */
  finish(count: number): (string | null)[] {
    this.#settleBefore(Infinity);
    const paths = new Map<Step, string | null>();
    const last = this.#stepTo(this.#innermost());
    return Array.from({ length: count }, (_, at) =>
      this.#pathOf(at < this.#found.length ? (this.#found[at] ?? null) : last, paths),
    );
  }

  get #here(): Open {
    const here = this.#open[this.#depth];
    if (!here) throw new RangeError('A tape ends more elements than it begins');
    return here;
  }

  #begin(name: number, elsewhere: boolean): void {
    const { children } = this.#here;
    const number = (children.get(name) ?? 0) + 1;
    children.set(name, number);
    this.#depth++;
    const used = this.#open[this.#depth];
    if (!used) {
      this.#open.push(opened(name, number, elsewhere));
      return;
    }
    used.name = name;
    used.number = number;
    used.elsewhere = elsewhere;
    // What a step refers to stays as it is; anything else makes room for the next element.
    if (used.step) used.children = new Map();
    else if (used.children.size > 0) used.children.clear();
    used.step = null;
  }

  /** The innermost element is the one at all places before the offset that have been asked for. */
  #settleBefore(offset: number): void {
    for (let at = this.#found.length; (this.#asked[at] ?? Infinity) < offset; at++) {
      this.#found.push(this.#stepTo(this.#innermost()));
    }
  }

  /** Depth of the innermost element whose own bytes these are. */
  #innermost(): number {
    let depth = this.#depth;
    while (this.#open[depth]?.elsewhere === true) depth--;
    return depth;
  }

  #stepTo(depth: number): Step | null {
    let above: Step | null = null;
    for (let level = 1; level <= depth; level++) {
      const open = this.#open[level];
      const siblings = this.#open[level - 1]?.children;
      if (!open || !siblings) break;
      open.step ??= { above, name: open.name, number: open.number, siblings };
      above = open.step;
    }
    return above;
  }

  #pathOf(step: Step | null, known: Map<Step, string | null>): string | null {
    if (step === null) return null;
    let path = known.get(step);
    if (path !== undefined) return path;
    const { above, name, number, siblings } = step;
    const base = above === null ? '' : this.#pathOf(above, known);
    const only = siblings.get(name) === 1;
    path = base === null ? null : `${base}/${this.#names.text(name)}${only ? '' : `[${number}]`}`;
    if (path !== null && path.length > longestPath) path = null;
    known.set(step, path);
    return path;
  }
}

function opened(name: number, number: number, elsewhere: boolean): Open {
  return { name, number, elsewhere, children: new Map(), step: null };
}
