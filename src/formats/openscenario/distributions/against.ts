import type { Span } from '../../../findings/finding';
import type { FoundRelated, Tell } from '../../../rules/rule';
import { nearest } from '../../../schema/nearest';
import { quoted, withArticle } from '../../../schema/words';
import { parseLiteral } from '../expressions/literals';
import { isProblem } from '../expressions/problems';
import type { ValueType } from '../expressions/values';
import { keepsConstraints, type ConstraintGroup } from '../model/constraints';
import { boundsWords } from '../model/constraintWords';
import type { Model } from '../model/model';
import { givenParameters, valuesGiven, type GivenParameter, type GivenValue } from './given';

/** A parameter that a scenario declares for itself as a whole, as others see it. */
export interface DeclaredParameter {
  readonly name: string;
  /** `null` where it cannot be known. */
  readonly type: ValueType | null;
  /** As it is written. */
  readonly value: string;
  readonly constraints: readonly ConstraintGroup[];
  /** Where its declaration stands in the scenario. */
  readonly span: Span;
}

/** A scenario that a distribution varies. */
export interface DeclaringScenario {
  /** Path of the file. */
  readonly path: string;
  readonly parameters: readonly DeclaredParameter[];
}

/** Which of a distribution's rules about its scenario are checked. */
export interface AgainstScenario {
  /** Tells of parameters that the scenario does not declare. */
  readonly unknown: Tell;
  /** Tells of values that are none of the declared type. */
  readonly unfit: Tell;
  /** Tells of values that break the declared constraints. */
  readonly unkept: Tell;
}

/** Compares what a distribution gives with what the scenario declares that it varies. */
export function checkAgainst(
  model: Model,
  { path, parameters }: DeclaringScenario,
  { unknown, unfit, unkept }: AgainstScenario,
): void {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  for (const given of givenParameters(model)) {
    const declared = byName.get(given.name);
    if (declared === undefined) {
      tellUnknown(model, given, path, [...byName.keys()], unknown);
      continue;
    }
    const related: FoundRelated[] = [
      { path, span: declared.span, message: 'the parameter is declared here' },
    ];
    for (const value of valuesGiven(model, given)) {
      tellOfValue(model, value, declared, related, { unfit, unkept });
    }
  }
}

function tellUnknown(
  model: Model,
  { naming, name }: GivenParameter,
  path: string,
  names: readonly string[],
  tell: Tell,
): void {
  const close = nearest(name, names);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const declare = `Declare it in the \`ParameterDeclarations\` of the scenario itself: those of its stories and entities cannot be varied.`;
  tell({
    code: 'unknown-parameter',
    at: model.texts.valueRange(naming),
    message: `The scenario ${quoted(file)} declares no parameter ${quoted(name)}.`,
    help: close === null ? declare : `Did you mean ${quoted(close)}?`,
  });
}

function tellOfValue(
  model: Model,
  { attribute, text }: GivenValue,
  { name, type, constraints }: DeclaredParameter,
  related: FoundRelated[],
  { unfit, unkept }: Pick<AgainstScenario, 'unfit' | 'unkept'>,
): void {
  if (type === null) return;
  const at = model.texts.valueRange(attribute);
  const value = parseLiteral(text, type);
  if (isProblem(value)) {
    unfit({
      code: 'unfit-value',
      at,
      message: `${quoted(text)} is not ${withArticle(quoted(type))}, which the parameter ${quoted(name)} is declared as.`,
      ...(value.help === undefined ? {} : { help: value.help }),
      related,
    });
  } else if (keepsConstraints(value, constraints) === false) {
    unkept({
      code: 'constraint-broken',
      at,
      message: `${quoted(text)} breaks the constraints of the parameter ${quoted(name)}.`,
      help: `It has to be ${boundsWords(constraints)}.`,
      related,
    });
  }
}
