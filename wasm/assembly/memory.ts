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
  const bigger = heap.alloc(size + slack);
  memory.copy(bigger, block, used);
  memory.fill(bigger + used, 0, size + slack - used);
  if (block != 0) heap.free(block);
  grownCapacity = size;
  return bigger;
}

export let grownCapacity: usize = 0;
