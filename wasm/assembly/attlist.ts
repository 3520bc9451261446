import {
  addAttribute,
  attributeAt,
  attributeCount,
  collapseValue,
  normaliseAttribute,
  setValue,
  ValueFlag,
} from './attributes';
import { grow, grownCapacity } from './memory';
import { Result } from './results';

/**
 * What the internal subset's attribute lists say: types that are not CDATA, and default values.
 *
 *     declaration (24 bytes)  0 element  4 attribute  8 not CDATA  12 has a default
 *                             16 offset of the default's normalised text  20 its length
 */
const declarationSize: usize = 24;

let table: usize = 0;
let capacity: usize = 0;
let count: i32 = 0;
let texts: usize = 0;
let textsCapacity: usize = 0;
let textsUsed: usize = 0;

/** Whether any tag can be touched by these declarations. */
export let hasDefaults: bool = false;

export function resetAttlists(): void {
  count = 0;
  textsUsed = 0;
  hasDefaults = false;
}

/** Declares an attribute; the first declaration of the pair is the one that holds. */
export function declareAttribute(
  element: u32,
  attribute: u32,
  tokenized: bool,
  hasDefault: bool,
  text: usize,
  length: usize,
): void {
  for (let i = 0; i < count; i++) {
    const known = table + <usize>i * declarationSize;
    if (load<u32>(known) == element && load<u32>(known, 4) == attribute) return;
  }
  const at = <usize>count * declarationSize;
  if (at + declarationSize > capacity) {
    table = grow(table, capacity, at, at + declarationSize);
    capacity = grownCapacity;
  }
  if (textsUsed + length > textsCapacity) {
    texts = grow(texts, textsCapacity, textsUsed, textsUsed + length);
    textsCapacity = grownCapacity;
  }
  const declaration = table + at;
  store<u32>(declaration, element);
  store<u32>(declaration, attribute, 4);
  store<u32>(declaration, tokenized ? 1 : 0, 8);
  store<u32>(declaration, hasDefault ? 1 : 0, 12);
  store<u32>(declaration, <u32>textsUsed, 16);
  store<u32>(declaration, <u32>length, 20);
  memory.copy(texts + textsUsed, text, length);
  textsUsed += length;
  count++;
  if (tokenized || hasDefault) hasDefaults = true;
}

/** Applies the declarations for an element to the attributes of its tag (3.3.2 and 3.3.3). */
export function applyDefaults(element: u32): Result {
  const written = attributeCount;
  for (let i = 0; i < count; i++) {
    const declaration = table + <usize>i * declarationSize;
    if (load<u32>(declaration) != element) continue;
    const name = load<u32>(declaration, 4);
    let found: u32 = written;
    for (let j: u32 = 0; j < written; j++) {
      if (load<u32>(attributeAt(j)) == name) found = j;
    }
    const tokenized = load<u32>(declaration, 8) != 0;
    if (found < written) {
      if (!tokenized) continue;
      const result = normaliseAttribute(found);
      if (result != Result.ok) return result;
      collapseValue(attributeAt(found));
    } else if (load<u32>(declaration, 12) != 0) {
      const attribute = addAttribute(name, 0, 0, 0, ValueFlag.defaulted);
      setValue(attribute, texts + load<u32>(declaration, 16), load<u32>(declaration, 20));
      if (tokenized) collapseValue(attribute);
    }
  }
  return Result.ok;
}
