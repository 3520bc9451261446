import type { Tell } from '../../../rules/rule';
import { quoted, withArticle } from '../../../schema/words';
import { none } from '../../../tree/tree';
import { isExpression } from '../expressions/evaluate';
import type { ExpressionError } from '../expressions/problems';
import type { ValueType } from '../expressions/values';
import type { Declarations } from './declarations';
import type { Model } from './model';

/** Tells of declarations whose value is none of the declared type; `none` as a value skips one. */
export function tellIllTypedDeclarations(
  model: Model,
  declared: Declarations,
  kind: 'parameter' | 'variable',
  valueOf: (declaration: number) => number,
  tell: Tell,
): void {
  for (let at = 0; at < declared.count; at++) {
    const type = declared.typeOf(at);
    // Any text is a string.
    if (type === null || type === 'string') continue;
    const of = `of the ${kind} ${quoted(declared.nameOf(at))}`;
    tellIllTyped(model, valueOf(at), type, of, tell);
  }
}

/**
 * Tells of a value that is none of a type. `of` says whose value it is, to stand behind "the value".
 * Mistakes within an expression are left to the rules about those.
 */
export function tellIllTyped(
  model: Model,
  attribute: number,
  type: ValueType,
  of: string,
  tell: Tell,
): void {
  if (attribute === none || type === 'string') return;
  const [error] = model.typed.of(attribute, type).errors;
  if (error === undefined) return;
  const written = model.texts.written(attribute);
  if (model.since('1.1') && isExpression(written)) return;
  tell({
    code: 'ill-typed-value',
    at: model.texts.valueRange(attribute),
    message: illTyped(written, type, of),
    ...(error.help === undefined ? reasonOf(error) : { help: error.help }),
  });
}

function illTyped(written: string, type: ValueType, of: string): string {
  const asked = `not ${withArticle(quoted(type))}`;
  if (written === '') return `The value ${of} is empty, ${asked}.`;
  return `The value ${of} is ${quoted(written)}, ${asked}.`;
}

/** What the error says that the message does not: the limits of a range, a value behind a reference. */
function reasonOf({ code, message }: ExpressionError): { help?: string } {
  return code === 'not-of-type' ? {} : { help: message };
}
