import type { Tell } from '../../../rules/rule';
import { quoted, withArticle } from '../../../schema/words';
import { readDecimal } from '../../../tree/decimal';
import { none } from '../../../tree/tree';
import { convertValue } from '../expressions/conversion';
import { isExpression } from '../expressions/evaluate';
import { parseLiteral } from '../expressions/literals';
import { isProblem, type ExpressionError } from '../expressions/problems';
import type { ValueType } from '../expressions/values';
import type { Declarations } from './declarations';
import type { Model } from './model';
import { typedOutcome } from './typedOutcome';

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
    tellIllTyped(
      model,
      valueOf(at),
      type,
      () => `of the ${kind} ${quoted(declared.nameOf(at))}`,
      tell,
    );
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
  of: () => string,
  tell: Tell,
): void {
  if (attribute === none || type === 'string') return;
  if (type === 'double' && isPlainNumber(model, attribute)) return;
  const [error] = typedOutcome(model, attribute, type).errors;
  if (error === undefined) return;
  const { texts } = model;
  const written = texts.written(attribute);
  if (model.since('1.1') && isExpression(written)) return;
  tell({
    code: 'ill-typed-value',
    ...(isWholeAsDouble(written, type) ? { severity: 'warning' as const } : {}),
    at: texts.valueRange(attribute),
    message: illTyped(written, type, of()),
    ...(isExpression(written)
      ? { help: 'Expressions exist since 1.1 only; this is 1.0.' }
      : reasonOf(error, texts.writingOf(attribute) === 'reference')),
  });
}

/** Whether a value is certainly a number as it stands: told without a text of it. */
function isPlainNumber({ elements, texts: { bytes } }: Model, attribute: number): boolean {
  const start = elements.valueStart(attribute);
  const end = elements.valueEnd(attribute);
  // What is too small for a double comes to 0 too, and white space and signs are a closer look's.
  return isDigit(bytes[start]) && isDigit(bytes[end - 1]) && readDecimal(bytes, start, end) > 0;
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function illTyped(written: string, type: ValueType, of: string): string {
  const asked = `not ${withArticle(quoted(type))}`;
  if (written === '') return `The value ${of} is empty, ${asked}.`;
  return `The value ${of} is ${quoted(written)}, ${asked}.`;
}

/** What the message does not say: the repair, the limits of a range, the value behind a reference. */
function reasonOf(
  { code, message, help }: ExpressionError,
  isReference: boolean,
): { help?: string } {
  if (help !== undefined) return { help };
  return code === 'not-of-type' && !isReference ? {} : { help: message };
}

/** A whole number written like `5.0`: the schema’s `int` has none of these, but RA’s reader takes them. */
function isWholeAsDouble(written: string, type: ValueType): boolean {
  const read = parseLiteral(written, 'double');
  return !isProblem(read) && !isProblem(convertValue(read, type));
}
