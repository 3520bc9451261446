/**
 * Memory by hand: no managed objects live in this module, only blocks that grow by doubling. A
 * block is given back only when it grows, so memory follows the largest document of an instance.
 */

/** Bytes past every buffer's end that may be read, so that 16-byte loads need no bounds check. */
export const slack: usize = 64;

/**
 * Makes room for `need` bytes in a block that now holds `capacity`, keeping its first `used` bytes.
 * Returns the block's new address; the new capacity is in `grownCapacity`.
 */
export function grow(block: usize, capacity: usize, used: usize, need: usize): usize {
  let size = capacity < 256 ? <usize>256 : capacity;
  while (size < need) size <<= 1;
  const bigger = allocate(size + slack);
  memory.copy(bigger, block, used);
  memory.fill(bigger + used, 0, size + slack - used);
  if (block != 0) heap.free(block);
  grownCapacity = size;
  return bigger;
}

export let grownCapacity: usize = 0;

/** Bytes of memory that the host allows, all in all. */
export let memoryLimit: usize = 0xffff0000;
/** Bytes that are being asked for: not 0 after a trap when there was no more memory. */
export let asked: usize = 0;

export function setMemoryLimit(limit: usize): void {
  memoryLimit = limit;
}

/** A block of its own. Traps, with `asked` set, where that is beyond the limit or beyond the machine. */
export function allocate(size: usize): usize {
  asked = size;
  // What was freed may do: the limit counts only what would have to be added, at worst.
  if (<u64>size > leastAsked && (<u64>memory.size() << 16) + <u64>size > <u64>memoryLimit) unreachable();
  const block = heap.alloc(size);
  asked = 0;
  return block;
}

/** Smaller blocks are always tried: they rarely need more memory, and many are needed to go on. */
const leastAsked: u64 = 65536;
