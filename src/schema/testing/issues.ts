import { compileSchema, type CompiledSchema } from '../compile';
import type { StructureIssue } from '../issue';
import { expectedAt, expectedInAll, seenInAll, type Expectation } from '../lookups';
import type { Schema } from '../schema';
import { content as contentKind } from '../tables';
import { acceptsChildren, childAt, typeRecord } from './walk';

/**
 * Issues as the structure interpreter finds them, from the children of one element: the first child
 * that may not stand where it does, else what is missing, else `null`.
 */
export function issueOfChildren(
  schema: Schema,
  version: string,
  parent: { readonly element: string; readonly type: string },
  children: readonly string[],
): StructureIssue | null {
  const compiled = compileSchema(schema, version);
  const { element, type } = parent;
  const [kind, , , , , , all = 0] = typeRecord(compiled, type);
  for (const [index, child] of children.entries()) {
    const before = children.slice(0, index);
    const place = placeAfter(compiled, type, before);
    if (place.names.includes(child)) continue;
    const own = { element: child, type, parent: element };
    if (kind === contentKind.empty || kind === contentKind.text) {
      return { kind: 'content-in-empty', ...own };
    }
    const known = childAt(compiled, all, child) !== null;
    return {
      kind: known ? 'unexpected-element' : 'unknown-element',
      ...own,
      expected: [...place.names],
      mayEnd: place.mayEnd,
      ...(place.seen === null ? {} : { seen: place.seen }),
    };
  }
  if (acceptsChildren(compiled, type, children)) return null;
  const { names } = placeAfter(compiled, type, children);
  return { kind: 'missing-element', element, type, expected: [...names], mayEnd: false };
}

/** What may follow after children that are right so far. */
function placeAfter(
  compiled: CompiledSchema,
  type: string,
  children: readonly string[],
): Expectation & { readonly seen: string[] | null } {
  const [kind, row = 0] = typeRecord(compiled, type);
  const id = compiled.typeNames.indexOf(type);
  if (kind === contentKind.all) {
    const seen = children.reduce(
      (bits, child) => bits | (1 << (childAt(compiled, row, child)?.low ?? 0)),
      0,
    );
    return { ...expectedInAll(compiled, id, seen), seen: seenInAll(compiled, id, seen) };
  }
  if (kind !== contentKind.automaton) return { names: [], mayEnd: true, seen: null };
  const state = children.reduce((at, child) => childAt(compiled, at, child)?.low ?? at, row);
  return { ...expectedAt(compiled, state), seen: null };
}
