import {
  attributeAt,
  attributeCount,
  normaliseAttribute,
  ValueFlag,
  valueAddress,
  valueLength,
} from '../attributes';
import { isWhite } from '../characters';
import { Code, TextFlag } from '../codes';
import { copyTagPlaces, depth, elementCount, frameAt, FrameFlag, isOutside, unjudged } from '../frames';
import { addIssue, addText, issuePlace } from '../issues';
import { grow, grownCapacity } from '../memory';
import { nameAddress, nameKind, NameKind, nameLength, sameBytes } from '../names';
import { internText, xsiUri } from '../namespaces';
import { placeSize, setPlace } from '../places';
import { noteOpen, noteText } from '../seam';
import { endOffsetOf, offsetOf } from '../window';
import { checkValue, Value } from './lexical';
import {
  attributeRecordAt,
  ContentKind,
  globalRow,
  hasSchema,
  lookUp,
  nothing,
  rowFlags,
  schemaNames,
  typeAt,
} from './tables';

/**
 * Checks the shape of a document against the tables while it is read: one call an element, one for
 * its end, one for text. Nothing is kept but a row or a mask in each open element's frame.
 */

/** White space in the open element has to be told: it must be empty. */
export let whiteMatters: bool = false;
/** Whether this document is to be checked. */
export let enabled: bool = false;

let xsiTypeName: u32 = 0;
let xsiNilName: u32 = 0;
let xsiLocationName: u32 = 0;
let xsiNoNamespaceName: u32 = 0;

/** Look-aheads after unknown children that one document may cost. */
export const mostSearches: u32 = 200;
export let searches: u32 = 0;

export function setSearches(count: u32): void {
  searches = count;
}

/** Bytes of a value that an issue quotes. */
const longestQuote: usize = 200;

export function seedStructure(): void {
  xsiTypeName = internText('type', false);
  xsiNilName = internText('nil', false);
  xsiLocationName = internText('schemaLocation', false);
  xsiNoNamespaceName = internText('noNamespaceSchemaLocation', false);
}

export function reset(wanted: bool): void {
  enabled = wanted && hasSchema;
  whiteMatters = false;
  searches = 0;
}

/** A start tag was read; its frame is the innermost. */
export function open(frame: usize, parent: usize, name: u32, uri: u32): void {
  if (!enabled) {
    if (isOutside(parent)) noteOpen(name, uri);
    return;
  }
  let type = unjudged;
  if (depth == 1) {
    const found = uri == 0 ? lookUp(globalRow, name) : nothing;
    if (found == nothing) issueAtTag(Code.unexpectedRoot, frame, name, 0, uri);
    else type = found;
  } else if (load<u32>(parent, 20) != unjudged) {
    type = placeChild(parent, frame, name, uri);
  } else if (isOutside(parent)) {
    type = noteOpen(name, uri);
  }
  store<u32>(frame, type, 20);
  store<u32>(frame, 0, 24);
  whiteMatters = false;
  if (type == unjudged) return;
  const record = typeAt(type);
  const kind = load<u32>(record);
  if (kind == ContentKind.automaton) store<u32>(frame, load<u32>(record, 4), 24);
  whiteMatters = kind == ContentKind.empty;
  checkAttributes(frame, record, type, name);
}

/** Moves the parent's content model on by a child; returns the child's type. */
export function placeChild(parent: usize, frame: usize, name: u32, uri: u32): u32 {
  const parentType = load<u32>(parent, 20);
  const record = typeAt(parentType);
  const kind = load<u32>(record);
  const flags = load<u32>(parent, 28);
  const about = flags | (load<u32>(parent) << 8);
  if (kind == ContentKind.empty || kind == ContentKind.text) {
    issueAtTag(Code.contentInEmpty, frame, name, parentType, 0, about);
    return unjudged;
  }
  const state = load<u32>(parent, 24);
  const row = kind == ContentKind.automaton ? state : load<u32>(record, 4);
  const found = uri == 0 ? lookUp(row, name) : nothing;
  if (found != nothing) {
    if (kind == ContentKind.automaton) {
      store<u32>(parent, found & 0xffff, 24);
    } else {
      const bit: u32 = 1 << (found & 0xffff);
      if ((state & bit) != 0)
        issueAtTag(Code.unexpectedElement, frame, name, parentType, state, about);
      store<u32>(parent, state | bit, 24);
    }
    if (found >> 31) issueAtTag(Code.deprecatedElement, frame, name, parentType, 0, about);
    return (found >> 16) & 0x7fff;
  }
  const known = uri == 0 ? lookUp(load<u32>(record, 24), name) : nothing;
  if (known == nothing) {
    issueAtTag(Code.unknownElement, frame, name, parentType, state, about);
    store<u32>(parent, flags | FrameFlag.uncertain, 28);
    return unjudged;
  }
  const ahead =
    (flags & FrameFlag.uncertain) != 0 && searches < mostSearches ? findAhead(row, name) : nothing;
  if (ahead != nothing) {
    // The unknown child stood for what is skipped here: one mistake, told already.
    store<u32>(parent, ahead & 0xffff, 24);
  } else if ((flags & FrameFlag.loose) == 0) {
    issueAtTag(Code.unexpectedElement, frame, name, parentType, state, about);
    store<u32>(parent, flags | FrameFlag.loose, 28);
  }
  return (known >> 16) & 0x7fff;
}

const queue: usize = memory.data(256 * 4);

/** Finds the nearest row after `row` from which a child's name leads on; returns its entry. */
function findAhead(row: u32, name: u32): u32 {
  searches++;
  let read: usize = 0;
  let written: usize = 1;
  store<u32>(queue, row);
  while (read < written) {
    const from = load<u32>(queue + (read++ << 2));
    const entry = lookUp(from, name);
    if (entry != nothing) return entry;
    for (let key: u32 = 1; key < schemaNames(); key++) {
      const step = lookUp(from, key);
      if (step == nothing || written >= 256) continue;
      const next = step & 0xffff;
      let known = false;
      for (let i: usize = 0; i < written; i++) {
        if (load<u32>(queue + (i << 2)) == next) known = true;
      }
      if (!known) store<u32>(queue + (written++ << 2), next);
    }
  }
  return nothing;
}

/** An element ended; its frame is still the innermost. */
export function close(frame: usize): void {
  if (!enabled) return;
  const type = load<u32>(frame, 20);
  if (type == unjudged) return;
  const flags = load<u32>(frame, 28);
  if ((flags & (FrameFlag.loose | FrameFlag.uncertain)) != 0) return;
  const record = typeAt(type);
  const kind = load<u32>(record);
  const state = load<u32>(frame, 24);
  const incomplete =
    kind == ContentKind.automaton
      ? (rowFlags(state) & 1) == 0
      : kind == ContentKind.all && (load<u32>(record, 8) & ~state) != 0;
  if (incomplete) issueAtTag(Code.missingElement, frame, load<u32>(frame), type, state);
}

/** The innermost element is another now. */
export function refresh(): void {
  whiteMatters = false;
  if (!enabled || depth == 0) return;
  const frame = frameAt(depth);
  const type = load<u32>(frame, 20);
  if (type == unjudged || (load<u32>(frame, 28) & FrameFlag.textReported) != 0) return;
  whiteMatters = load<u32>(typeAt(type)) == ContentKind.empty;
}

/** Character data in the innermost element, between two places. */
export function text(start: usize, end: usize, white: bool): void {
  if (depth == 0) return;
  const frame = frameAt(depth);
  if (isOutside(frame)) {
    if (!white) noteText();
    return;
  }
  if (!enabled) return;
  const type = load<u32>(frame, 20);
  if (type == unjudged) return;
  const kind = load<u32>(typeAt(type));
  // Text content of a simple type other than a string has not come up in any schema yet.
  if (kind == ContentKind.text || (white && kind != ContentKind.empty)) return;
  const flags = load<u32>(frame, 28);
  if ((flags & FrameFlag.textReported) != 0) return;
  store<u32>(frame, flags | FrameFlag.textReported, 28);
  whiteMatters = false;
  const empty = kind == ContentKind.empty;
  const name = load<u32>(frame);
  const code = empty ? Code.contentInEmpty : Code.unexpectedText;
  const about: u32 = white ? TextFlag.white : 0;
  const issue = issueAtTag(code, frame, empty ? 0 : name, type, name, about);
  memory.copy(issuePlace(issue, 2), start, placeSize);
  memory.copy(issuePlace(issue, 3), end, placeSize);
}

/** Whether text in the innermost element would not be worth a word. */
export function textPasses(): bool {
  if (!enabled || depth == 0) return true;
  const frame = frameAt(depth);
  const type = load<u32>(frame, 20);
  return (
    type == unjudged ||
    load<u32>(typeAt(type)) == ContentKind.text ||
    (load<u32>(frame, 28) & FrameFlag.textReported) != 0
  );
}

/** Adds an issue at an element's start tag. */
function issueAtTag(code: Code, frame: usize, a: u32, b: u32, c: u32, about: u32 = 0): usize {
  const issue = addIssue(code, 0, 0, a, b, c);
  copyTagPlaces(frame, issuePlace(issue, 0), issuePlace(issue, 1));
  store<u32>(issue, elementCount, 24);
  store<u32>(issue, about, 28);
  return issue;
}

function checkAttributes(frame: usize, record: usize, type: u32, name: u32): void {
  const row = load<u32>(record, 16);
  let seen: u32 = 0;
  for (let i: u32 = 0; i < attributeCount; i++) {
    let attribute = attributeAt(i);
    const attributeName = load<u32>(attribute);
    const kind = nameKind(attributeName);
    if (kind == NameKind.defaultDeclaration || kind == NameKind.prefixDeclaration) continue;
    if (load<u32>(attribute, 28) != 0) {
      checkForeign(frame, attribute, attributeName, type);
      continue;
    }
    const index = lookUp(row, attributeName);
    if (index == nothing) {
      issueAtAttribute(Code.unknownAttribute, frame, attribute, attributeName, type);
      addPresent();
      continue;
    }
    const definition = attributeRecordAt(index);
    seen |= 1 << load<u32>(definition, 8);
    if ((load<u32>(definition, 12) & 2) != 0)
      issueAtAttribute(Code.deprecatedAttribute, frame, attribute, index, type);
    if ((load<u32>(attribute, 12) & ValueFlag.white) != 0) {
      normaliseAttribute(i);
      attribute = attributeAt(i);
    }
    const judgement = checkValue(
      load<u32>(definition, 4),
      valueAddress(attribute),
      valueLength(attribute),
    );
    if (judgement != Value.good) {
      issueAtValue(
        judgement == Value.bad ? Code.invalidValue : Code.deprecatedValue,
        frame,
        attribute,
        index,
        type,
      );
    }
  }
  let missing = load<u32>(record, 20) & ~seen;
  while (missing != 0) {
    const bit = ctz(missing);
    missing &= missing - 1;
    issueAtTag(Code.missingAttribute, frame, load<u32>(record, 32) + bit, type, name);
    addPresent();
  }
}

/** Attributes in a namespace: XML Schema's own are known, nothing else is (reference, section 2.5). */
function checkForeign(frame: usize, attribute: usize, name: u32, type: u32): void {
  const local = load<u32>(attribute, 32);
  if (load<u32>(attribute, 28) != xsiUri) {
    issueAtAttribute(Code.unknownAttribute, frame, attribute, name, type);
    addPresent();
  } else if (local == xsiNilName) {
    issueAtAttribute(Code.xsiNil, frame, attribute, name, type);
  } else if (local == xsiTypeName) {
    if (!namesType(frame, attribute, type))
      issueAtValue(Code.xsiType, frame, attribute, name, type);
  } else if (local != xsiLocationName && local != xsiNoNamespaceName) {
    issueAtAttribute(Code.unknownAttribute, frame, attribute, name, type);
    addPresent();
  }
}

/** Whether an `xsi:type` names the type that the element has anyway: no type here is derived from another. */
function namesType(frame: usize, attribute: usize, type: u32): bool {
  let from = valueAddress(attribute);
  let to = from + valueLength(attribute);
  while (from < to && isWhite(load<u8>(from))) from++;
  while (from < to && isWhite(load<u8>(to - 1))) to--;
  if (load<u32>(frame, 36) != 0) return false;
  const name = load<u32>(typeAt(type), 28);
  return to - from == <usize>nameLength(name) && sameBytes(from, nameAddress(name), to - from);
}

function issueAtAttribute(code: Code, frame: usize, attribute: usize, a: u32, type: u32): usize {
  const at: usize = load<u32>(attribute, 24);
  const issue = issueAtTag(code, frame, a, type, load<u32>(frame));
  if (at != 0) {
    setPlace(issuePlace(issue, 0), offsetOf(at));
    setPlace(issuePlace(issue, 1), endOffsetOf(at + nameLength(load<u32>(attribute))));
  }
  return issue;
}

function issueAtValue(code: Code, frame: usize, attribute: usize, a: u32, type: u32): void {
  const issue = issueAtTag(code, frame, a, type, load<u32>(frame));
  if (load<u32>(attribute, 24) != 0) {
    setPlace(issuePlace(issue, 0), offsetOf(load<u32>(attribute, 4)));
    setPlace(issuePlace(issue, 1), endOffsetOf(load<u32>(attribute, 8)));
  }
  let length = valueLength(attribute);
  const from = valueAddress(attribute);
  if (length > longestQuote) {
    length = longestQuote;
    while (length > 0 && (load<u8>(from + length) & 0xc0) == 0x80) length--;
  }
  addText(from, length);
}

let present: usize = 0;
let presentCapacity: usize = 0;

/** Gives the last issue the names of the tag's attributes, as ids: they are not to be proposed. */
function addPresent(): void {
  const count: usize = attributeCount < 64 ? <usize>attributeCount : 64;
  if (count << 2 > presentCapacity) {
    present = grow(present, presentCapacity, 0, count << 2);
    presentCapacity = grownCapacity;
  }
  for (let i: u32 = 0; i < <u32>count; i++)
    store<u32>(present + ((<usize>i) << 2), load<u32>(attributeAt(i)));
  addText(present, count << 2);
}
