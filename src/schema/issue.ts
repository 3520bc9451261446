/**
 * What the structure interpreter found, in names instead of ids and before any wording.
 * `explain` turns one into a message, with what is known of the other versions.
 */
export interface StructureIssue {
  kind: StructureIssueKind;
  /** Name of the element at whose tag it is reported. */
  element: string;
  /** For the root: the namespace that it is in, if any. */
  namespace?: string;
  /** Name of the schema type that judged: the parent's for child elements, else the element's own. */
  type: string;
  /** For a child element: name of the parent element. */
  parent?: string;
  /** Names of the elements that could stand at this point, in schema order. */
  expected?: string[];
  /** Whether the content could also end here. */
  mayEnd?: boolean;
  /** Names of the children that came before, in order, where they matter (an `all` group). */
  seen?: string[];
  attribute?: string;
  /** Attributes that the tag carries, so that none of them is proposed. */
  present?: string[];
  /** The value found: normalised, cut after 200 characters. */
  value?: string;
  /** For text: whether it begins with white space, which is reported where nothing at all may stand. */
  white?: boolean;
  /** Name of the simple type that a value fails. */
  simpleType?: string;
}

export type StructureIssueKind =
  /** The root is no global element. */
  | 'unexpected-root'
  /** A child whose name the parent's type does not know at all. */
  | 'unknown-element'
  /** A child that the parent's type knows, at a place where it may not stand. */
  | 'unexpected-element'
  /** The element ended before its content was complete. Reported at its start tag. */
  | 'missing-element'
  | 'unknown-attribute'
  | 'missing-attribute'
  | 'invalid-value'
  /** Character data between elements. */
  | 'unexpected-text'
  /** Character data, even white space, or an element in an element that must be empty. */
  | 'content-in-empty'
  /** `xsi:nil` on an element that is not nillable. */
  | 'xsi-nil'
  /** `xsi:type` naming another type. */
  | 'xsi-type'
  | 'deprecated-element'
  | 'deprecated-attribute'
  | 'deprecated-value';
