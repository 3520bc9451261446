import { Determinizer, Expressions, type Fragment } from './automaton';
import type { SchemaModel, SimpleTypeModel } from './model';
import { literalFragment, patternFragment } from './pattern';
import { builtin, noRow } from './tables';
import type { NameTable, RowTable } from './tables-builder';

export interface CompiledValues {
  /** The simple type records, one after the other. */
  readonly records: number[];
  readonly ids: ReadonlyMap<string, number>;
  /** Names by id. */
  readonly names: readonly string[];
  /** Id of the simple type of text content, which accepts everything. */
  readonly text: number;
}

/** Adds the lexical automata of all simple types, and makes their records. */
export function compileValues(
  model: SchemaModel,
  names: NameTable,
  rows: RowTable,
): CompiledValues {
  const types = [...model.simpleTypes.values()];
  const automata = new ValueAutomata(rows);
  const starts = types.map((type) => automata.start(type));
  const firstRow = automata.addRows();

  const records = [builtin.string, noRow, 0, 0];
  const ids = new Map<string, number>();
  types.forEach((type, index) => {
    const start = starts[index] ?? null;
    ids.set(type.name, index + 1);
    records.push(builtin[type.builtin], start === null ? noRow : firstRow + start);
    records.push(names.id(type.name), 0);
  });
  return {
    records,
    ids,
    names: ['', ...types.map((type) => type.name)],
    text: 0,
  };
}

/** Patterns and enumerated values as automata over bytes. */
class ValueAutomata {
  private readonly expressions = new Expressions();
  private readonly determinizer = new Determinizer(this.expressions);
  private readonly patterns = new Map<string, Fragment>();
  /** Positions at which a deprecated value ends. */
  private readonly deprecatedEnds = new Set<number>();

  constructor(private readonly rows: RowTable) {}

  /** The state in which reading a value begins, or `null` where no automaton is needed. */
  start(type: SimpleTypeModel): number | null {
    if (type.builtin === 'string') return null;
    const values = type.values.map((value) => {
      const fragment = literalFragment(this.expressions, value.name);
      if (value.deprecated) for (const end of fragment.last) this.deprecatedEnds.add(end);
      return fragment;
    });
    const patterns = type.patterns.map(({ pattern }) => this.patternOf(pattern));
    if (values.length + patterns.length === 0) return null;
    return this.determinizer.start(this.expressions.choice([...values, ...patterns]));
  }

  /** Adds a row for every state; returns the row of state 0, which the others follow in order. */
  addRows(): number {
    const firstRow = this.rows.next;
    this.determinizer.states().forEach((state, index) => {
      const deprecated =
        state.ends.length > 0 && state.ends.every((at) => this.deprecatedEnds.has(at));
      const flags = (state.accepting ? 1 : 0) | (deprecated ? 2 : 0);
      const targets = state.targets.map((target) => firstRow + target);
      const row = this.rows.add(state.symbols, targets, flags);
      if (row !== firstRow + index) throw new Error('A value can neither go on nor end');
    });
    return firstRow;
  }

  /** A pattern's expression, shared by all types that accept it: nothing ever follows it. */
  private patternOf(pattern: string): Fragment {
    let fragment = this.patterns.get(pattern);
    if (fragment === undefined) {
      fragment = patternFragment(this.expressions, pattern);
      this.patterns.set(pattern, fragment);
    }
    return fragment;
  }
}
