import { isWhite, skipWhite } from '../characters';
import { beginsWith, mostTokens, nameEnd, readName, tokenLength, tokenOf } from '../names';
import { isGoodDecimal } from '../structure/decimal';
import { Builtin, checkValue, Value } from '../structure/lexical';
import { isGoodAgain, longestMemo } from '../structure/memo';
import { attributeRecordAt, lookUp, nothing, simpleTypeAt } from '../structure/tables';
import { putRecord, TapeKind } from '../tape';
import { limit } from '../window';
import { attributeOf, correct, guessedName } from './guesses';

/** Attributes that a tag may have here. */
export const mostOrdinary: u32 = 32;

/** Bits of the attributes that the last tag had, as the schema numbers them. */
export let attributesSeen: u64 = 0;
/** Where the tape goes on behind them. */
export let tapeAfter: usize = 0;

/** Names of the tag's attributes, where no schema tells them apart. */
const names: usize = memory.data(128);

/**
 * Reads the attributes of a tag from behind its name, as long as they are ordinary and good, and
 * returns the address of the `>` or `/` that follows; 0 where something else comes. They are judged
 * by the attribute row of the element's type, if `judge`, and written to the tape at `at`, unless
 * that is 0.
 */
// @ts-ignore: decorator
@inline
export function readOrdinary(
  after: usize,
  element: u32,
  judge: bool,
  row: u32,
  at: usize,
  shift: u32,
): usize {
  let q = after;
  let seen: u64 = 0;
  let count: u32 = 0;
  while (true) {
    const c = load<u8>(q);
    if (c != 0x20) {
      if (c == 0x3e || c == 0x2f) break;
      if (!isWhite(c)) return 0;
    }
    q++;
    const guess = attributeOf(element, count);
    let name = guessedName(guess);
    let token = tokenOf(name);
    let length = tokenLength(token);
    if (length == 0 || !beginsWith(q, token, length) || load<u8>(q + length) != 0x3d) {
      q = skipWhite(q);
      const d = load<u8>(q);
      if (d == 0x3e || d == 0x2f) break;
      name = readName(q);
      if (name == 0 || name >= mostTokens || nameEnd >= limit) return 0;
      token = tokenOf(name);
      length = tokenLength(token);
      if (length == 0 || q + length != nameEnd || load<u8>(nameEnd) != 0x3d) return 0;
      correct(guess, name);
    }
    const from = q + length + 2;
    const quote = load<u8>(from - 1);
    if ((quote != 0x22 && quote != 0x27) || count >= mostOrdinary) return 0;
    const head = v128.load(from);
    let to = from;
    let stops = stopsIn(head, quote);
    while (stops == 0) {
      to += 16;
      stops = stopsIn(v128.load(to), quote);
    }
    to += ctz(stops);
    if (load<u8>(to) != quote) return 0;
    if (judge) {
      if (load<u32>(guess, 4) != row && !ask(guess, row, name)) return 0;
      const about = load<u32>(guess, 12);
      const bit = (<u64>1) << (about & 0xff);
      if ((seen & bit) != 0) return 0;
      seen |= bit;
      if (!isGood(about >> 8, load<u32>(guess, 8), head, from, to - from)) return 0;
    } else {
      const bit = (<u64>1) << (name & 63);
      if ((seen & bit) != 0 && isAmong(name, count)) return 0;
      seen |= bit;
      store<u32>(names + ((<usize>count) << 2), name);
    }
    if (at != 0)
      at = putRecord(at, TapeKind.attribute, 0, name, <u32>from + shift, <u32>to + shift);
    count++;
    q = to + 1;
  }
  attributesSeen = seen;
  tapeAfter = at;
  return q;
}

/** Which of sixteen bytes end a value, or make it one that is not read here. */
// @ts-ignore: decorator
@inline
function stopsIn(v: v128, quote: u8): i32 {
  return i8x16.bitmask(
    v128.or(
      v128.or(i8x16.eq(v, i8x16.splat(quote)), i8x16.eq(v, i8x16.splat(0x3c))),
      v128.or(i8x16.eq(v, i8x16.splat(0x26)), i8x16.le_u(v, i8x16.splat(0x1f))),
    ),
  );
}

/** Asks the tables about an attribute; false where it is unknown in this type, or deprecated. */
function ask(guess: usize, row: u32, name: u32): bool {
  const index = lookUp(row, name);
  if (index == nothing) return false;
  const definition = attributeRecordAt(index);
  if ((load<u32>(definition, 12) & 2) != 0) return false;
  const simpleType = load<u32>(definition, 4);
  store<u32>(guess, row, 4);
  store<u32>(guess, simpleType, 8);
  store<u32>(guess, load<u32>(definition, 8) | (load<u32>(simpleTypeAt(simpleType)) << 8), 12);
  return true;
}

/** Whether a value is good, and not deprecated; `head` is its first block. */
// @ts-ignore: decorator
@inline
function isGood(builtin: u32, simpleType: u32, head: v128, from: usize, length: usize): bool {
  if (builtin == Builtin.string) return true;
  if (builtin == Builtin.double && isGoodDecimal(head, length)) return true;
  if (length <= longestMemo) return isGoodAgain(simpleType, from, length);
  return checkValue(simpleType, from, length) == Value.good;
}

function isAmong(name: u32, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) {
    if (load<u32>(names + ((<usize>i) << 2)) == name) return true;
  }
  return false;
}
