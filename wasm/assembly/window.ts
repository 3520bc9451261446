import { grow, grownCapacity } from './memory';
import { dropMarks } from './places';

/**
 * The window: the part of the document's UTF-8 form that has come and is not done with.
 *
 *     window        cursor            limit        end
 *     |  consumed   |  to be read     |  unchecked |
 *
 * `windowOffset` is the document offset of the window's first byte. What lies before the cursor is
 * dropped when room is made for the next chunk. Bytes past `limit` are an incomplete UTF-8
 * sequence, or the first byte that is not allowed.
 */
export let window: usize = 0;
export let windowCapacity: usize = 0;
export let windowEnd: usize = 0;
export let windowOffset: u32 = 0;

export let cursor: usize = 0;
export let limit: usize = 0;

/** True once no more bytes will come. */
export let final: bool = false;

/**
 * Inside an entity's replacement text, offsets are those of the reference in the document.
 */
export let inEntity: i32 = 0;
export let referenceStart: u32 = 0;
export let referenceEnd: u32 = 0;

export function resetWindow(firstOffset: u32): void {
  windowEnd = window;
  cursor = window;
  limit = window;
  windowOffset = firstOffset;
  final = false;
  inEntity = 0;
}

export function setCursor(at: usize): void {
  cursor = at;
}

/** Drops what is consumed and makes room for `count` bytes; returns where they go. */
export function reserveWindow(count: usize): usize {
  const consumed = cursor - window;
  const kept = windowEnd - cursor;
  if (consumed > 0) {
    dropMarks(windowOffset + <u32>consumed);
    memory.copy(window, cursor, kept);
    windowOffset += <u32>consumed;
    windowEnd -= consumed;
    limit -= consumed;
    cursor = window;
  }
  if (kept + count > windowCapacity) {
    const at = limit - window;
    window = grow(window, windowCapacity, kept, kept + count);
    windowCapacity = grownCapacity;
    windowEnd = window + kept;
    limit = window + at;
    cursor = window;
  }
  return windowEnd;
}

/** Document offset of an address in the window, or the reference's start inside an entity. */
// @ts-ignore: decorator
@inline
export function offsetOf(at: usize): u32 {
  return inEntity > 0 ? referenceStart : windowOffset + <u32>(at - window);
}

/** The same for the end of something. */
// @ts-ignore: decorator
@inline
export function endOffsetOf(at: usize): u32 {
  return inEntity > 0 ? referenceEnd : windowOffset + <u32>(at - window);
}
