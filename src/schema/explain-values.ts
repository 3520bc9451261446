import type { Explanation, Judgement } from './explanation';
import { changeVersion, existsElsewhere, thisFile } from './explain-versions';
import { valueDeprecation, valueKnownIn } from './history';
import type { StructureIssue } from './issue';
import { modelOf, type Builtin, type SimpleTypeModel } from './model';
import { nearest } from './nearest';
import { slipIn } from './slips';
import { meantPattern, nearMiss } from './pattern-misses';
import { holds, versionIndex } from './schema';
import { anyOf, insteadOf, joined, quoted, withArticle } from './words';

/** What a value of a built-in type is. */
const described: Readonly<Record<Builtin, readonly string[]>> = {
  none: [],
  string: ['text'],
  boolean: ['`true`', '`false`'],
  double: ['a number'],
  int: ['a whole number'],
  unsignedInt: ['a whole number from 0 to 4294967295'],
  unsignedShort: ['a whole number from 0 to 65535'],
  dateTime: ['a date and time'],
};

/** How a value of a built-in type is written. */
const examples: Readonly<Record<Builtin, string>> = {
  none: '',
  string: '',
  boolean: 'Write `true` or `false`.',
  double: 'A number looks like `1.5`, `-3` or `2e-3`.',
  int: 'A whole number looks like `3` or `-12`.',
  unsignedInt: 'A whole number looks like `3`.',
  unsignedShort: 'A whole number looks like `3`.',
  dateTime: 'A date and time looks like `2024-05-17T14:30:00`.',
};

/** How many values of an enumeration help lists. */
const mostValues = 20;

/** A value that its type does not accept. */
export function invalidValue(issue: StructureIssue, judgement: Judgement): Explanation {
  const { value = '' } = issue;
  const model = modelOf(judgement.schema, judgement.version);
  const type = model.simpleTypes.get(issue.simpleType ?? '');
  if (type === undefined) return { message: `${subject(issue)} cannot be ${quoted(value)}.` };
  return (
    foreignPattern(issue, type, judgement) ??
    (type.values.length > 0
      ? invalidEnumValue(issue, type, judgement)
      : invalidPlainValue(issue, type))
  );
}

function invalidPlainValue(issue: StructureIssue, type: SimpleTypeModel): Explanation {
  const { value = '' } = issue;
  const miss = nearMiss(value, type.patterns);
  if (miss?.problem !== undefined) {
    return { message: `${subject(issue)} is ${miss.problem}.`, help: miss.help };
  }
  const slip = slipIn(value, type.builtin);
  const found = value === '' ? 'is empty' : `is ${quoted(value)}`;
  const reason = slip?.reason === undefined ? '' : `: ${slip.reason}`;
  return {
    message: `${subject(issue)} must be ${accepted(type)}, but ${found}${reason}.`,
    help: miss?.help ?? slip?.help ?? examples[type.builtin],
  };
}

/** "a number, a parameter or an expression". */
function accepted(type: SimpleTypeModel): string {
  return joined([...described[type.builtin], ...patternNames(type)], 'or');
}

function invalidEnumValue(
  issue: StructureIssue,
  type: SimpleTypeModel,
  judgement: Judgement,
): Explanation {
  const { value = '' } = issue;
  const known = valueKnownIn(judgement.schema, type.name, value);
  const elsewhere = existsElsewhere(known, judgement);
  if (elsewhere !== null) {
    const message = `${subject(issue)} cannot be ${quoted(value)}, which ${elsewhere}.`;
    return { message, help: changeVersion(known, judgement) };
  }
  const miss = nearMiss(value, type.patterns);
  if (miss?.problem !== undefined) {
    return { message: `${subject(issue)} is ${miss.problem}.`, help: miss.help };
  }
  const names = type.values.filter((one) => !one.deprecated).map(({ name }) => name);
  const trimmed = value.trim();
  if (trimmed !== value && type.values.some(({ name }) => name === trimmed)) {
    return {
      message: `${subject(issue)} is ${quoted(value)}: the blanks count, and no such value exists.`,
      help: `Write ${quoted(trimmed)}.`,
    };
  }
  const found = value === '' ? 'is empty' : `cannot be ${quoted(value)}`;
  const message = `${subject(issue)} ${found}; expected ${anyOf(names, trimmed)}.`;
  if (miss !== null) return { message, help: miss.help };
  const meant = nearest(trimmed, names);
  if (meant !== null) return { message, help: `Did you mean ${quoted(meant)}?` };
  if (names.length <= 5 || names.length > mostValues) return { message };
  return { message, help: `The values are ${joined(names.map(quoted), 'and')}.` };
}

/** A value of a pattern, or meant as one, which is accepted elsewhere, or in another version, but not here. */
function foreignPattern(
  issue: StructureIssue,
  type: SimpleTypeModel,
  judgement: Judgement,
): Explanation | null {
  const { value = '' } = issue;
  const { schema, version } = judgement;
  const now = versionIndex(schema, version);
  const members = schema.simpleTypes.get(type.name)?.members ?? [];
  const foreign = [...schema.patterns.values()].filter(
    (pattern) => !(members.includes(pattern.name) && holds(pattern, now)),
  );
  const pattern = meantPattern(value, foreign, type.patterns);
  if (pattern === null) return null;
  const kind = withArticle(pattern.name);
  if (!members.includes(pattern.name)) {
    return {
      message: `${subject(issue)} cannot be ${kind}, but is ${quoted(value)}.`,
      help: `Write ${alternatives(type)}.`,
    };
  }
  const since = schema.versions[pattern.since] ?? '';
  return {
    message: `${subject(issue)} is ${kind}, ${quoted(value)}, which can stand there since ${since} only; ${thisFile(judgement)}.`,
    help: `Write the value itself, or declare ${since}.`,
  };
}

/** What may be written for a type that does not accept a certain pattern. */
function alternatives(type: SimpleTypeModel): string {
  const values = type.values.length > 0 ? ['one of its values'] : described[type.builtin];
  return joined([...values, ...patternNames(type)], 'or');
}

function patternNames(type: SimpleTypeModel): string[] {
  return type.patterns.map(({ name }) => withArticle(name));
}

/** A value of an enumeration that should not be used any more. */
export function deprecatedValue(issue: StructureIssue, judgement: Judgement): Explanation {
  const { value = '', simpleType = '' } = issue;
  const { schema, version } = judgement;
  const deprecation = valueDeprecation(schema, version, simpleType, value);
  const since = schema.versions[deprecation?.since ?? 0] ?? version;
  return {
    message: `The value ${quoted(value)} of ${subject(issue)} has been deprecated since ${since}.`,
    ...insteadOf(deprecation),
  };
}

/** "`value` of `SpeedCondition`", or the element where its text is meant. */
function subject({ element, attribute }: StructureIssue): string {
  return attribute === undefined ? quoted(element) : `${quoted(attribute)} of ${quoted(element)}`;
}
