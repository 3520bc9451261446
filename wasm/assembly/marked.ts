import { grow, grownCapacity } from './memory';

/**
 * Where a byte stands that whoever asks about the document will look for: such as the one that begins
 * a reference to something else in a format's values. The offsets of all of them, in attribute values,
 * texts or elsewhere, are kept while the document goes by; most documents have few of them or none.
 */
let byte: u32 = 0;

let block: usize = 0;
let capacity: usize = 0;
let total: u32 = 0;

export function resetMarked(): void {
  byte = 0;
  total = 0;
}

/** Marks this byte from now on; 0, which no document holds, for none. */
export function markByte(wanted: u32): void {
  byte = wanted;
}

/** Takes the marked bytes among `[from, to)`; `offset` is where the first of these is in the document. */
export function noteMarked(from: usize, to: usize, offset: u32): void {
  if (byte == 0) return;
  const wanted = v128.splat<u8>(<u8>byte);
  // What lies behind the end may be read, and is none of the document.
  for (let at = from; at < to; at += 16) {
    let found = i8x16.bitmask(i8x16.eq(v128.load(at), wanted));
    while (found != 0) {
      const place = at + <usize>ctz(found);
      if (place >= to) return;
      add(offset + <u32>(place - from));
      found &= found - 1;
    }
  }
}

function add(offset: u32): void {
  const used = <usize>total * 4;
  if (used == capacity) {
    block = grow(block, used, used, used + 4);
    capacity = grownCapacity;
  }
  store<u32>(block + used, offset);
  total++;
}

/** Number of the offsets, which ascend, and their address. */
export function markedCount(): u32 {
  return total;
}
export function markedAddress(): usize {
  return block;
}
