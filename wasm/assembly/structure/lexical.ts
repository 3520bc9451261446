import { isDigit, isWhite } from '../characters';
import { lookUp, noRow, nothing, rowFlags, simpleTypeAt } from './tables';

/** Lexical checks: loops for XML Schema's built-in types, the tables' automata for the rest. */

export enum Value {
  good = 0,
  bad = 1,
  /** Good, but the schema marks it as deprecated. */
  deprecated = 2,
}

export enum Builtin {
  none = 0,
  string = 1,
  boolean = 2,
  double = 3,
  int = 4,
  unsignedInt = 5,
  unsignedShort = 6,
  dateTime = 7,
}

/** Judges a normalised value by a simple type. */
export function checkValue(simpleType: u32, from: usize, length: usize): Value {
  const record = simpleTypeAt(simpleType);
  const builtin = load<u32>(record);
  if (builtin == Builtin.string) return Value.good;
  // What begins with `$` is a matter for the automaton: no built-in type does.
  if (builtin != Builtin.none && length > 0 && load<u8>(from) != 0x24) {
    if (isBuiltin(builtin, from, from + length)) return Value.good;
  }
  let row = load<u32>(record, 4);
  if (row == noRow) return Value.bad;
  for (let p = from; p < from + length; p++) {
    row = lookUp(row, load<u8>(p));
    if (row == nothing) return Value.bad;
  }
  const flags = rowFlags(row);
  if ((flags & 1) == 0) return Value.bad;
  return (flags & 2) != 0 ? Value.deprecated : Value.good;
}

function isBuiltin(builtin: u32, from: usize, to: usize): bool {
  // whiteSpace is "collapse" for all of these.
  while (from < to && isWhite(load<u8>(from))) from++;
  while (from < to && isWhite(load<u8>(to - 1))) to--;
  if (from == to) return false;
  if (builtin == Builtin.double) return isDouble(from, to);
  if (builtin == Builtin.boolean) return isBoolean(from, to);
  if (builtin == Builtin.dateTime) return isDateTime(from, to);
  if (builtin == Builtin.int) return isInteger(from, to, -2147483648, 2147483647);
  if (builtin == Builtin.unsignedInt) return isInteger(from, to, 0, 4294967295);
  if (builtin == Builtin.unsignedShort) return isInteger(from, to, 0, 65535);
  return false;
}

// @ts-ignore: decorator
@inline
function skipDigits(p: usize, to: usize): usize {
  while (p < to && isDigit(load<u8>(p))) p++;
  return p;
}

/** xsd:double (XML Schema 1.0, 3.2.5): INF, -INF and NaN, and no exponent without digits. */
function isDouble(from: usize, to: usize): bool {
  let p = from;
  let c = load<u8>(p);
  if (c == 0x2b || c == 0x2d) p++;
  const whole = p;
  p = skipDigits(p, to);
  let digits = p - whole;
  if (p < to && load<u8>(p) == 0x2e) {
    const fraction = p + 1;
    p = skipDigits(fraction, to);
    digits += p - fraction;
  }
  if (digits == 0) return isSpecialDouble(from, to);
  if (p == to) return true;
  if ((load<u8>(p) | 0x20) != 0x65) return false;
  p++;
  if (p < to) {
    c = load<u8>(p);
    if (c == 0x2b || c == 0x2d) p++;
  }
  const exponent = p;
  p = skipDigits(p, to);
  return p > exponent && p == to;
}

function isSpecialDouble(from: usize, to: usize): bool {
  let p = from;
  if (load<u8>(p) == 0x2d) p++;
  if (to - p != 3) return false;
  const word = load<u16>(p) | ((<u32>load<u8>(p, 2)) << 16);
  return word == 0x464e49 || (word == 0x4e614e && p == from);
}

function isBoolean(from: usize, to: usize): bool {
  const length = to - from;
  if (length == 1) return load<u8>(from) == 0x30 || load<u8>(from) == 0x31;
  if (length == 4) return load<u32>(from) == 0x65757274;
  return length == 5 && load<u32>(from) == 0x736c6166 && load<u8>(from, 4) == 0x65;
}

function isInteger(from: usize, to: usize, least: i64, most: i64): bool {
  let p = from;
  const c = load<u8>(p);
  const negative = c == 0x2d;
  if (negative || c == 0x2b) p++;
  if (p == to) return false;
  let value: i64 = 0;
  for (; p < to; p++) {
    const d = load<u8>(p);
    if (!isDigit(d)) return false;
    value = value * 10 + (d - 0x30);
    if (value > 0xffffffffff) value = 0xffffffffff;
  }
  if (negative) value = -value;
  return value >= least && value <= most;
}

/** Two digits as a number, or -1. */
function twoDigits(p: usize, to: usize): i32 {
  if (p + 2 > to || !isDigit(load<u8>(p)) || !isDigit(load<u8>(p, 1))) return -1;
  return (load<u8>(p) - 0x30) * 10 + (load<u8>(p, 1) - 0x30);
}

/** xsd:dateTime (XML Schema 1.0, 3.2.7): no year 0000, 24:00:00 allowed, time zones up to 14:00. */
function isDateTime(from: usize, to: usize): bool {
  let p = from;
  if (load<u8>(p) == 0x2d) p++;
  const yearAt = p;
  p = skipDigits(p, to);
  const yearDigits = p - yearAt;
  if (yearDigits < 4 || (yearDigits > 4 && load<u8>(yearAt) == 0x30)) return false;
  let zero = true;
  // Whether a year is a leap year shows in its last four digits: 10,000 is a multiple of 400.
  let year = 0;
  for (let q = yearAt; q < p; q++) {
    if (load<u8>(q) != 0x30) zero = false;
    year = (year * 10 + (load<u8>(q) - 0x30)) % 10000;
  }
  if (zero) return false;
  if (p + 15 > to) return false;
  const month = twoDigits(p + 1, to);
  const day = twoDigits(p + 4, to);
  const hour = twoDigits(p + 7, to);
  const minute = twoDigits(p + 10, to);
  const second = twoDigits(p + 13, to);
  if (load<u8>(p) != 0x2d || load<u8>(p, 3) != 0x2d || load<u8>(p, 6) != 0x54) return false;
  if (load<u8>(p, 9) != 0x3a || load<u8>(p, 12) != 0x3a) return false;
  if (month < 1 || month > 12 || day < 1 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return false;
  if (hour < 0 || hour > 24) return false;
  const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const last =
    month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  if (day > last) return false;
  p += 15;
  let fraction = false;
  if (p < to && load<u8>(p) == 0x2e) {
    const q = p + 1;
    p = skipDigits(q, to);
    if (p == q) return false;
    for (let i = q; i < p; i++) if (load<u8>(i) != 0x30) fraction = true;
  }
  if (hour == 24 && (minute != 0 || second != 0 || fraction)) return false;
  if (p == to) return true;
  const sign = load<u8>(p);
  if (sign == 0x5a) return p + 1 == to;
  if ((sign != 0x2b && sign != 0x2d) || p + 6 != to || load<u8>(p, 3) != 0x3a) return false;
  const zoneHour = twoDigits(p + 1, to);
  const zoneMinute = twoDigits(p + 4, to);
  if (zoneHour < 0 || zoneMinute < 0 || zoneMinute > 59) return false;
  return zoneHour < 14 || (zoneHour == 14 && zoneMinute == 0);
}
