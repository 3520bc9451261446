import { explain } from '../../../../schema/explain';
import type { StructureIssue } from '../../../../schema/issue';
import { issueOfChildren } from '../../../../schema/testing/issues';
import { openScenarioSchema } from '..';

/** An explanation on two lines, the second one for the help, as tests compare them. */
export function say(version: string, issue: StructureIssue | null, declared = true): string {
  if (issue === null) return 'no issue';
  const { message, help } = explain(issue, { schema: openScenarioSchema(), version, declared });
  return help === undefined ? message : `${message}\n${help}`;
}

/** What is said of an element with these children, separated by blanks, in this order. */
export function sayOfChildren(
  version: string,
  element: string,
  children: string,
  type = element,
): string {
  const names = children.split(' ').filter((name) => name !== '');
  return say(version, issueOfChildren(openScenarioSchema(), version, { element, type }, names));
}

/** What is said of an attribute's value that its simple type does not accept. */
export function sayOfValue(
  version: string,
  attribute: string,
  simpleType: string,
  value: string,
): string {
  const [element = '', name = ''] = attribute.split('/@');
  return say(version, {
    kind: 'invalid-value',
    element,
    type: element,
    attribute: name,
    simpleType,
    value,
  });
}

/** What is said of an attribute, written `Element/@name`, given the others on its tag. */
export function sayOfAttribute(
  version: string,
  kind: 'unknown-attribute' | 'missing-attribute' | 'deprecated-attribute',
  attribute: string,
  others = '',
): string {
  const [element = '', name = ''] = attribute.split('/@');
  const present = others.split(' ').filter((other) => other !== '');
  if (kind !== 'missing-attribute') present.push(name);
  return say(version, { kind, element, type: element, attribute: name, present });
}
