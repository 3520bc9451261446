import type { CompiledSchema } from './compile';

/*
 * The tables of all versions of a schema as text that is quick to read, for what is built: to
 * compile them takes tens of milliseconds in a program that has only just begun.
 *
 * `names` holds the names of all versions, with spaces between. A version is a run of numbers in
 * base 32, the lowest digit first: a digit is the character 48 + its value, and another 32 more
 * where further digits follow. A list is its length and its members; a name is its place in `names`.
 *
 *     words                          a list
 *     names, types, simple types, roots    lists of names
 *     rows with an expectation       their number; of each, the row and a list of names
 */

/** All versions of a schema, compiled and packed. */
export interface PackedSchemas {
  readonly names: string;
  /** In the order in which they were given. */
  readonly versions: readonly { readonly version: string; readonly text: string }[];
}

/** Packs compiled schemas of different versions. Throws where a name holds white space. */
export function packSchemas(schemas: readonly CompiledSchema[]): PackedSchemas {
  const names = [...new Set(schemas.flatMap((schema) => schema.names))];
  if (names.some((name) => /\s/.test(name))) throw new Error('A name holds white space');
  const ids = new Map(names.map((name, id) => [name, id]));
  const versions = schemas.map((schema) => ({
    version: schema.version,
    text: packOne(schema, ids),
  }));
  return { names: names.join(' '), versions };
}

function packOne(schema: CompiledSchema, ids: ReadonlyMap<string, number>): string {
  const numbers: number[] = [];
  const idOf = (name: string): number => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`“${name}” is no name of the schema`);
    return id;
  };
  const put = (list: readonly string[]): void => {
    numbers.push(list.length);
    for (const name of list) numbers.push(idOf(name));
  };
  numbers.push(schema.words.length);
  for (const word of schema.words) numbers.push(word);
  put(schema.names);
  put(schema.typeNames);
  put(schema.simpleTypeNames);
  put(schema.roots);
  numbers.push(schema.expectedByRow.size);
  for (const [row, expected] of schema.expectedByRow) {
    numbers.push(row);
    put(expected);
  }
  return numbers.map(digits).join('');
}

function digits(number: number): string {
  let text = '';
  let rest = number;
  for (; rest >= 32; rest = Math.floor(rest / 32))
    text += String.fromCharCode(48 + 32 + (rest % 32));
  return text + String.fromCharCode(48 + rest);
}

/**
 * Gives the tables of a version, unpacked when they are asked for first. What is given throws a
 * RangeError for a version that is not there.
 */
export function unpackSchemas(packed: PackedSchemas): (version: string) => CompiledSchema {
  const unpacked = new Map<string, CompiledSchema>();
  let names: string[] | undefined;
  return (version) => {
    let schema = unpacked.get(version);
    if (schema === undefined) {
      const own = packed.versions.find((one) => one.version === version);
      if (own === undefined) throw new RangeError(`No tables for version ${version}`);
      names ??= packed.names.split(' ');
      unpacked.set(version, (schema = unpackOne(version, own.text, names)));
    }
    return schema;
  };
}

function unpackOne(version: string, text: string, all: readonly string[]): CompiledSchema {
  const numbers = numbersIn(text);
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  const list = (): string[] => {
    const names: string[] = [];
    for (let count = next(); count > 0; count--) names.push(all[next()] ?? '');
    return names;
  };
  const wordCount = next();
  const words = numbers.subarray(at, (at += wordCount));
  const names = list();
  const typeNames = list();
  const simpleTypeNames = list();
  const roots = list();
  const expectedByRow = new Map<number, readonly string[]>();
  for (let count = next(); count > 0; count--) {
    const row = next();
    expectedByRow.set(row, list());
  }
  return { version, words, names, typeNames, simpleTypeNames, roots, expectedByRow };
}

/** One plain loop, so that it is compiled while it runs: it is met but once. */
function numbersIn(text: string): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(text.length);
  let count = 0;
  let number = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 32) {
      numbers[count++] = number + digit * unit;
      number = 0;
      unit = 1;
    } else {
      number += (digit - 32) * unit;
      unit *= 32;
    }
  }
  return numbers.subarray(0, count);
}
