import { decodeAt, isDigit, isLetter, isNameChar, isWhite, skipWhite } from './characters';
import { Code } from './codes';
import { readStartTag } from './content';
import { standalone } from './declared';
import { readDoctype } from './doctype';
import { addIssue } from './issues';
import { nameEnd, readName } from './names';
import { fail, failAt, Result } from './results';
import { openSection } from './sections';
import { cursor, final, limit, offsetOf } from './window';

export enum Phase {
  /** Nothing was read: an XML declaration may come. */
  start = 0,
  prolog = 1,
  content = 2,
  epilog = 3,
}

export let phase: Phase = Phase.start;
export let doctypeSeen: bool = false;

export function resetProlog(): void {
  phase = Phase.start;
  doctypeSeen = false;
}

/** Goes on as if the root's start tag had been read. */
export function resumeProlog(): void {
  phase = Phase.content;
}

/** Goes on behind the root's end tag. */
export function resumeEpilog(): void {
  phase = Phase.epilog;
}

/** Before, between and after: comments, processing instructions and white space outside the root. */
export function readOutside(): Result {
  const q = skipWhite(cursor);
  if (q >= limit) {
    cursor = limit;
    return Result.more;
  }
  cursor = q;
  const c = load<u8>(q);
  const before = phase == Phase.prolog;
  if (c != 0x3c) {
    if (c == 0x26) return fail(Code.referenceOutsideRoot, q, q, q + 1);
    const stop = endOfText(q);
    return fail(before ? Code.textBeforeRoot : Code.textAfterRoot, final ? q : stop, q, stop);
  }
  const next = load<u8>(q, 1);
  if (next == 0x3f) return openSection(q, false);
  if (next == 0x21) {
    if (load<u8>(q, 2) != 0x44) return openSection(q, false);
    if (before && !doctypeSeen) {
      const result = readDoctype(q);
      if (result == Result.ok) doctypeSeen = true;
      return result;
    }
    return fail(
      doctypeSeen && before ? Code.secondDoctype : Code.doctypeMisplaced,
      q + 2,
      q,
      q + 2,
    );
  }
  if (next == 0x2f) {
    readName(q + 2);
    return fail(Code.endTagOutsideRoot, final ? q : nameEnd, q, nameEnd);
  }
  if (before) return readStartTag(q);
  const name = readName(q + 1);
  if (nameEnd >= limit) return Result.more;
  if (name == 0) return failAt(Code.textAfterRoot, q);
  return fail(Code.elementAfterRoot, nameEnd, q, nameEnd, name);
}

/** Shows stray text up to the end of its line, at most a hundred bytes. */
function endOfText(p: usize): usize {
  let q = p + 1;
  while (q < limit && q < p + 100) {
    const c = load<u8>(q);
    if (c == 0x3c || c == 0x0a || c == 0x0d) break;
    q++;
  }
  while ((load<u8>(q) & 0xc0) == 0x80 && q < limit) q++;
  return q;
}

/** The XML declaration, if the document begins with one (production 23). */
export function readStart(): Result {
  const p = cursor;
  for (let i: usize = 0; i < 5; i++) {
    if (p + i >= limit && !final) return Result.more;
    const wanted: u8 = i == 0 ? 0x3c : i == 1 ? 0x3f : i == 2 ? 0x78 : i == 3 ? 0x6d : 0x6c;
    if (p + i >= limit || load<u8>(p + i) != wanted) {
      phase = Phase.prolog;
      return Result.ok;
    }
  }
  if (p + 5 >= limit) return Result.more;
  if (!isWhite(load<u8>(p, 5))) {
    if (!isNameChar(decodeAt(p + 5))) return failAt(Code.malformedDeclaration, p + 5);
    // `<?xml-stylesheet …?>`
    phase = Phase.prolog;
    return Result.ok;
  }
  const result = readDeclaration(p);
  if (result == Result.ok) phase = Phase.prolog;
  return result;
}

let unusualVersion: bool = false;
let valueFrom: usize = 0;
let valueTo: usize = 0;

function readDeclaration(p: usize): Result {
  unusualVersion = false;
  let q = skipWhite(p + 5);
  let result = readPseudo(p, q, 0);
  if (result != Result.ok) return result;
  result = checkVersion();
  if (result != Result.ok) return result;
  const versionFrom = valueFrom;
  const versionTo = valueTo;
  q = valueTo + 1;
  let gap = q;
  q = skipWhite(q);
  if (load<u8>(q) == 0x65) {
    if (q == gap) return fail(Code.malformedDeclaration, q, q, q + 1);
    result = readPseudo(p, q, 1);
    if (result != Result.ok) return result;
    result = checkEncodingName();
    if (result != Result.ok) return result;
    gap = valueTo + 1;
    q = skipWhite(gap);
  }
  if (load<u8>(q) == 0x73) {
    if (q == gap) return fail(Code.malformedDeclaration, q, q, q + 1);
    result = readPseudo(p, q, 2);
    if (result != Result.ok) return result;
    const length = valueTo - valueFrom;
    const yes =
      length == 3 &&
      load<u8>(valueFrom) == 0x79 &&
      load<u8>(valueFrom, 1) == 0x65 &&
      load<u8>(valueFrom, 2) == 0x73;
    const no = length == 2 && load<u8>(valueFrom) == 0x6e && load<u8>(valueFrom, 1) == 0x6f;
    if (!yes && !no) return fail(Code.invalidStandalone, valueTo, valueFrom, valueTo);
    standalone = yes;
    q = skipWhite(valueTo + 1);
  }
  if (load<u8>(q) != 0x3f) return failAt(Code.malformedDeclaration, q);
  if (load<u8>(q, 1) != 0x3e) return fail(Code.malformedDeclaration, q + 1, q, q + 1);
  if (q + 2 > limit) return Result.more;
  if (unusualVersion) addIssue(Code.unusualXmlVersion, offsetOf(versionFrom), offsetOf(versionTo));
  cursor = q + 2;
  return Result.ok;
}

/** `version`, `encoding` or `standalone`, an equals sign and a quoted value. */
function readPseudo(p: usize, at: usize, which: i32): Result {
  const word = which == 0 ? 'version' : which == 1 ? 'encoding' : 'standalone';
  let q = at;
  for (let i = 0; i < word.length; i++) {
    if (load<u8>(q) != <u8>word.charCodeAt(i))
      return fail(Code.malformedDeclaration, q, at, q > at ? q : at + 1);
    q++;
  }
  q = skipWhite(q);
  if (load<u8>(q) != 0x3d) return fail(Code.malformedDeclaration, q, at, q);
  q = skipWhite(q + 1);
  const quote = load<u8>(q);
  if (quote != 0x22 && quote != 0x27) return fail(Code.malformedDeclaration, q, at, q + 1);
  valueFrom = q + 1;
  q = valueFrom;
  while (load<u8>(q) != quote) {
    // No value here holds any of these, so the quote is missing.
    const c = load<u8>(q);
    if (c == 0x3c || c == 0x3e || q - valueFrom > 200)
      return fail(Code.malformedDeclaration, q, at, q);
    q++;
  }
  if (q >= limit) return Result.more;
  valueTo = q;
  return Result.ok;
}

/** VersionNum: `1.` and digits. All of them are read as 1.0 (2.8). */
function checkVersion(): Result {
  let good =
    valueTo - valueFrom >= 3 && load<u8>(valueFrom) == 0x31 && load<u8>(valueFrom, 1) == 0x2e;
  for (let q = valueFrom + 2; good && q < valueTo; q++) good = isDigit(load<u8>(q));
  if (!good) return fail(Code.unsupportedXmlVersion, valueTo, valueFrom, valueTo);
  if (valueTo - valueFrom != 3 || load<u8>(valueFrom, 2) != 0x30) unusualVersion = true;
  return Result.ok;
}

/** EncName. */
function checkEncodingName(): Result {
  let good = valueTo > valueFrom && isLetter(load<u8>(valueFrom));
  for (let q = valueFrom; good && q < valueTo; q++) {
    const c = load<u8>(q);
    good = isLetter(c) || isDigit(c) || c == 0x2e || c == 0x5f || c == 0x2d;
  }
  return good ? Result.ok : fail(Code.invalidEncodingName, valueTo, valueFrom, valueTo);
}
