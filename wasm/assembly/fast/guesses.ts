import { mostTokens } from '../names';
import { noRow } from '../structure/tables';

/**
 * What is likely to come: the element that followed the same tag the last time, the attribute that
 * stood at the same place of the same element. A guess is one comparison, a wrong one costs a
 * look-up and is corrected. What the schema's tables said of the name is kept with it.
 *
 *     guess (16 bytes)   an element      0 name id   4 row it was looked up in   8 what was found
 *                        an attribute    0 name id   4 row it was looked up in   8 simple type
 *                                        12 its bit, its built-in type from bit 8 on
 */
const guessSize: usize = 16;
const elementGuesses: usize = <usize>mostTokens * 2;
const attributeGuesses: u32 = 4096;

const elements: usize = heap.alloc(elementGuesses * guessSize);
const attributes: usize = heap.alloc(<usize>attributeGuesses * guessSize);

/** Forgets all guesses: names have other ids, rows other meanings. */
export function resetGuesses(): void {
  memory.fill(elements, 0, elementGuesses * guessSize);
  memory.fill(attributes, 0, <usize>attributeGuesses * guessSize);
}

/** The guess at the element after a tag: its name id, and in bit 0 whether the element is closed. */
// @ts-ignore: decorator
@inline
export function elementAfter(tag: u32): usize {
  return elements + <usize>tag * guessSize;
}

/** The guess at the attribute number `index` of an element. Elements of many share some. */
// @ts-ignore: decorator
@inline
export function attributeOf(element: u32, index: u32): usize {
  return attributes + <usize>(((element << 3) + index) & (attributeGuesses - 1)) * guessSize;
}

// @ts-ignore: decorator
@inline
export function guessedName(guess: usize): u32 {
  return load<u32>(guess);
}

/** Puts a wrong guess right; the tables were not asked yet. */
// @ts-ignore: decorator
@inline
export function correct(guess: usize, name: u32): void {
  store<u32>(guess, name);
  store<u32>(guess, noRow, 4);
}
