import type { Severity } from '../findings/finding';
import {
  deprecatedAttribute,
  missingAttribute,
  unknownAttribute,
  wrongXsiType,
  xsiNil,
} from './explain-attributes';
import {
  contentInEmpty,
  deprecatedElement,
  missingElement,
  unexpectedElement,
  unexpectedRoot,
  unexpectedText,
  unknownElement,
} from './explain-elements';
import { deprecatedValue, invalidValue } from './explain-values';
import type { Explanation, Judgement } from './explanation';
import type { StructureIssue, StructureIssueKind } from './issue';

/** An issue as a finding needs it. The code is the kind of the issue. */
export interface ExplainedIssue extends Explanation {
  readonly code: StructureIssueKind;
  readonly severity: Severity;
}

type Explainer = (issue: StructureIssue, judgement: Judgement) => Explanation;

const explainers: Readonly<Record<StructureIssueKind, Explainer>> = {
  'unexpected-root': unexpectedRoot,
  'unknown-element': unknownElement,
  'unexpected-element': unexpectedElement,
  'missing-element': missingElement,
  'unknown-attribute': unknownAttribute,
  'missing-attribute': missingAttribute,
  'invalid-value': invalidValue,
  'unexpected-text': unexpectedText,
  'content-in-empty': contentInEmpty,
  'xsi-nil': xsiNil,
  'xsi-type': wrongXsiType,
  'deprecated-element': deprecatedElement,
  'deprecated-attribute': deprecatedAttribute,
  'deprecated-value': deprecatedValue,
};

/** Puts what the structure interpreter found into words, with what other versions know of it. */
export function explain(issue: StructureIssue, judgement: Judgement): ExplainedIssue {
  return {
    code: issue.kind,
    severity: issue.kind.startsWith('deprecated') ? 'warning' : 'error',
    ...explainers[issue.kind](issue, judgement),
  };
}
