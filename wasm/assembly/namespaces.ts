import { attributeAt, attributeCount, ValueFlag, valueAddress, valueLength } from './attributes';
import { Code } from './codes';
import { addIssue, issueAddress, issueCount, issuePlace } from './issues';
import { grow, grownCapacity } from './memory';
import { incompleteName, intern, localOf, nameKind, NameKind, nameLength, prefixOf } from './names';
import { setPlace } from './places';
import { Result } from './results';
import { endOffsetOf, offsetOf } from './window';

/** Namespaces in XML 1.0. A namespace is the id of its URI, which is interned after a byte 0x01. */

let bindings: usize = 0;
let capacity: usize = 0;
/** Bindings in force: pairs of prefix id and URI id; the innermost is last. Prefix 0 is the default. */
export let bindingCount: u32 = 0;

let xmlPrefix: u32 = 0;
let xmlnsPrefix: u32 = 0;
let xmlUri: u32 = 0;
let xmlnsUri: u32 = 0;
export let xsiUri: u32 = 0;

const scratch: usize = memory.data(256);

/** Interns what the specification reserves; part of what every document starts with. */
export function seedNamespaces(): void {
  incompleteName = internText('\u0002', false);
  xmlPrefix = internText('xml', false);
  xmlnsPrefix = internText('xmlns', false);
  xmlUri = internText('http://www.w3.org/XML/1998/namespace', true);
  xmlnsUri = internText('http://www.w3.org/2000/xmlns/', true);
  xsiUri = internText('http://www.w3.org/2001/XMLSchema-instance', true);
}

/** Interns an ASCII literal, as a name or as a URI. */
export function internText(text: string, isUri: bool): u32 {
  let length: usize = 0;
  if (isUri) store<u8>(scratch + length++, 1);
  for (let i = 0; i < text.length; i++) store<u8>(scratch + length++, <u8>text.charCodeAt(i));
  return intern(scratch, length);
}

let uriBuffer: usize = 0;
let uriCapacity: usize = 0;

function internUri(from: usize, length: usize): u32 {
  if (length == 0) return 0;
  if (length + 1 > uriCapacity) {
    uriBuffer = grow(uriBuffer, uriCapacity, 0, length + 1);
    uriCapacity = grownCapacity;
  }
  store<u8>(uriBuffer, 1);
  memory.copy(uriBuffer + 1, from, length);
  return intern(uriBuffer, length + 1);
}

export function resetNamespaces(): void {
  bindingCount = 0;
}

export function dropBindings(to: u32): void {
  bindingCount = to;
}

/** URI bound to a prefix (0: the default namespace), or 0 where none is. */
export function lookUpPrefix(prefix: u32): u32 {
  for (let i = bindingCount; i > 0; i--) {
    const binding = bindings + ((<usize>i - 1) << 3);
    if (load<u32>(binding) == prefix) return load<u32>(binding, 4);
  }
  return prefix != 0 && prefix == xmlPrefix ? xmlUri : 0;
}

function bind(prefix: u32, uri: u32): void {
  const at = (<usize>bindingCount) << 3;
  if (at + 8 > capacity) {
    bindings = grow(bindings, capacity, at, at + 8);
    capacity = grownCapacity;
  }
  store<u32>(bindings + at, prefix);
  store<u32>(bindings + at, uri, 4);
  bindingCount++;
}

/** Takes the declarations among the tag's attributes into force. */
export function declareNamespaces(): Result {
  for (let i: u32 = 0; i < attributeCount; i++) {
    const attribute = attributeAt(i);
    const name = load<u32>(attribute);
    const kind = nameKind(name);
    if (kind != NameKind.defaultDeclaration && kind != NameKind.prefixDeclaration) continue;
    const uri = internUri(valueAddress(attribute), valueLength(attribute));
    if (kind == NameKind.defaultDeclaration) {
      if (uri == xmlUri || uri == xmlnsUri) return blame(Code.reservedNamespace, attribute, name);
      bind(0, uri);
      continue;
    }
    const prefix = localOf(name);
    if (uri == 0) return blame(Code.prefixUndeclared, attribute, name);
    if (prefix == xmlnsPrefix) return blame(Code.reservedPrefix, attribute, prefix);
    if ((prefix == xmlPrefix) != (uri == xmlUri)) {
      return blame(
        prefix == xmlPrefix ? Code.reservedPrefix : Code.reservedNamespace,
        attribute,
        prefix == xmlPrefix ? prefix : name,
      );
    }
    if (uri == xmlnsUri) return blame(Code.reservedNamespace, attribute, name);
    bind(prefix, uri);
  }
  return Result.ok;
}

/** Finds the namespaces of prefixed attributes, and attributes that are the same in two spellings. */
export function resolveAttributes(): Result {
  for (let i: u32 = 0; i < attributeCount; i++) {
    const attribute = attributeAt(i);
    const name = load<u32>(attribute);
    if (nameKind(name) != NameKind.prefixed) continue;
    const uri = lookUpPrefix(prefixOf(name));
    if (uri == 0) return blame(Code.unboundPrefix, attribute, name, prefixOf(name));
    store<u32>(attribute, uri, 28);
    store<u32>(attribute, localOf(name), 32);
    for (let j: u32 = 0; j < i; j++) {
      const other = attributeAt(j);
      if (load<u32>(other, 28) == uri && load<u32>(other, 32) == localOf(name)) {
        blame(Code.duplicateExpandedName, attribute, name, load<u32>(other));
        const issue = issueAddress(issueCount - 1);
        const at: usize = load<u32>(other, 24);
        if (at != 0) {
          setPlace(issuePlace(issue, 2), offsetOf(at));
          setPlace(issuePlace(issue, 3), endOffsetOf(at + nameLength(load<u32>(other))));
        }
        return Result.failed;
      }
    }
  }
  return Result.ok;
}

/** Blames an attribute's name; one that a default supplied is blamed on the place given by `tagAt`. */
function blame(code: Code, attribute: usize, a: u32, b: u32 = 0): Result {
  let at: usize = load<u32>(attribute, 24);
  let length = nameLength(load<u32>(attribute));
  if ((load<u32>(attribute, 12) & ValueFlag.defaulted) != 0) {
    at = tagAt;
    length = 1;
  }
  addIssue(code, offsetOf(at), endOffsetOf(at + length), a, b);
  return Result.failed;
}

/** Address of the tag being read. */
export let tagAt: usize = 0;
