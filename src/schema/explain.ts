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
import type { StructureIssue, StructureIssueKind } from './issue';
import type { Schema } from './schema';

/** What a document is judged by. */
export interface Judgement {
  readonly schema: Schema;
  /** The version of the schema that judged. */
  readonly version: string;
  /**
   * False where the document declares no version of the schema, and this one only stood in. Messages
   * then speak of the version it is checked against.
   */
  readonly declared: boolean;
}

/** An issue in words. `message` states the problem and stands alone; `help` proposes the repair. */
export interface Explanation {
  readonly message: string;
  readonly help?: string;
}

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
