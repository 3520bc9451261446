import type { NamedKind } from '../model/named';
import { event } from './scenarios';

const tags = { parameter: 'Parameter', variable: 'Variable' } as const;

/** A declaration of a parameter or variable. */
export function declared(kind: NamedKind, name: string, type: string, value: string): string {
  return `<${tags[kind]}Declaration name="${name}" ${kind}Type="${type}" value="${value}"/>`;
}

/** An action that sets a parameter or variable. */
export function setting(kind: NamedKind, name: string, value: string): string {
  return action(kind, name, `<SetAction value="${value}"/>`);
}

/** An action that adds to a parameter or variable. */
export function adding(kind: NamedKind, name: string, open = '', close = ''): string {
  const rule = '<Rule><AddValue value="1"/></Rule>';
  return action(kind, name, `${open}<ModifyAction>${close}${rule}</ModifyAction>`);
}

function action(kind: NamedKind, name: string, what: string): string {
  const tag = `${tags[kind]}Action`;
  return `<GlobalAction><${tag} ${kind}Ref="${name}">${what}</${tag}></GlobalAction>`;
}

/** An event that waits for a parameter or variable. */
export function waiting(kind: NamedKind, name: string, rule: string, value: string): string {
  const condition = `<${tags[kind]}Condition ${kind}Ref="${name}" rule="${rule}" value="${value}"/>`;
  return event(
    'waiting',
    `<StartTrigger><ConditionGroup><Condition name="c" delay="0" conditionEdge="none"><ByValueCondition>${condition}</ByValueCondition></Condition></ConditionGroup></StartTrigger>`,
  );
}
