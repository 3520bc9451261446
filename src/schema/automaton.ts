/**
 * Deterministic automata from regular expressions over numbers, which stand for bytes in a value or
 * for names of child elements. Glushkov's construction: every leaf of an expression is a position;
 * a state is the set of positions that the last symbol may have been read at.
 */

/** A part of an expression: the positions it may begin and end with, and whether it may be empty. */
export interface Fragment {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** The expression that matches nothing but the empty word. */
export const emptyFragment: Fragment = { nullable: true, first: [], last: [] };

/** Builds expressions. A fragment may be used in several places only if nothing follows it there. */
export class Expressions {
  private readonly symbols: (readonly number[])[] = [];
  private readonly follow: number[][] = [];

  /** One symbol out of several. Its position is the fragment's only `first`. */
  leaf(symbols: readonly number[]): Fragment {
    const position = this.symbols.length;
    this.symbols.push(symbols);
    this.follow.push([]);
    return { nullable: false, first: [position], last: [position] };
  }

  /** One symbol after the other. */
  word(symbols: Iterable<number>): Fragment {
    let first = -1;
    let last = -1;
    for (const symbol of symbols) {
      const position = this.symbols.length;
      this.symbols.push([symbol]);
      this.follow.push([]);
      if (first < 0) first = position;
      else this.follow[last]?.push(position);
      last = position;
    }
    return first < 0 ? emptyFragment : { nullable: false, first: [first], last: [last] };
  }

  sequence(parts: readonly Fragment[]): Fragment {
    return parts.reduce((before, after) => this.then(before, after), emptyFragment);
  }

  choice(parts: readonly Fragment[]): Fragment {
    return {
      nullable: parts.some((part) => part.nullable),
      first: parts.flatMap((part) => part.first),
      last: parts.flatMap((part) => part.last),
    };
  }

  /** `min` to `max` times what `make` makes, which is called once for each copy that is needed. */
  repeat(make: () => Fragment, min: number, max: number): Fragment {
    const endless = max === Infinity;
    const copies = Array.from({ length: endless ? Math.max(min, 1) : max }, make);
    const last = copies.at(-1);
    if (endless && last !== undefined) this.connect(last, last);
    return this.sequence(
      copies.map((copy, index) => (index < min ? copy : { ...copy, nullable: true })),
    );
  }

  symbolsAt(position: number): readonly number[] {
    return this.symbols[position] ?? [];
  }

  followers(position: number): readonly number[] {
    return this.follow[position] ?? [];
  }

  private then(before: Fragment, after: Fragment): Fragment {
    this.connect(before, after);
    return {
      nullable: before.nullable && after.nullable,
      first: before.nullable ? [...before.first, ...after.first] : before.first,
      last: after.nullable ? [...before.last, ...after.last] : after.last,
    };
  }

  private connect(before: Fragment, after: Fragment): void {
    for (const position of before.last) {
      const followers = this.follow[position] ?? [];
      for (const next of after.first) if (!followers.includes(next)) followers.push(next);
    }
  }
}

export interface State {
  /** The symbols that can be read, each with an entry at the same place in the other two lists. */
  readonly symbols: readonly number[];
  /** Index of the state that a symbol leads to. */
  readonly targets: readonly number[];
  /** The first position, in the order of the expression, that a symbol is read at. */
  readonly positions: readonly number[];
  readonly accepting: boolean;
  /** The positions at which an expression may end here. */
  readonly ends: readonly number[];
}

/** A state before its transitions are known. */
interface PositionSet {
  /** Where the next symbol may be read, ascending. */
  readonly next: readonly number[];
  /** Where the last symbol may have been read, ascending; empty in a start state. */
  readonly at: readonly number[];
  /** Whether the empty word ends here. */
  readonly empty: boolean;
}

/** Turns expressions into deterministic automata that share the states they have in common. */
export class Determinizer {
  private readonly sets: {
    next: readonly number[];
    at: readonly number[];
    empty: boolean;
  }[] = [];
  private readonly known = new Map<string, number>();
  /** The states that stand for a single position, which most do: quicker to find than by a key. */
  private readonly single: number[] = [];
  private readonly finals = new Set<number>();

  constructor(private readonly expressions: Expressions) {}

  /** The index of the state in which reading an expression begins. */
  start(expression: Fragment): number {
    for (const position of expression.last) this.finals.add(position);
    const next = ascending(expression.first);
    const key = `${expression.nullable ? 'may end' : 'start'} ${next.join(' ')}`;
    return this.state(key, { next, at: [], empty: expression.nullable });
  }

  /** All states, once every expression has been given a start. */
  states(): State[] {
    const states: State[] = [];
    // The list grows while it is walked: each state may lead to new ones.
    for (const set of this.sets) {
      const ends = set.at.some((position) => this.finals.has(position))
        ? set.at.filter((position) => this.finals.has(position))
        : nothing;
      states.push(this.stateAfter(set.next, set.empty || ends.length > 0, ends));
    }
    return states;
  }

  private stateAfter(next: readonly number[], accepting: boolean, ends: readonly number[]): State {
    const only = next[0];
    if (only !== undefined && next.length === 1) {
      // The common case by far: a value has one way to go on.
      const symbols = this.expressions.symbolsAt(only);
      const target = this.afterSingle(next, only);
      const one = symbols.length === 1;
      const targets = one ? [target] : symbols.map(() => target);
      const positions = one ? next : symbols.map(() => only);
      return { symbols, targets, positions, accepting, ends };
    }
    const readAt = new Map<number, number[]>();
    for (const position of next) {
      for (const symbol of this.expressions.symbolsAt(position)) {
        const at = readAt.get(symbol);
        if (at === undefined) readAt.set(symbol, [position]);
        else at.push(position);
      }
    }
    const reads = [...readAt.values()];
    return {
      symbols: [...readAt.keys()],
      targets: reads.map((at) => this.after(at)),
      positions: reads.map((at) => at[0] ?? 0),
      accepting,
      ends,
    };
  }

  private after(at: readonly number[]): number {
    if (at.length === 1) return this.afterSingle(at, at[0] ?? 0);
    const key = at.join(' ');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const next = at.flatMap((position) => this.expressions.followers(position));
    return this.state(key, { next: ascending(next), at, empty: false });
  }

  private afterSingle(at: readonly number[], only: number): number {
    const known = this.single[only];
    if (known !== undefined) return known;
    this.single[only] = this.sets.length;
    return (
      this.sets.push({ next: ascending(this.expressions.followers(only)), at, empty: false }) - 1
    );
  }

  private state(key: string, set: PositionSet): number {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.sets.length;
    this.known.set(key, index);
    this.sets.push(set);
    return index;
  }
}

const nothing: readonly number[] = [];

function ascending(positions: readonly number[]): readonly number[] {
  return positions.length < 2 ? positions : [...new Set(positions)].sort((a, b) => a - b);
}
