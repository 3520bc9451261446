import { isWhite } from './characters';
import { Code } from './codes';
import {
  nameEnd,
  nameKind,
  NameKind,
  nameLength,
  nameTooLong,
  readName,
  nameAddress,
} from './names';
import { setPlace } from './places';
import { fail, Result } from './results';
import { TapeFlag, TapeKind, writeTape } from './tape';
import * as structure from './structure/interpreter';
import { cursor, endOffsetOf, inEntity, limit, offsetOf } from './window';

/** Constructs that may be long and are read piece by piece: comments, CDATA, processing instructions. */
export enum Section {
  none = 0,
  comment = 1,
  cdata = 2,
  pi = 3,
}

export let section: Section = Section.none;
/** Place of the section's first character. */
export const sectionPlace: usize = memory.data(16);
const endPlace: usize = memory.data(16);
let target: u32 = 0;

export function resetSections(): void {
  section = Section.none;
}

/** Reads the opening of the section whose `<` is at `p`; its rest is read by `readSection`. */
export function openSection(p: usize, inRoot: bool): Result {
  if (load<u8>(p, 1) == 0x3f) return openPi(p);
  const c = load<u8>(p, 2);
  if (c == 0x2d) {
    if (load<u8>(p, 3) != 0x2d) return fail(Code.malformedMarkup, p + 3, p, p + 3);
    if (p + 4 > limit) return Result.more;
    begin(Section.comment, p, p + 4);
    return Result.ok;
  }
  if (c == 0x5b) {
    // CDATA[
    for (let i: usize = 0; i < 6; i++) {
      if (
        load<u8>(p + 3 + i) !=
        <u8>(i == 5 ? 0x5b : i == 0 ? 0x43 : i == 1 ? 0x44 : i == 3 ? 0x54 : 0x41)
      ) {
        return fail(Code.malformedMarkup, p + 3 + i, p, p + 3 + i);
      }
    }
    if (p + 9 > limit) return Result.more;
    if (!inRoot) return fail(Code.cdataOutsideRoot, p, p, p + 9);
    begin(Section.cdata, p, p + 9);
    return Result.ok;
  }
  if (p + 2 >= limit) return Result.more;
  if (c == 0x44 && inRoot) return misplacedDoctype(p);
  return fail(Code.malformedMarkup, p + 2, p, p + 2);
}

function misplacedDoctype(p: usize): Result {
  const name = readName(p + 2);
  if (nameEnd >= limit) return Result.more;
  return fail(Code.doctypeMisplaced, p + 2, p, name == 0 ? p + 2 : nameEnd);
}

function openPi(p: usize): Result {
  const name = readName(p + 2);
  const stop = nameEnd;
  if (nameTooLong) return fail(Code.nameTooLong, stop, p, stop);
  if (name == 0) return fail(Code.malformedPi, p + 2, p, p + 2);
  const c = load<u8>(stop);
  if (stop >= limit) return Result.more;
  if (!isWhite(c) && (c != 0x3f || load<u8>(stop, 1) != 0x3e)) {
    return fail(Code.malformedPi, c == 0x3f ? stop + 1 : stop, p, stop + 1);
  }
  if (isReserved(name)) {
    const exact = load<u32>(nameAddress(name)) == 0x006c6d78;
    return fail(exact ? Code.declarationNotFirst : Code.piTargetXml, stop, p, stop, name);
  }
  if (
    nameKind(name) == NameKind.prefixed ||
    nameKind(name) == NameKind.malformed ||
    nameKind(name) == NameKind.prefixDeclaration
  ) {
    return fail(Code.colonInName, stop, p + 2, stop, name);
  }
  begin(Section.pi, p, stop);
  target = name;
  return Result.ok;
}

/** A target that spells xml in any case is reserved. */
function isReserved(name: u32): bool {
  if (nameLength(name) != 3) return false;
  return (load<u32>(nameAddress(name)) | 0x00202020) == 0x006c6d78;
}

function begin(kind: Section, p: usize, after: usize): void {
  section = kind;
  setPlace(sectionPlace, offsetOf(p));
  cursor = after;
}

/** Reads on in the open section; `ok` when it is closed. */
export function readSection(): Result {
  if (section == Section.comment) return readComment();
  return readTo(section == Section.cdata ? 0x5d : 0x3f);
}

function readComment(): Result {
  while (true) {
    const p = findByte(cursor, 0x2d);
    cursor = p;
    if (p + 1 >= limit) return Result.more;
    if (load<u8>(p, 1) != 0x2d) {
      cursor = p + 2;
      continue;
    }
    if (load<u8>(p, 2) != 0x3e) return fail(Code.doubleHyphenInComment, p + 2, p, p + 2);
    if (p + 3 > limit) return Result.more;
    cursor = p + 3;
    finish(TapeKind.comment, 0);
    return Result.ok;
  }
}

/** Up to `]]>` or `?>`. */
function readTo(stop: u8): Result {
  const brackets = stop == 0x5d;
  while (true) {
    const p = findByte(cursor, stop);
    cursor = p;
    const last = brackets ? p + 2 : p + 1;
    if (last >= limit) {
      // Keep what may be the beginning of the end.
      if (p < limit && brackets && p + 1 < limit && load<u8>(p, 1) != stop) {
        cursor = p + 1;
        continue;
      }
      return Result.more;
    }
    if (load<u8>(last) == 0x3e && (!brackets || load<u8>(p, 1) == stop)) {
      cursor = last + 1;
      finish(brackets ? TapeKind.cdata : TapeKind.pi, brackets ? 0 : target);
      return Result.ok;
    }
    cursor = p + 1;
  }
}

function finish(kind: TapeKind, name: u32): void {
  const start = load<u32>(sectionPlace);
  const end = endOffsetOf(cursor);
  const was = section;
  section = Section.none;
  writeTape(kind, inEntity > 0 ? TapeFlag.fromEntity : 0, name, start, end);
  if (was == Section.cdata) {
    setPlace(endPlace, end);
    // Even an empty section counts as text, as libxml2 has it; by the letter of XSD, white space might pass.
    structure.text(sectionPlace, endPlace, false);
  }
}

/** First address at or after `p` that holds `byte`, or `limit`. */
function findByte(p: usize, byte: u8): usize {
  const wanted = i8x16.splat(byte);
  while (p < limit) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(p), wanted));
    if (mask != 0) {
      p += ctz(mask);
      return p < limit ? p : limit;
    }
    p += 16;
  }
  return limit;
}
