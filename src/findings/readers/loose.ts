import { bounded } from './limits';

/*
 * JSON of unknown origin, asked for what is hoped to be in it: what is not there, or of another kind,
 * is undefined or empty, and texts come in bearable length.
 */

/** An object of which nothing is known. */
export type Loose = Readonly<Record<string, unknown>>;

const nothing: Loose = Object.freeze({});

/** The value where it is an object; else one without members. */
export function asObject(value: unknown): Loose {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? (value as Loose) : nothing;
}

/** A member that an object has itself. */
export function member(of: Loose, name: string): unknown {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

/** The member where it is an object; else one without members. */
export function objectIn(of: Loose, name: string): Loose {
  return asObject(member(of, name));
}

/** The member where it is an array; else an empty one. */
export function listIn(of: Loose, name: string): readonly unknown[] {
  const value = member(of, name);
  return Array.isArray(value) ? value : [];
}

/** The member where it is a text. */
export function textIn(of: Loose, name: string): string | undefined {
  const value = member(of, name);
  return typeof value === 'string' ? bounded(value) : undefined;
}

/** The member where it is a whole number that is not below `least`. */
export function countIn(of: Loose, name: string, least = 0): number | undefined {
  const value = member(of, name);
  return Number.isSafeInteger(value) && (value as number) >= least ? (value as number) : undefined;
}

/** The member where it is one of some words. */
export function wordIn<Word extends string>(
  of: Loose,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = member(of, name);
  return words.find((word) => word === value);
}
