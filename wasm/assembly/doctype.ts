import {
  addAttribute,
  attributeAt,
  clearAttributes,
  normaliseAttribute,
  valueAddress,
  valueLength,
  ValueFlag,
} from './attributes';
import { declareAttribute, resetAttlists } from './attlist';
import {
  decodeAt,
  decodedLength,
  encodeAt,
  isNameChar,
  isPubidChar,
  isWhite,
  skipWhite,
} from './characters';
import { Code } from './codes';
import { standalone, undeclaredIsFatal } from './declared';
import {
  declareEntity,
  deepest,
  enterEntity,
  EntityFlag,
  entityFlags,
  entityLength,
  entityText,
  expandedBytes,
  expansionDepth,
  findEntity,
  isExpanding,
  leaveEntity,
  resetEntities,
  rollBackExpansion,
} from './entities';
import { addIssue, issueCount, rollBackIssues } from './issues';
import { grow, grownCapacity } from './memory';
import { nameEnd, nameKind, NameKind, nameTooLong, readName } from './names';
import { fail, failAt, Result } from './results';
import { readReference, referenceCodePoint, referenceStop } from './references';
import { TapeKind, writeTape } from './tape';
import {
  cursor,
  endOffsetOf,
  inEntity,
  limit,
  offsetOf,
  referenceEnd,
  referenceStart,
} from './window';

/**
 * The document type declaration. Its internal subset is read to the end and checked; nothing outside
 * the document is ever fetched. All of this is off the hot path: a declaration that is cut by the
 * end of what has come is simply read again from its start.
 */

/** Where reading stands; every function below moves it on. */
let at: usize = 0;
/** A parameter entity that is not read may have declared anything (5.1): declarations after it do not count. */
let unread: bool = false;
/** With any reference to a parameter entity, an undeclared entity is no error (WFC: Entity Declared). */
let parameterReferences: bool = false;

/** Groups within groups in an element's content model, at most. */
const deepestGroup = 500;

export function readDoctype(p: usize): Result {
  const issuesBefore = issueCount;
  const expandedBefore = expandedBytes;
  const result = readDeclaration(p);
  if (result == Result.ok && at > limit) return again(issuesBefore, expandedBefore, Result.more);
  if (result != Result.ok) return again(issuesBefore, expandedBefore, result);
  writeTape(TapeKind.doctype, 0, 0, offsetOf(p), endOffsetOf(at));
  cursor = at;
  return Result.ok;
}

/** Forgets what an unfinished declaration did. */
function again(issues: u32, expanded: usize, result: Result): Result {
  if (result != Result.more) return result;
  rollBackIssues(issues);
  resetEntities();
  resetAttlists();
  rollBackExpansion(expanded);
  unread = false;
  undeclaredIsFatal = true;
  return result;
}

function readDeclaration(p: usize): Result {
  unread = false;
  parameterReferences = false;
  if (!literal(p + 2, 'DOCTYPE')) return Result.more;
  if (literalFailed) return fail(Code.malformedDoctype, at, p, at);
  if (!isWhite(load<u8>(at))) return failAt(Code.malformedDoctype, at);
  at = skipWhite(at);
  let result = readQualifiedName(Code.malformedDoctype);
  if (result != Result.ok) return result;
  const nameStop = at;
  at = skipWhite(at);
  let external = false;
  if (load<u8>(at) == 0x53 || load<u8>(at) == 0x50) {
    if (at == nameStop) return failAt(Code.malformedDoctype, at);
    const start = at;
    result = readExternalId(false);
    if (result != Result.ok) return result;
    external = true;
    addIssue(Code.externalSubsetSkipped, offsetOf(start), endOffsetOf(at));
    at = skipWhite(at);
  }
  undeclaredIsFatal = !external || standalone;
  if (load<u8>(at) == 0x5b) {
    at++;
    result = readSubset(false);
    if (result != Result.ok) return result;
    at = skipWhite(at + 1);
  }
  if (load<u8>(at) != 0x3e) return failAt(Code.malformedDoctype, at);
  at++;
  if (parameterReferences && !standalone) undeclaredIsFatal = false;
  return Result.ok;
}

let literalFailed: bool = false;

/** Moves past an ASCII word. False when it may still be coming; `literalFailed` when it is another. */
function literal(p: usize, word: string): bool {
  literalFailed = false;
  at = p;
  for (let i = 0; i < word.length; i++) {
    if (at >= limit) return false;
    if (load<u8>(at) != <u8>word.charCodeAt(i)) {
      literalFailed = true;
      return true;
    }
    at++;
  }
  return true;
}

/** A name that Namespaces in XML allow. */
function readQualifiedName(code: Code): Result {
  const from = at;
  const result = readAnyName(code);
  if (result != Result.ok || nameKind(lastName) != NameKind.malformed) return result;
  return fail(Code.malformedQName, at, from, at, lastName);
}

/** A name without a colon, as entities and notations have (Namespaces, 7). */
function readPlainName(code: Code): Result {
  const from = at;
  const result = readAnyName(code);
  if (result != Result.ok) return result;
  const kind = nameKind(lastName);
  if (kind == NameKind.plain || kind == NameKind.defaultDeclaration) return Result.ok;
  return fail(Code.colonInName, at, from, at, lastName);
}

function readAnyName(code: Code): Result {
  const name = readName(at);
  if (name == 0) {
    if (nameTooLong) return fail(Code.nameTooLong, nameEnd, at, nameEnd);
    return failAt(code, at);
  }
  at = nameEnd;
  lastName = name;
  return Result.ok;
}
let lastName: u32 = 0;

/** Something is open where the text ends: more may come, but not to an entity's text. */
function cutOff(code: Code, start: usize): Result {
  return inEntity > 0 ? fail(code, start, start, limit) : Result.more;
}

/** White space that must be there. */
function blank(code: Code): Result {
  if (!isWhite(load<u8>(at))) return failAt(code, at);
  at = skipWhite(at);
  return Result.ok;
}

/** ExternalID (75); a notation may do with a public identifier alone (83). */
function readExternalId(publicAlone: bool): Result {
  const start = at;
  const isPublic = load<u8>(at) == 0x50;
  if (!literal(at, isPublic ? 'PUBLIC' : 'SYSTEM')) return Result.more;
  if (literalFailed) return fail(Code.malformedExternalId, at, start, at + 1);
  let result = blank(Code.malformedExternalId);
  if (result != Result.ok) return result;
  if (isPublic) {
    const from = at + 1;
    result = readQuoted(Code.malformedExternalId);
    if (result != Result.ok) return result;
    for (let p = from; p < at - 1; p++) {
      if (!isPubidChar(load<u8>(p))) return failAt(Code.invalidPublicId, p);
    }
    const stop = at;
    const next = skipWhite(at);
    const c = load<u8>(next);
    if (publicAlone && c != 0x22 && c != 0x27) {
      if (next >= limit) return Result.more;
      return Result.ok;
    }
    if (next == stop) return failAt(Code.malformedExternalId, at);
    at = next;
  }
  return readQuoted(Code.malformedExternalId);
}

/** Anything between quotes. */
function readQuoted(code: Code): Result {
  const start = at;
  const quote = load<u8>(at);
  if (quote != 0x22 && quote != 0x27) return failAt(code, at);
  at++;
  while (at < limit && load<u8>(at) != quote) at++;
  if (at >= limit) return cutOff(code, start);
  at++;
  return Result.ok;
}

/** intSubset (28b), up to its `]`, or to the end of a parameter entity's text. */
function readSubset(inParameterEntity: bool): Result {
  while (true) {
    at = skipWhite(at);
    if (at >= limit) return Result.more;
    const c = load<u8>(at);
    if (c == 0x5d && !inParameterEntity) return Result.ok;
    let result: Result;
    if (c == 0x25) result = readParameterReference();
    else if (c != 0x3c) return failAt(Code.malformedDoctype, at);
    else if (load<u8>(at, 1) == 0x3f) result = readSubsetPi();
    else if (load<u8>(at, 1) != 0x21) return fail(Code.malformedDoctype, at + 1, at, at + 1);
    else if (load<u8>(at, 2) == 0x2d) result = readSubsetComment();
    else if (load<u8>(at, 2) == 0x5b) return fail(Code.conditionalSection, at + 2, at, at + 3);
    else result = readMarkupDeclaration();
    if (result != Result.ok) return result;
  }
}

function readSubsetComment(): Result {
  const start = at;
  if (load<u8>(at, 3) != 0x2d) return fail(Code.malformedMarkup, at + 3, at, at + 3);
  at += 4;
  while (at + 2 < limit) {
    if (load<u8>(at) == 0x2d && load<u8>(at, 1) == 0x2d) {
      if (load<u8>(at, 2) != 0x3e) return fail(Code.doubleHyphenInComment, at, at, at + 2);
      at += 3;
      return Result.ok;
    }
    at++;
  }
  return cutOff(Code.malformedDoctype, start);
}

function readSubsetPi(): Result {
  const start = at;
  at += 2;
  let result = readPlainName(Code.malformedPi);
  if (result != Result.ok) return result;
  const length = at - start - 2;
  if (length == 3 && (load<u32>(start + 2) & 0x00dfdfdf) == 0x004c4d58)
    return fail(Code.piTargetXml, at, start, at, lastName);
  if (!isWhite(load<u8>(at)) && load<u8>(at) != 0x3f) return failAt(Code.malformedPi, at);
  while (at + 1 < limit) {
    if (load<u8>(at) == 0x3f && load<u8>(at, 1) == 0x3e) {
      at += 2;
      return Result.ok;
    }
    if (at == start + 2 + length && load<u8>(at) == 0x3f) return failAt(Code.malformedPi, at);
    at++;
  }
  return cutOff(Code.malformedPi, start);
}

/** `%name;` between declarations: the entity's text is read in its place. */
function readParameterReference(): Result {
  const start = at;
  const name = readName(at + 1);
  if (nameTooLong) return fail(Code.nameTooLong, nameEnd, start, nameEnd);
  if (name == 0) return fail(Code.malformedReference, at + 1, at, at + 1);
  const stop = nameEnd;
  if (load<u8>(stop) != 0x3b) return fail(Code.malformedReference, stop, start, stop, name);
  const entity = findEntity(name, true);
  at = stop + 1;
  parameterReferences = true;
  if (entity == 0 || (entityFlags(entity) & EntityFlag.external) != 0) {
    unread = true;
    addIssue(Code.externalEntitySkipped, offsetOf(start), endOffsetOf(at), name);
    return Result.ok;
  }
  if (isExpanding(entity)) return fail(Code.recursiveEntity, start, start, at, name);
  if (!enterEntity(entity)) {
    return fail(
      expansionDepth > deepest ? Code.entityTooDeep : Code.entityTooLarge,
      start,
      start,
      at,
      name,
    );
  }
  const back = at;
  const outerLimit = limit;
  if (inEntity == 0) {
    referenceStart = offsetOf(start);
    referenceEnd = endOffsetOf(at);
  }
  inEntity++;
  // A copy: declaring entities may move the texts.
  const length = entityLength(entity);
  const copy = heap.alloc(length + 64);
  memory.copy(copy, entityText(entity), length);
  memory.fill(copy + length, 0, 64);
  store<u8>(copy + length, 0x3c);
  at = copy;
  limit = copy + length;
  let result = readSubset(true);
  if (result == Result.more) {
    if (at == limit) result = Result.ok;
    else {
      addIssue(Code.unbalancedEntity, referenceStart, referenceEnd, name);
      result = Result.failed;
    }
  }
  heap.free(copy);
  inEntity--;
  limit = outerLimit;
  at = back;
  leaveEntity(findEntity(name, true));
  return result;
}

function readMarkupDeclaration(): Result {
  const start = at;
  const c = load<u8>(at, 2);
  const d = load<u8>(at, 3);
  if (at + 3 >= limit) return Result.more;
  const word =
    c == 0x41 ? 'ATTLIST' : c == 0x4e ? 'NOTATION' : c == 0x45 && d == 0x4c ? 'ELEMENT' : 'ENTITY';
  if (!literal(at + 2, word)) return Result.more;
  if (literalFailed) return fail(Code.malformedDoctype, at, start, at + 1);
  let result: Result;
  if (c == 0x41) result = readAttlist();
  else if (c == 0x4e) result = readNotation();
  else if (d == 0x4c) result = readElementDeclaration();
  else result = readEntityDeclaration();
  return result;
}

/** Ends a declaration; a `%` inside one is not allowed in an internal subset (WFC: PEs in Internal Subset). */
function closeDeclaration(code: Code): Result {
  at = skipWhite(at);
  if (load<u8>(at) != 0x3e) return misplaced(code);
  at++;
  return at > limit ? Result.more : Result.ok;
}

function misplaced(code: Code): Result {
  return failAt(load<u8>(at) == 0x25 ? Code.parameterEntityInDeclaration : code, at);
}

function readNotation(): Result {
  let result = blank(Code.malformedNotation);
  if (result == Result.ok) result = readPlainName(Code.malformedNotation);
  if (result == Result.ok) result = blank(Code.malformedNotation);
  if (result == Result.ok) result = readExternalId(true);
  return result == Result.ok ? closeDeclaration(Code.malformedNotation) : result;
}

/** EntityDecl (70). */
function readEntityDeclaration(): Result {
  const code = Code.malformedEntityDeclaration;
  let result = blank(code);
  if (result != Result.ok) return result;
  let parameter = false;
  if (load<u8>(at) == 0x25) {
    at++;
    parameter = true;
    result = isWhite(load<u8>(at)) ? blank(code) : failAt(Code.parameterEntityInDeclaration, at);
    if (result != Result.ok) return result;
  }
  result = readPlainName(code);
  if (result != Result.ok) return result;
  const name = lastName;
  result = blank(code);
  if (result != Result.ok) return result;
  const c = load<u8>(at);
  let flags: u32 = parameter ? EntityFlag.parameter : 0;
  literalUsed = 0;
  if (c == 0x22 || c == 0x27) {
    result = readEntityValue();
    if (result != Result.ok) return result;
  } else {
    result = readExternalId(false);
    if (result != Result.ok) return result;
    flags |= EntityFlag.external;
    const stop = at;
    at = skipWhite(at);
    if (load<u8>(at) == 0x4e) {
      if (parameter || at == stop) return failAt(code, at);
      if (!literal(at, 'NDATA')) return Result.more;
      if (literalFailed) return failAt(code, at);
      result = blank(code);
      if (result == Result.ok) result = readPlainName(code);
      if (result != Result.ok) return result;
      flags |= EntityFlag.unparsed;
    }
  }
  result = closeDeclaration(code);
  if (result != Result.ok) return result;
  if (!unread || standalone) declareEntity(name, flags, literalText, literalUsed);
  return Result.ok;
}

/** The literal being decoded: an entity's replacement text. */
let literalText: usize = 0;
let literalCapacity: usize = 0;
let literalUsed: usize = 0;

/** EntityValue (9): character references are replaced now, general entities when they are used. */
function readEntityValue(): Result {
  const start = at;
  const quote = load<u8>(at++);
  while (at < limit) {
    const c = load<u8>(at);
    if (c == quote) {
      at++;
      return Result.ok;
    }
    if (c == 0x25) return failAt(Code.parameterEntityInDeclaration, at);
    if (c == 0x26) {
      const from = at;
      const result = readReference(at);
      if (result != Result.ok) return result;
      at = referenceStop;
      if (load<u8>(from, 1) == 0x23) appendCodePoint(referenceCodePoint);
      else for (let p = from; p < at; p++) appendCodePointByte(load<u8>(p));
      continue;
    }
    if (c == 0x0d) {
      appendCodePointByte(0x0a);
      at += load<u8>(at, 1) == 0x0a ? 2 : 1;
      continue;
    }
    appendCodePointByte(c);
    at++;
  }
  return cutOff(Code.malformedEntityDeclaration, start);
}

function appendCodePointByte(c: u8): void {
  literalRoom();
  store<u8>(literalText + literalUsed++, c);
}

function appendCodePoint(c: u32): void {
  literalRoom();
  literalUsed = encodeAt(literalText + literalUsed, c) - literalText;
}

function literalRoom(): void {
  if (literalUsed + 4 <= literalCapacity) return;
  literalText = grow(literalText, literalCapacity, literalUsed, literalUsed + 4);
  literalCapacity = grownCapacity;
}

/** elementdecl (45). */
function readElementDeclaration(): Result {
  const code = Code.malformedElementDeclaration;
  let result = blank(code);
  if (result == Result.ok) result = readQualifiedName(code);
  if (result == Result.ok) result = blank(code);
  if (result != Result.ok) return result;
  const c = load<u8>(at);
  if (c == 0x28) {
    const open = at;
    at = skipWhite(at + 1);
    result = load<u8>(at) == 0x23 ? readMixed() : readGroup(open, 0);
  } else {
    if (c != 0x45 && c != 0x41) return misplaced(code);
    const from = at;
    if (!literal(at, c == 0x45 ? 'EMPTY' : 'ANY')) return Result.more;
    if (literalFailed) return fail(code, at, from, at + 1);
  }
  return result == Result.ok ? closeDeclaration(code) : result;
}

/** Mixed (51), after its parenthesis. */
function readMixed(): Result {
  const code = Code.malformedElementDeclaration;
  if (!literal(at, '#PCDATA')) return Result.more;
  if (literalFailed) return failAt(code, at);
  let names = 0;
  while (true) {
    at = skipWhite(at);
    const c = load<u8>(at);
    if (c == 0x29) break;
    if (c != 0x7c) return misplaced(code);
    at = skipWhite(at + 1);
    const result = load<u8>(at) == 0x25 ? misplaced(code) : readQualifiedName(code);
    if (result != Result.ok) return result;
    names++;
  }
  at++;
  if (load<u8>(at) == 0x2a) at++;
  else if (names > 0) return failAt(code, at);
  return Result.ok;
}

/** A choice or sequence (49, 50), after its parenthesis and white space. */
function readGroup(open: usize, nesting: i32): Result {
  const code = Code.malformedElementDeclaration;
  if (nesting > deepestGroup) return fail(Code.tooDeep, open, open, open + 1);
  let separator: u8 = 0;
  while (true) {
    let result: Result;
    const c = load<u8>(at);
    if (c == 0x28) {
      const inner = at;
      at = skipWhite(at + 1);
      result = readGroup(inner, nesting + 1);
    } else {
      result = c == 0x25 ? misplaced(code) : readQualifiedName(code);
      if (result == Result.ok) skipOccurrence();
    }
    if (result != Result.ok) return result;
    at = skipWhite(at);
    const s = load<u8>(at);
    if (s == 0x29) {
      at++;
      skipOccurrence();
      return Result.ok;
    }
    if (s != 0x7c && s != 0x2c) return misplaced(code);
    if (separator != 0 && s != separator) return failAt(code, at);
    separator = s;
    at = skipWhite(at + 1);
  }
}

function skipOccurrence(): void {
  const c = load<u8>(at);
  if (c == 0x3f || c == 0x2a || c == 0x2b) at++;
}

/** AttlistDecl (52). */
function readAttlist(): Result {
  const code = Code.malformedAttlist;
  let result = blank(code);
  if (result == Result.ok) result = readQualifiedName(code);
  if (result != Result.ok) return result;
  const element = lastName;
  while (true) {
    const stop = at;
    at = skipWhite(at);
    if (load<u8>(at) == 0x3e) {
      at++;
      return at > limit ? Result.more : Result.ok;
    }
    if (at == stop || load<u8>(at) == 0x25) return misplaced(code);
    result = readAttributeDefinition(element);
    if (result != Result.ok) return result;
  }
}

/** AttDef (53). */
function readAttributeDefinition(element: u32): Result {
  const code = Code.malformedAttlist;
  let result = readQualifiedName(code);
  if (result != Result.ok) return result;
  const attribute = lastName;
  result = blank(code);
  if (result == Result.ok) result = readAttributeType();
  if (result == Result.ok) result = blank(code);
  if (result != Result.ok) return result;
  const tokenized = isTokenized;
  if (load<u8>(at) == 0x23) {
    const c = load<u8>(at, 1);
    const from = at;
    if (!literal(at, c == 0x52 ? '#REQUIRED' : c == 0x49 ? '#IMPLIED' : '#FIXED'))
      return Result.more;
    if (literalFailed) return fail(code, at, from, at + 1);
    if (c != 0x46) {
      if (!unread || standalone) declareAttribute(element, attribute, tokenized, false, 0, 0);
      return Result.ok;
    }
    result = blank(code);
    if (result != Result.ok) return result;
  }
  return readDefault(element, attribute, tokenized);
}

/** A default value: checked and normalised as an attribute's value is. */
function readDefault(element: u32, attribute: u32, tokenized: bool): Result {
  const code = Code.malformedAttlist;
  const from = at;
  const quote = load<u8>(at);
  if (quote != 0x22 && quote != 0x27) return misplaced(code);
  at++;
  let flags: u32 = 0;
  while (at < limit && load<u8>(at) != quote) {
    const c = load<u8>(at);
    if (c == 0x3c) return fail(Code.lessThanInAttribute, at, at, at + 1, attribute);
    if (c == 0x26) flags |= ValueFlag.reference;
    if (c < 0x20) flags |= ValueFlag.white;
    at++;
  }
  if (at >= limit) return cutOff(code, from);
  clearAttributes();
  addAttribute(attribute, from, from + 1, at, flags);
  // Only what was declared before it may be named in a default.
  const outer = undeclaredIsFatal;
  if (parameterReferences && !standalone) undeclaredIsFatal = false;
  const result = normaliseAttribute(0);
  undeclaredIsFatal = outer;
  if (result != Result.ok) return result;
  at++;
  const value = attributeAt(0);
  if (!unread || standalone)
    declareAttribute(element, attribute, tokenized, true, valueAddress(value), valueLength(value));
  return Result.ok;
}

let isTokenized: bool = false;

/** AttType (54). */
function readAttributeType(): Result {
  const code = Code.malformedAttlist;
  isTokenized = true;
  const c = load<u8>(at);
  if (c == 0x28) return readNames(false);
  if (c == 0x25) return misplaced(code);
  const from = at;
  while (at < limit && load<u8>(at) >= 0x41 && load<u8>(at) <= 0x5a) at++;
  if (at >= limit) return Result.more;
  const length = at - from;
  if (isWord(from, length, 'CDATA')) {
    isTokenized = false;
    return Result.ok;
  }
  if (isWord(from, length, 'NOTATION')) {
    const result = blank(code);
    if (result != Result.ok) return result;
    return load<u8>(at) == 0x28 ? readNames(true) : misplaced(code);
  }
  const known =
    isWord(from, length, 'ID') ||
    isWord(from, length, 'IDREF') ||
    isWord(from, length, 'IDREFS') ||
    isWord(from, length, 'ENTITY') ||
    isWord(from, length, 'ENTITIES') ||
    isWord(from, length, 'NMTOKEN') ||
    isWord(from, length, 'NMTOKENS');
  return known ? Result.ok : fail(code, at, from, length > 0 ? at : at + 1);
}

function isWord(p: usize, length: usize, word: string): bool {
  if (length != <usize>word.length) return false;
  for (let i = 0; i < word.length; i++) {
    if (load<u8>(p + i) != <u8>word.charCodeAt(i)) return false;
  }
  return true;
}

/** `(a | b | c)`: names for a notation, name tokens for an enumeration. */
function readNames(names: bool): Result {
  const code = Code.malformedAttlist;
  at++;
  while (true) {
    at = skipWhite(at);
    if (load<u8>(at) == 0x25) return misplaced(code);
    const result = names ? readPlainName(code) : readToken();
    if (result != Result.ok) return result;
    at = skipWhite(at);
    const c = load<u8>(at);
    if (c == 0x29) {
      at++;
      return Result.ok;
    }
    if (c != 0x7c) return misplaced(code);
    at++;
  }
}

/** Nmtoken (7). */
function readToken(): Result {
  const from = at;
  while (isNameChar(decodeAt(at))) at += decodedLength;
  if (at == from) return failAt(Code.malformedAttlist, at);
  return at >= limit ? Result.more : Result.ok;
}
