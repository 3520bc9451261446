import { Determinizer, Expressions, type Fragment, type State } from './automaton';
import type { ElementParticle, ModelGroup, Particle, TypeModel } from './model';
import { content as contentKind } from './tables';
import { childValue, idIn, type NameTable, type RowTable } from './tables-builder';

/** How the content of one type is judged: the words 0 to 2 of its record. */
export interface CompiledContent {
  readonly kind: number;
  readonly row: number;
  /** In an `all`, the members that must occur, as a bit mask. */
  readonly required: number;
}

export interface CompiledContents {
  /** Types whose content is made of elements. */
  readonly byType: ReadonlyMap<string, CompiledContent>;
  readonly expectedByRow: ReadonlyMap<number, readonly string[]>;
}

/** Adds the rows of all content models: automata for sequences and choices, bits for `all`. */
export function compileContents(
  types: readonly TypeModel[],
  typeIds: ReadonlyMap<string, number>,
  names: NameTable,
  rows: RowTable,
): CompiledContents {
  const byType = new Map<string, CompiledContent>();
  const expectedByRow = new Map<number, readonly string[]>();
  const automata = new ContentAutomata(typeIds, names, rows);
  const starts = new Map<string, number>();
  for (const type of types) {
    if (type.content.kind !== 'elements') continue;
    const { model } = type.content;
    if (model.kind === 'all') byType.set(type.name, compileAll(type.name, model));
    else starts.set(type.name, automata.start(model));
  }
  const firstRow = automata.addRows(expectedByRow);
  for (const [name, state] of starts) {
    byType.set(name, {
      kind: contentKind.automaton,
      row: firstRow + state,
      required: 0,
    });
  }
  return { byType, expectedByRow };

  function compileAll(type: string, model: ModelGroup): CompiledContent {
    const members = model.parts.map((part) => {
      if (part.kind === 'element' && part.max === 1) return part;
      throw new Error(`An \`all\` may hold single elements only; that of \`${type}\` does not`);
    });
    if (members.length > 32) throw new Error(`The \`all\` of \`${type}\` has over 32 members`);
    let required = 0;
    const values = members.map((member, bit) => {
      if (member.min > 0) required |= 1 << bit;
      return childValue(bit, idIn(typeIds, member.type), member.deprecated);
    });
    const row = rows.add(
      members.map((member) => names.id(member.name)),
      values,
    );
    if (row > 0) {
      expectedByRow.set(
        row,
        members.map((member) => member.name),
      );
    }
    return { kind: contentKind.all, row, required };
  }
}

class ContentAutomata {
  private readonly expressions = new Expressions();
  private readonly determinizer = new Determinizer(this.expressions);
  /** The element that each position stands for. */
  private readonly elements: ElementParticle[] = [];

  constructor(
    private readonly typeIds: ReadonlyMap<string, number>,
    private readonly names: NameTable,
    private readonly rows: RowTable,
  ) {}

  /** The state in which a content begins. */
  start(model: ModelGroup): number {
    return this.determinizer.start(this.fragment(model));
  }

  /** Adds a row for every state; returns the row of state 0, which the others follow in order. */
  addRows(expectedByRow: Map<number, readonly string[]>): number {
    const firstRow = this.rows.next;
    this.determinizer.states().forEach((state, index) => {
      const values = this.childValues(state, firstRow);
      const row = this.rows.add(state.symbols, values, state.accepting ? 1 : 0);
      if (row !== firstRow + index) throw new Error('A content can neither go on nor end');
      expectedByRow.set(row, this.expected(state));
    });
    return firstRow;
  }

  private fragment(particle: Particle): Fragment {
    return this.expressions.repeat(() => this.once(particle), particle.min, particle.max);
  }

  private once(particle: Particle): Fragment {
    switch (particle.kind) {
      case 'element':
        this.elements.push(particle);
        return this.expressions.leaf([this.names.id(particle.name)]);
      case 'sequence':
        return this.expressions.sequence(particle.parts.map((part) => this.fragment(part)));
      case 'choice':
        return this.expressions.choice(particle.parts.map((part) => this.fragment(part)));
      case 'all':
        throw new Error('An `all` may not stand within another content');
    }
  }

  private childValues(state: State, firstRow: number): number[] {
    return state.positions.map((position, index) => {
      const element = this.elementAt(position);
      const next = firstRow + (state.targets[index] ?? 0);
      return childValue(next, idIn(this.typeIds, element.type), element.deprecated);
    });
  }

  private expected(state: State): string[] {
    const positions = [...state.positions].sort((a, b) => a - b);
    return positions.map((position) => this.elementAt(position).name);
  }

  private elementAt(position: number): ElementParticle {
    const element = this.elements[position];
    if (element === undefined) throw new Error(`No element at position ${position}`);
    return element;
  }
}
