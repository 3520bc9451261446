import type { StructureIssue } from '../schema/issue';
import type { CompiledSchema } from '../schema/compile';
import {
  attributeAt,
  expectedAt,
  expectedInAll,
  expectedRoots,
  seenInAll,
  typeName,
} from '../schema/lookups';
import { content, header, typeRecordWords } from '../schema/tables';
import type { Issue } from './tokenizer';
import { Code, TextFlag } from './tokenizer';

/** Flag of a parent whose order is no longer judged (`FrameFlag.loose`). */
const loose = 1;

const decoder = new TextDecoder();

/** Whether an issue is about something that is still allowed. */
export function isDeprecation(code: Code): boolean {
  return code >= Code.deprecatedElement;
}

/** Turns an issue of the structure interpreter from numbers into names. */
export function structureIssue(
  issue: Issue,
  schema: CompiledSchema,
  nameOf: (id: number) => string,
): StructureIssue {
  const { a, b, c } = issue;
  switch (issue.code) {
    case Code.unexpectedRoot: {
      // URIs are interned after a byte 0x01, so that none is taken for a name.
      const namespace = c === 0 ? {} : { namespace: nameOf(c).slice(1) };
      const expected = expectedRoots(schema);
      return { kind: 'unexpected-root', element: nameOf(a), type: '', expected, ...namespace };
    }
    case Code.unknownElement:
    case Code.unexpectedElement:
      return {
        kind: issue.code === Code.unknownElement ? 'unknown-element' : 'unexpected-element',
        element: nameOf(a),
        parent: parentName(issue, nameOf),
        type: typeName(schema, b),
        ...((issue.flags & loose) === 0 ? expectation(schema, b, c) : {}),
      };
    case Code.missingElement:
      return {
        kind: 'missing-element',
        element: nameOf(a),
        type: typeName(schema, b),
        ...expectation(schema, b, c),
      };
    case Code.unknownAttribute:
      return {
        kind: 'unknown-attribute',
        element: nameOf(c),
        type: typeName(schema, b),
        attribute: nameOf(a),
        present: presentNames(issue, nameOf),
      };
    case Code.missingAttribute:
      return {
        kind: 'missing-attribute',
        element: nameOf(c),
        type: typeName(schema, b),
        attribute: attributeAt(schema, a).name,
        simpleType: attributeAt(schema, a).simpleType,
        present: presentNames(issue, nameOf),
      };
    case Code.invalidValue:
    case Code.deprecatedValue:
      return {
        kind: issue.code === Code.invalidValue ? 'invalid-value' : 'deprecated-value',
        element: nameOf(c),
        type: typeName(schema, b),
        attribute: attributeAt(schema, a).name,
        simpleType: attributeAt(schema, a).simpleType,
        value: decoder.decode(issue.text),
      };
    case Code.deprecatedAttribute:
      return {
        kind: 'deprecated-attribute',
        element: nameOf(c),
        type: typeName(schema, b),
        attribute: attributeAt(schema, a).name,
      };
    case Code.unexpectedText:
      return { kind: 'unexpected-text', element: nameOf(a), type: typeName(schema, b) };
    case Code.contentInEmpty:
      return {
        kind: 'content-in-empty',
        element: a === 0 ? nameOf(c) : nameOf(a),
        type: typeName(schema, b),
        ...(a === 0
          ? { white: (issue.flags & TextFlag.white) !== 0 }
          : { parent: parentName(issue, nameOf) }),
      };
    case Code.xsiNil:
      return { kind: 'xsi-nil', element: nameOf(c), type: typeName(schema, b) };
    case Code.xsiType:
      return {
        kind: 'xsi-type',
        element: nameOf(c),
        type: typeName(schema, b),
        value: decoder.decode(issue.text),
      };
    case Code.deprecatedElement:
      return {
        kind: 'deprecated-element',
        element: nameOf(a),
        parent: parentName(issue, nameOf),
        type: typeName(schema, b),
      };
    default:
      throw new RangeError(`No issue of structure has the number ${issue.code}`);
  }
}

function parentName(issue: Issue, nameOf: (id: number) => string): string {
  return issue.parent === 0 ? '' : nameOf(issue.parent);
}

function expectation(
  schema: CompiledSchema,
  type: number,
  state: number,
): Pick<StructureIssue, 'expected' | 'mayEnd' | 'seen'> {
  const kind = schema.words[(schema.words[header.typesAt] ?? 0) + type * typeRecordWords];
  if (kind === content.all) {
    const { names, mayEnd } = expectedInAll(schema, type, state);
    return { expected: [...names], mayEnd, seen: seenInAll(schema, type, state) };
  }
  const { names, mayEnd } = expectedAt(schema, state);
  return { expected: [...names], mayEnd };
}

function presentNames(issue: Issue, nameOf: (id: number) => string): string[] {
  const ids = new Uint32Array(issue.text.buffer, 0, issue.text.length >> 2);
  return [...ids].map(nameOf);
}
