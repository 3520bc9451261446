import { Code } from './codes';
import { addIssue, issueAddress, issueCount, issuePlace } from './issues';
import { setPlace } from './places';
import { endOffsetOf, limit, offsetOf } from './window';

/** How reading a construct ended. */
export enum Result {
  ok = 0,
  /** It reaches past what has come: read it again when there is more. */
  more = 1,
  /** It broke a rule that ends the reading; the last issue says which. */
  failed = 2,
  /** Enough elements were read. */
  paused = 3,
}

/**
 * Ends the reading with an error at `from`..`to`. `proof` is the address of the byte that shows the
 * mistake: while that has not come, nothing is known yet.
 */
export function fail(
  code: Code,
  proof: usize,
  from: usize,
  to: usize,
  a: u32 = 0,
  b: u32 = 0,
): Result {
  if (proof >= limit) return Result.more;
  if (to > limit) to = limit;
  addIssue(code, offsetOf(from), endOffsetOf(to), a, b);
  return Result.failed;
}

/** An error at the character at `at`. */
export function failAt(code: Code, at: usize, a: u32 = 0, b: u32 = 0): Result {
  let end = at + 1;
  while ((load<u8>(end) & 0xc0) == 0x80) end++;
  return fail(code, at, at, end, a, b);
}

/** Gives the last issue a related range in the window. */
export function relate(from: usize, to: usize): void {
  const issue = issueAddress(issueCount - 1);
  setPlace(issuePlace(issue, 2), offsetOf(from));
  setPlace(issuePlace(issue, 3), endOffsetOf(to));
}
