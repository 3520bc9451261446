/**
 * Whether the first `length` bytes of a block are a plain decimal number: digits, at most one point,
 * at most a sign in front. What is not may still be a number: this is the quick half of the check.
 */
// @ts-ignore: decorator
@inline
export function isGoodDecimal(block: v128, length: usize): bool {
  if (length > 16) return false;
  const inside: u32 = ((<u32>1) << (<u32>length)) - 1;
  const digits =
    i8x16.bitmask(i8x16.le_u(i8x16.sub(block, i8x16.splat(0x30)), i8x16.splat(9))) & inside;
  const points = i8x16.bitmask(i8x16.eq(block, i8x16.splat(0x2e))) & inside;
  const others = inside & ~(digits | points);
  if (digits == 0 || (points & (points - 1)) != 0) return false;
  if (others == 0) return true;
  const first = i8x16.extract_lane_u(block, 0);
  return others == 1 && (first == 0x2d || first == 0x2b);
}
