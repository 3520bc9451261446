import { Code } from '../../wasm/assembly/codes';
import type { Severity } from '../findings/finding';
import type { Issue } from './tokenizer';

/** The words for one thing wrong with a document as XML. */
export interface SyntaxMessage {
  /** What kind of mistake it is: a short name that stays. */
  code: string;
  /** A document that can be read, but is not as it should be, is a matter of structure. */
  level: 'syntax' | 'structure';
  severity: Severity;
  message: string;
  help?: string;
  /** What the related place shows. */
  related?: string;
}

/** What a message may need to know besides the issue's numbers. */
export interface SyntaxFacts {
  /** The name with an id. */
  name: (id: number) => string;
  /** The encoding in force, in words. */
  encoding: string;
}

type Words = (
  issue: Issue,
  facts: SyntaxFacts,
) => Omit<SyntaxMessage, 'code' | 'level' | 'severity'>;

/** A name in a sentence, or a stand-in where none was read. */
function quoted(name: string): string {
  return name === '' ? 'this name' : `\`${name}\``;
}

/** How a code point is named in a message. */
function character(codePoint: number): string {
  const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
  return `U+${hex}`;
}

const declarationHelp =
  'The declaration reads `<?xml version="1.0" encoding="UTF-8"?>`, with its parts in this order.';
const doctypeHelp = 'Scenario files need no DOCTYPE: without it, nothing in it can be wrong.';

const words: Partial<Record<Code, Words>> = {
  [Code.invalidBytes]: (issue, { encoding }) => ({
    message:
      encoding === 'UTF-8'
        ? `The byte 0x${issue.a.toString(16).toUpperCase()} is not part of any UTF-8 character.`
        : `The bytes here are no character in ${encoding}.`,
    help:
      encoding === 'UTF-8'
        ? 'Save the file as UTF-8, or let the XML declaration name the encoding that it is in, such as `encoding="windows-1252"`.'
        : 'Save the file as UTF-8 and let the XML declaration say so.',
  }),
  [Code.invalidCharacter]: (issue) => ({
    message: `The character ${character(issue.a)} is not allowed in XML.`,
    help: 'Delete it. It cannot be written as a character reference either.',
  }),
  [Code.emptyDocument]: () => ({
    message: 'The file is empty.',
    help: 'An XML document has exactly one root element.',
  }),
  [Code.noRootElement]: () => ({
    message: 'The document ends before any element.',
    help: 'An XML document has exactly one root element.',
  }),
  [Code.unclosedElement]: (issue, { name }) => ({
    message: `The file ends, but \`${name(issue.a)}\` is still open.`,
    help: `The file may have been cut off. If not, close it with \`</${name(issue.a)}>\`.`,
    related: `\`${name(issue.a)}\` is opened here`,
  }),
  [Code.unfinishedStartTag]: (issue, { name }) => ({
    message:
      issue.b === 0
        ? 'The file ends in the middle of a start tag.'
        : `The file ends in the value of \`${name(issue.b)}\`: its closing quote is missing.`,
    help: 'The file may have been cut off; otherwise a `>` or a quote is missing.',
  }),
  [Code.unfinishedEndTag]: () => ({ message: 'The file ends in the middle of an end tag.' }),
  [Code.unfinishedComment]: () => ({
    message: 'The file ends inside a comment.',
    help: 'Close the comment with `-->`.',
    related: 'the comment begins here',
  }),
  [Code.unfinishedCdata]: () => ({
    message: 'The file ends inside a CDATA section.',
    help: 'Close the section with `]]>`.',
    related: 'the section begins here',
  }),
  [Code.unfinishedPi]: () => ({
    message: 'The file ends inside a processing instruction.',
    help: 'Close the instruction with `?>`.',
    related: 'the instruction begins here',
  }),
  [Code.unfinishedDoctype]: () => ({
    message: 'The file ends inside the DOCTYPE.',
    help: doctypeHelp,
  }),
  [Code.unfinishedReference]: () => ({
    message: 'The file ends in the middle of a reference.',
    help: 'A reference ends with a semicolon; a plain ampersand is written `&amp;`.',
  }),
  [Code.unfinishedDeclaration]: () => ({
    message: 'The file ends in the middle of the XML declaration.',
    help: declarationHelp,
  }),
  [Code.textBeforeRoot]: () => ({
    message: 'Text stands before the root element.',
    help: 'Only comments, processing instructions and a DOCTYPE may come before it.',
  }),
  [Code.textAfterRoot]: () => ({
    message: 'Text stands after the end of the root element.',
    help: 'Only comments and processing instructions may follow it.',
  }),
  [Code.elementAfterRoot]: (issue, { name }) => ({
    message: `A second root element, \`${name(issue.a)}\`, follows the first.`,
    help: 'A document has one root element. Move this one into it, or into a file of its own.',
  }),
  [Code.cdataOutsideRoot]: () => ({ message: 'A CDATA section stands outside the root element.' }),
  [Code.referenceOutsideRoot]: () => ({ message: 'A reference stands outside the root element.' }),
  [Code.endTagOutsideRoot]: () => ({
    message: 'An end tag stands outside the root element.',
    help: 'One end tag too many may have closed the root too early.',
  }),
  [Code.declarationNotFirst]: () => ({
    message: 'The XML declaration is not at the very start of the file.',
    help: 'Delete what stands before it, blank lines and comments included, or delete this declaration if it is a second one.',
  }),
  [Code.malformedDeclaration]: () => ({
    message: 'The XML declaration is malformed here.',
    help: declarationHelp,
  }),
  [Code.unsupportedXmlVersion]: () => ({
    message: 'This version of XML does not exist.',
    help: 'Write `version="1.0"`: it is the version of XML, not that of the format.',
  }),
  [Code.invalidEncodingName]: () => ({
    message: 'This cannot be the name of an encoding.',
    help: 'Usual names are `UTF-8`, `UTF-16`, `ISO-8859-1` and `windows-1252`.',
  }),
  [Code.invalidStandalone]: () => ({ message: '`standalone` is neither `yes` nor `no`.' }),
  [Code.unusualXmlVersion]: () => ({
    message: 'The XML declaration names a version of XML other than 1.0.',
    help: 'It was read as XML 1.0. Write `version="1.0"`: this is the version of XML, not that of the format.',
  }),
  [Code.mismatchedEndTag]: (issue, { name }) => ({
    message: `\`</${name(issue.a)}>\` closes \`${name(issue.b)}\`, which is the element open here.`,
    help: `Either \`</${name(issue.b)}>\` is missing before it, or this end tag should be \`</${name(issue.b)}>\`.`,
    related: `\`${name(issue.b)}\` is opened here`,
  }),
  [Code.strayEndTag]: (issue, { name }) => ({
    message: `\`</${name(issue.a)}>\` in the entity's text closes an element that the entity did not open.`,
  }),
  [Code.invalidTagStart]: () => ({
    message: '`<` is not followed by the name of an element.',
    help: 'A plain less-than sign is written `&lt;`.',
  }),
  [Code.malformedStartTag]: (issue, { name }) => ({
    message: `The start tag of ${quoted(name(issue.a))} goes wrong here.`,
    help: 'An attribute, `>` or `/>` is expected.',
    related: 'the tag begins here',
  }),
  [Code.malformedEndTag]: (issue, { name }) => ({
    message: 'This is no end tag.',
    help: `\`</${name(issue.a)}>\` is expected: \`</\`, the name, \`>\`.`,
  }),
  [Code.missingSpaceBeforeAttribute]: (issue, { name }) => ({
    message: `White space is missing before ${quoted(name(issue.a))}.`,
    help: 'Put a space between attributes. If this is the middle of a value, a quote ended it too early: write `&quot;` for a quote in a value.',
  }),
  [Code.missingEqualsSign]: (issue, { name }) => ({
    message: `The attribute ${quoted(name(issue.a))} has no value.`,
    help: `In XML every attribute has one, in quotes: \`${name(issue.a)}="…"\`.`,
  }),
  [Code.missingQuote]: (issue, { name }) => ({
    message: `The value of ${quoted(name(issue.a))} is not in quotes.`,
    help: 'Put it in double or single quotes; both ends alike.',
  }),
  [Code.lessThanInAttribute]: (issue, { name }) => ({
    message: `\`<\` stands in the value of ${quoted(name(issue.a))}.`,
    help: 'Write `&lt;`. If the value should have ended before, its closing quote is missing.',
  }),
  [Code.duplicateAttribute]: (issue, { name }) => ({
    message: `The attribute ${quoted(name(issue.a))} is given twice.`,
    help: 'Keep one of the two.',
    related: 'it is given here first',
  }),
  [Code.duplicateExpandedName]: (issue, { name }) => ({
    message: `${quoted(name(issue.a))} and ${quoted(name(issue.b))} are the same attribute: their prefixes stand for one namespace.`,
    related: 'the first one',
  }),
  [Code.cdataEndInText]: () => ({
    message: '`]]>` stands in text outside a CDATA section.',
    help: 'Write `]]&gt;`.',
  }),
  [Code.doubleHyphenInComment]: () => ({
    message: 'A comment holds `--`.',
    help: 'Two hyphens may only stand at its end, in `-->`. Write one hyphen, or a dash.',
  }),
  [Code.malformedMarkup]: () => ({
    message: '`<!` begins neither a comment nor a CDATA section here.',
    help: 'A comment begins with `<!--`.',
  }),
  [Code.piTargetXml]: () => ({
    message: 'A processing instruction may not be named `xml`, however it is spelt.',
    help: 'The XML declaration is spelt `<?xml`, in lower case, at the very start of the file.',
  }),
  [Code.malformedPi]: () => ({
    message: 'This processing instruction is malformed.',
    help: 'It reads `<?name …?>`.',
  }),
  [Code.malformedReference]: (issue, { name }) => ({
    message:
      issue.a === 0
        ? '`&` begins no reference here.'
        : `The reference \`&${name(issue.a)}\` has no semicolon at its end.`,
    help: 'A plain ampersand is written `&amp;`.',
  }),
  [Code.unknownEntity]: (issue, { name }) => ({
    message: `The entity \`&${name(issue.a)};\` is not declared.`,
    help: 'XML knows only `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`. Write other characters themselves, or as `&#…;`.',
  }),
  [Code.invalidCharacterReference]: () => ({
    message: 'This reference stands for a character that is not allowed in XML.',
  }),
  [Code.unparsedEntityReference]: (issue, { name }) => ({
    message: `\`&${name(issue.a)};\` stands for data that is not XML, and may not be referred to here.`,
  }),
  [Code.externalEntityInAttribute]: (issue, { name }) => ({
    message: `An attribute value refers to \`&${name(issue.a)};\`, which lies in another file.`,
  }),
  [Code.recursiveEntity]: (issue, { name }) => ({
    message: `The entity \`&${name(issue.a)};\` refers to itself.`,
  }),
  [Code.unbalancedEntity]: (issue, { name }) => ({
    message: `The text of the entity \`${name(issue.a)}\` is not complete in itself: it opens or begins something that it does not end.`,
  }),
  [Code.lessThanInEntityInAttribute]: () => ({
    message: 'The entity brings `<` into an attribute value.',
  }),
  [Code.entityTooDeep]: (issue, { name }) => ({
    message: `\`&${name(issue.a)};\` leads through more than 20 entities in one another, the most that are followed.`,
    help: 'Entities that grow like this are used to attack programs; replace them by their text.',
  }),
  [Code.entityTooLarge]: (issue, { name }) => ({
    message: `\`&${name(issue.a)};\` brings the text from entities to more than 1 MB, the most that is read.`,
    help: 'Entities that grow like this are used to attack programs; replace them by their text.',
  }),
  [Code.externalEntitySkipped]: (issue, { name }) => ({
    message: `The entity \`${name(issue.a)}\` lies in another file, which was not read.`,
    help: 'Nothing outside a file is ever fetched. What the entity would bring was not checked.',
  }),
  [Code.unknownEntitySkipped]: (issue, { name }) => ({
    message: `The entity \`${name(issue.a)}\` is not declared here; the part of the DOCTYPE that may declare it was not read.`,
  }),
  [Code.externalSubsetSkipped]: () => ({
    message: 'The DOCTYPE refers to another file, which was not read.',
    help: 'Nothing outside a file is ever fetched.',
  }),
  [Code.doctypeMisplaced]: () => ({
    message: 'The DOCTYPE does not stand before the root element.',
    help: doctypeHelp,
  }),
  [Code.secondDoctype]: () => ({ message: 'There is a second DOCTYPE.', help: doctypeHelp }),
  [Code.malformedDoctype]: () => ({
    message: 'The DOCTYPE is malformed here.',
    help: doctypeHelp,
  }),
  [Code.malformedElementDeclaration]: () => ({
    message: 'This element declaration is malformed.',
    help: doctypeHelp,
  }),
  [Code.malformedAttlist]: () => ({
    message: 'This attribute list declaration is malformed.',
    help: doctypeHelp,
  }),
  [Code.malformedEntityDeclaration]: () => ({
    message: 'This entity declaration is malformed.',
    help: doctypeHelp,
  }),
  [Code.malformedNotation]: () => ({
    message: 'This notation declaration is malformed.',
    help: doctypeHelp,
  }),
  [Code.malformedExternalId]: () => ({
    message: '`SYSTEM` or `PUBLIC` with identifiers in quotes is expected here.',
    help: doctypeHelp,
  }),
  [Code.parameterEntityInDeclaration]: () => ({
    message: '`%` may not stand inside a declaration of a file’s own DOCTYPE.',
  }),
  [Code.conditionalSection]: () => ({
    message: 'Conditional sections are not allowed in a file’s own DOCTYPE.',
  }),
  [Code.invalidPublicId]: () => ({
    message: 'This character may not stand in a public identifier.',
  }),
  [Code.malformedQName]: (issue, { name }) => ({
    message: `The colon in \`${name(issue.a)}\` separates no prefix from a name.`,
    help: 'With namespaces, a name has one colon at most, with a name on either side.',
  }),
  [Code.unboundPrefix]: (issue, { name }) => ({
    message: `The prefix \`${name(issue.b)}\` of \`${name(issue.a)}\` is not declared.`,
    help: `Declare it with \`xmlns:${name(issue.b)}="…"\` on this element or one around it, or remove the prefix.`,
  }),
  [Code.prefixUndeclared]: (issue, { name }) => ({
    message: `\`${name(issue.a)}\` is empty: a prefix cannot be undeclared.`,
  }),
  [Code.reservedPrefix]: (issue, { name }) => ({
    message: `The prefix \`${name(issue.a)}\` is reserved and may not be used like this.`,
  }),
  [Code.reservedNamespace]: (issue, { name }) => ({
    message: `\`${name(issue.a)}\` declares a namespace that is reserved.`,
  }),
  [Code.colonInName]: (issue, { name }) => ({
    message: `\`${name(issue.a)}\` may not hold a colon.`,
    help: 'With namespaces, names of entities, notations and processing instructions have none.',
  }),
  [Code.tooDeep]: () => ({
    message: 'Elements are nested more than 1,000 deep, the most that is read.',
  }),
  [Code.tooManyAttributes]: (issue, { name }) => ({
    message: `\`${name(issue.a)}\` has more than 10,000 attributes, the most that is read.`,
  }),
  [Code.nameTooLong]: () => ({
    message: 'A name is longer than 10,000 bytes, the most that is read.',
  }),
  [Code.documentTooLarge]: () => ({
    message: 'The document is larger than 2 GiB, the most that is read.',
  }),
};

const severities: Partial<Record<Code, Severity>> = {
  [Code.externalEntitySkipped]: 'info',
  [Code.unknownEntitySkipped]: 'info',
  [Code.externalSubsetSkipped]: 'info',
  [Code.unusualXmlVersion]: 'warning',
};

/** How a code is spelt in findings: `mismatchedEndTag` is `mismatched-end-tag`. */
export function codeName(code: Code): string {
  return Code[code].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Whether an issue is the tokenizer's: below are the codes of syntax, above those of structure. */
export function isSyntax(code: Code): boolean {
  return code < Code.unexpectedRoot;
}

/** Puts a syntax issue into words. The critical ones are fatal: an XML reader stops there. */
export function syntaxMessage(issue: Issue, facts: SyntaxFacts): SyntaxMessage {
  const say = words[issue.code];
  const name = codeName(issue.code);
  return {
    code: name,
    level: issue.code === Code.unusualXmlVersion ? 'structure' : 'syntax',
    severity: severities[issue.code] ?? 'critical',
    ...(say ? say(issue, facts) : { message: `The document breaks a rule of XML (${name})` }),
  };
}
