import type { RuleInfo } from '../../../rules/rule';

/*
 * The rules of set `xml`: that a document can be read, and that it has the shape its version
 * prescribes. The tokenizer and the schema’s tables check them, so they are only described here.
 * The ids are those of ASAM's checker bundle for OpenSCENARIO XML 1.0.0; `valid_schema` is also in
 * Annex C of version 1.3.1.
 */

const bundle = 'ASAM checker bundle for OpenSCENARIO XML 1.0.0';

/** The rules that findings of syntax and structure belong to. */
export const xmlRules: readonly RuleInfo[] = [
  {
    id: 'asam.net:xosc:1.0.0:xml.valid_xml_document',
    level: 'syntax',
    severity: 'critical',
    since: '1.0',
    meaning: 'The file is a well-formed XML document',
    explanation: {
      asks: 'Each tag that is opened is closed in its turn, values stand in quotation marks, and every character is one that XML allows and that the declared encoding can hold. Behind a mistake of this kind nobody can tell what was meant, so nothing is read there.',
      source: `XML 1.0 (fifth edition), Namespaces in XML 1.0; ${bundle}`,
      example: {
        wrong: '<Entities>\n  <ScenarioObject name="Ego">\n</Entities>',
        right: '<Entities>\n  <ScenarioObject name="Ego">\n  </ScenarioObject>\n</Entities>',
      },
    },
  },
  {
    id: 'asam.net:xosc:1.0.0:xml.root_tag_is_openscenario',
    level: 'structure',
    severity: 'error',
    since: '1.0',
    meaning: 'The root element is OpenSCENARIO',
    explanation: {
      asks: 'The outermost element says what the document is. The schema declares `OpenSCENARIO` and, with the same content, `OpenScenario`; neither is in a namespace. A program that looks for the root by its name finds nothing in a document with another one.',
      source: `The schemas of all versions; ${bundle}`,
      example: {
        wrong: '<openscenario>…</openscenario>',
        right: '<OpenSCENARIO>…</OpenSCENARIO>',
      },
    },
  },
  {
    id: 'asam.net:xosc:1.0.0:xml.fileheader_is_present',
    level: 'structure',
    severity: 'error',
    since: '1.0',
    meaning: 'The document has a FileHeader',
    explanation: {
      asks: '`FileHeader` is the first child of the root and says, among other things, which version the document follows. Without it nobody knows which schema applies, so the structure is only compared with the newest one and told as notes.',
      source: `The schemas of all versions; ${bundle}`,
      example: {
        wrong: '<OpenSCENARIO>\n  <Entities/>\n</OpenSCENARIO>',
        right:
          '<OpenSCENARIO>\n  <FileHeader revMajor="1" revMinor="3" date="2024-05-01T00:00:00"\n              author="me" description="An example"/>\n  <Entities/>\n</OpenSCENARIO>',
      },
    },
  },
  {
    id: 'asam.net:xosc:1.0.0:xml.version_is_defined',
    level: 'structure',
    severity: 'error',
    since: '1.0',
    meaning: 'The FileHeader declares a version, and one that there is a schema for',
    explanation: {
      asks: '`revMajor` and `revMinor` are whole numbers that together name the version. Where they are missing or no numbers, or where there is no schema here for the version, the structure is only compared with the nearest schema and told as notes. A version that is merely not known here is a warning.',
      source: `The schemas of all versions; ${bundle}`,
      example: {
        wrong: '<FileHeader revMajor="1" …/>',
        right: '<FileHeader revMajor="1" revMinor="3" …/>',
      },
    },
  },
  {
    id: 'asam.net:xosc:1.0.0:xml.valid_schema',
    level: 'structure',
    severity: 'error',
    since: '1.0',
    meaning: 'The document has the shape that the schema of its version prescribes',
    explanation: {
      asks: 'Elements and attributes are those that the version knows, at the places where they may stand, as often and in the order that it asks for, and every value can be read as the type of its attribute. The code of a finding says which of these it is. A document of another shape is refused by most simulators, or read in ways that differ from one to the next.',
      source: `The schema of the version that the document declares (1.1 by that of 1.1.1); ${bundle}; Annex C of 1.3.1`,
      example: {
        wrong: '<Condition name="Start" delay="0" conditionEdge="up">',
        right: '<Condition name="Start" delay="0" conditionEdge="rising">',
      },
    },
  },
  {
    id: 'scrutineer:xosc:1.1.0:xml.not_deprecated',
    level: 'structure',
    severity: 'warning',
    since: '1.1',
    meaning: 'Nothing is used that the version of the document has deprecated',
    explanation: {
      asks: 'What a version deprecates is still allowed in it, and may be gone in a later one. Where there is a successor, the finding names it. That a value means the same in the new place is for a person to say: units and conventions changed in some cases.',
      source: 'The annotations “deprecated” in the schemas from 1.1 on',
      example: {
        wrong: '<Sun intensity="10000" azimuth="0" elevation="1"/>',
        right: '<Sun illuminance="10000" azimuth="0" elevation="1"/>',
      },
    },
  },
];
