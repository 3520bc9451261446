import type { Tell } from '../../../rules/rule';
import {
  checkAgainst,
  type AgainstScenario,
  type DeclaredParameter,
} from '../distributions/against';
import { parseLiteral } from '../expressions/literals';
import { isProblem } from '../expressions/problems';
import { valueTypeNamed, type TypedValue, type ValueType } from '../expressions/values';
import type { DigestedParameter } from './layout';
import type { Project } from './project';
import { spanOf } from './words';

const silent: Tell = () => undefined;

/** Compares a parameter value distribution with the scenario that it names, where that was found. */
export function checkVaried(project: Project, tell: Partial<AgainstScenario>): void {
  const { model, scenario } = project;
  if (!scenario) return;
  const { path, digest } = scenario;
  const parameters = digest.parameters.map(declared);
  checkAgainst(
    model,
    { path, parameters },
    { unknown: silent, unfit: silent, unkept: silent, ...tell },
  );
}

function declared(parameter: DigestedParameter): DeclaredParameter {
  const { name, value, constraints, place } = parameter;
  const type = valueTypeNamed(parameter.type);
  const groups = constraints.map((group) =>
    group.map((constraint) => ({
      rule: constraint.rule,
      bound: type && boundOf(constraint.value, type),
    })),
  );
  return { name, type, value, constraints: groups, span: spanOf(place) };
}

function boundOf(text: string, type: ValueType): TypedValue | null {
  const bound = parseLiteral(text, type);
  return isProblem(bound) ? null : bound;
}
