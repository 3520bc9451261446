import { checkValue, Value } from './lexical';

/**
 * Short values that were found good, to be recognised when they come again: enumerations,
 * parameters and dates repeat. One entry a hash; a newer value takes the place of an older one.
 *
 *     entry (32 bytes)   0 the value, padded with zeros (16 bytes)   16 simple type + 1, length in bits 24–31
 */
const entrySize: usize = 32;
const entryCount: u32 = 1024;

const entries: usize = memory.data(32 * 1024);
/** 16 bytes ff, then 16 zeros: the 16 bytes from `16 - n` on mask the first `n`. */
const masks: usize = memory.data(32);

/** Longest value that is remembered, in bytes. */
export const longestMemo: usize = 16;

/** Forgets everything: the simple types are those of another schema. */
export function resetMemo(): void {
  memory.fill(entries, 0, <usize>entryCount * entrySize);
  memory.fill(masks, 0xff, 16);
}

/** Whether a value of at most `longestMemo` bytes is good, and no more than that. */
export function isGoodAgain(simpleType: u32, from: usize, length: usize): bool {
  const value = v128.and(v128.load(from), v128.load(masks + 16 - length));
  const about = (simpleType + 1) | (<u32>length << 24);
  const mixed =
    (i64x2.extract_lane(value, 0) ^ (<u64>about * 0x9e3779b97f4a7c15)) * 0xff51afd7ed558ccd +
    i64x2.extract_lane(value, 1) * 0xc4ceb9fe1a85ec53;
  const entry = entries + <usize>(<u32>(mixed >> 54) & (entryCount - 1)) * entrySize;
  if (load<u32>(entry, 16) == about && !v128.any_true(v128.xor(v128.load(entry), value)))
    return true;
  if (checkValue(simpleType, from, length) != Value.good) return false;
  v128.store(entry, value);
  store<u32>(entry, about, 16);
  return true;
}
