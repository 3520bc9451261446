/**
 * What can be wrong, by number. This file is plain TypeScript as well as AssemblyScript: the
 * tokenizer writes these numbers, `src/engine` turns them into words.
 *
 * Numbers below 200 are the tokenizer's (XML 1.0 fifth edition and Namespaces 1.0), those from 200
 * the structure interpreter's. `a` and `b` are the arguments that an issue carries: name ids, or
 * bytes; `text` is a piece of the document.
 */
export enum Code {
  none = 0,

  // Bytes and characters
  invalidBytes = 1,
  invalidCharacter = 2, // a: code point

  // The end came too early
  emptyDocument = 10,
  noRootElement = 11,
  unclosedElement = 12, // a: name; related: its start tag
  unfinishedStartTag = 13,
  unfinishedEndTag = 14,
  unfinishedComment = 15,
  unfinishedCdata = 16,
  unfinishedPi = 17,
  unfinishedDoctype = 18,
  unfinishedReference = 19,
  unfinishedDeclaration = 20,

  // Outside the root element
  textBeforeRoot = 30,
  textAfterRoot = 31,
  elementAfterRoot = 32, // a: name
  cdataOutsideRoot = 33,
  referenceOutsideRoot = 34,
  endTagOutsideRoot = 35,

  // The XML declaration
  declarationNotFirst = 40,
  malformedDeclaration = 41,
  unsupportedXmlVersion = 42,
  invalidEncodingName = 43,
  invalidStandalone = 44,
  unusualXmlVersion = 45, // a note: it is read as 1.0

  // Tags and attributes
  mismatchedEndTag = 50, // a: name found, b: name open; related: the open tag
  strayEndTag = 51, // a: name
  invalidTagStart = 52,
  malformedStartTag = 53, // a: name of the element
  malformedEndTag = 54, // a: name of the element
  missingSpaceBeforeAttribute = 55,
  missingEqualsSign = 56, // a: attribute name
  missingQuote = 57, // a: attribute name
  lessThanInAttribute = 58, // a: attribute name
  duplicateAttribute = 59, // a: attribute name; related: the first
  unclosedAttributeValue = 60, // a: attribute name
  duplicateExpandedName = 61, // a, b: the two names; related: the first

  // Text, comments, processing instructions
  cdataEndInText = 70,
  doubleHyphenInComment = 71,
  malformedMarkup = 72,
  piTargetXml = 73,
  malformedPi = 74,

  // References and entities
  malformedReference = 80,
  unknownEntity = 81, // a: name
  invalidCharacterReference = 82,
  unparsedEntityReference = 83, // a: name
  externalEntityInAttribute = 84, // a: name
  recursiveEntity = 85, // a: name
  unbalancedEntity = 86, // a: name
  lessThanInEntityInAttribute = 87, // a: name
  entityTooDeep = 88, // a: name
  entityTooLarge = 89, // a: name
  externalEntitySkipped = 90, // a: name; a note, not an error
  unknownEntitySkipped = 91, // a: name; a note
  externalSubsetSkipped = 92, // a note

  // The document type declaration
  doctypeMisplaced = 100,
  secondDoctype = 101,
  malformedDoctype = 102,
  malformedElementDeclaration = 103,
  malformedAttlist = 104,
  malformedEntityDeclaration = 105,
  malformedNotation = 106,
  malformedExternalId = 107,
  parameterEntityInDeclaration = 108,
  conditionalSection = 109,
  invalidPublicId = 110,

  // Namespaces
  malformedQName = 120, // a: name
  unboundPrefix = 121, // a: name, b: prefix
  prefixUndeclared = 122, // a: attribute name
  reservedPrefix = 123, // a: prefix
  reservedNamespace = 124, // a: attribute name
  colonInName = 125, // a: name

  // Limits
  tooDeep = 140,
  tooManyAttributes = 141,
  nameTooLong = 142,
  documentTooLarge = 143,

  // Structure; element issues are at a start tag. a: name, b: type of the parent or of the element
  unexpectedRoot = 200, // a: name
  unknownElement = 201, // a: child, b: parent's type, c: row or mask of the parent
  unexpectedElement = 202, // the same
  missingElement = 203, // a: element, b: its type, c: row or mask
  unknownAttribute = 204, // a: attribute, b: type
  missingAttribute = 205, // a: index of the attribute record, b: type
  invalidValue = 206, // a: index of the attribute record, b: type; text: the value
  unexpectedText = 207, // a: element, b: its type
  contentInEmpty = 208, // a: child element or 0 for text, b: type of the element; TextFlag where text
  xsiNil = 209,
  xsiType = 210, // text: the value
  deprecatedElement = 211, // a: child, b: parent's type
  deprecatedAttribute = 212, // a: index of the attribute record, b: type
  deprecatedValue = 213, // a: index of the attribute record, b: type; text: the value
}

/** What an issue about text says in place of its parent's flags. */
export enum TextFlag {
  /** The text begins with white space. */
  white = 1,
}

/** How a call to `push` ended. */
export enum Status {
  /** All that was given is read; more may follow. */
  more = 0,
  /** The document is complete. */
  done = 1,
  /** A fatal error: the last issue says which. */
  failed = 2,
  /** Stopped after as many elements as were asked for. */
  paused = 3,
}

/** How the bytes that are pushed are to be read. */
export enum Encoding {
  utf8 = 0,
  utf16le = 1,
  utf16be = 2,
  latin1 = 3,
  windows1252 = 4,
  ascii = 5,
}
