import type { Row } from './comb';

/** What a row record can number. */
const maxRows = 0x10000;

/** A row with the flags of its record. */
export interface FlaggedRow extends Row {
  readonly flags: number;
}

/** Names and their ids, given in the order of asking; 0 is the empty name. */
export class NameTable {
  readonly all: string[] = [''];
  private readonly ids = new Map<string, number>([['', 0]]);

  id(name: string): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.all.length;
    this.ids.set(name, id);
    this.all.push(name);
    return id;
  }
}

/** The rows of all automata. Row 0 is empty, for whatever knows no keys at all. */
export class RowTable {
  readonly all: FlaggedRow[] = [{ keys: [], values: [], flags: 0 }];

  /** The number that the next row will get. */
  get next(): number {
    return this.all.length;
  }

  /** Adds a row that leads from each key to the value at the same place; returns its number. */
  add(keys: readonly number[], values: readonly number[], flags = 0): number {
    if (keys.length === 0 && flags === 0) return 0;
    if (this.all.length >= maxRows) throw new Error(`A schema can have ${maxRows} rows at most`);
    this.all.push({ keys, values, flags });
    return this.all.length - 1;
  }
}

/** The value word of an entry for a child element; `low` is the next row or the member's bit. */
export function childValue(low: number, type: number, deprecated: boolean): number {
  return (low | (type << 16) | (deprecated ? 1 << 31 : 0)) >>> 0;
}

/** Looks up a number that must be there; anything else is a mistake in the compiler. */
export function idIn(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`Nothing is called \`${name}\` in this version`);
  return id;
}
