import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { anyDocument } from '../src/findings/testing/documents';
import { writeXqar } from '../src/findings/writers/xqar';

const schemaPath = fileURLToPath(
  new URL('../../shared/xsd/xqar_result_format.xsd', import.meta.url),
);
const present = existsSync(schemaPath);

if (!present) {
  console.warn(
    [
      '',
      '  ######################################################################',
      '  #  XQAR NOT CHECKED: there is no schema of ASAM’s to measure reports #',
      '  #  by. It is expected in ../shared/xsd.                              #',
      '  ######################################################################',
      '',
    ].join('\n'),
  );
}

/** What the tests do with a document is done when it is let go: libxml2 frees nothing by itself. */
function withXml(text: string, look: (document: XmlDocument) => void): void {
  const document = XmlDocument.fromString(text);
  try {
    look(document);
  } finally {
    document.dispose();
  }
}

function textsAt(document: XmlDocument, xpath: string): string[] {
  return document.find(xpath).map((node) => node.content);
}

describe('reports in XQAR', () => {
  it.skipIf(!present)('are valid by ASAM’s schema', () => {
    withXml(readFileSync(schemaPath, 'utf8'), (schema) => {
      const validator = XsdValidator.fromDoc(schema);
      fc.assert(
        fc.property(anyDocument({ excerpts: false }), (document) => {
          withXml([...writeXqar(document)].join(''), (xml) => {
            validator.validate(xml);
          });
        }),
      );
      // The order that the library itself writes is not the schema's: that it is refused shows that
      // the schema is looked at.
      const theirs = '<Checker><AddressedRule ruleUID="a"/><Issue issueId="0"/></Checker>';
      withXml(
        `<CheckerResults><CheckerBundle>${theirs}</CheckerBundle></CheckerResults>`,
        (xml) => {
          expect(() => {
            validator.validate(xml);
          }).toThrow();
        },
      );
      validator.dispose();
    });
  });

  /*
   * What ASAM's Python library (qc-baselib 1.0, `models/result.py`) refuses beyond the schema. It is
   * not at hand everywhere, so its demands are spelt out.
   */
  it('are what ASAM’s library asks for', () => {
    const uid =
      /^((\w+(\.\w+)+)):(([a-z]+)):(([0-9]+(\.[0-9]+)+)):((([a-z][\w_]*)\.)*)([a-z][\w_]*)$/;
    const needed: readonly (readonly [element: string, attributes: readonly string[]])[] = [
      ['CheckerResults', ['version']],
      ['CheckerBundle', ['build_date', 'description', 'name', 'version', 'summary']],
      ['Param', ['name', 'value']],
      ['Checker', ['status', 'checkerId', 'description', 'summary']],
      ['Metadata', ['key', 'value', 'description']],
      ['Issue', ['issueId', 'description', 'level', 'ruleUID']],
      ['Locations', ['description']],
      ['FileLocation', ['row', 'column']],
      ['XMLLocation', ['xpath']],
      ['DomainSpecificInfo', ['name']],
    ];
    fc.assert(
      fc.property(anyDocument({ excerpts: false }), (document) => {
        withXml([...writeXqar(document)].join(''), (xml) => {
          for (const [element, attributes] of needed) {
            const lacking = attributes.map((name) => `not(@${name})`).join(' or ');
            expect(textsAt(xml, `//${element}[${lacking}]`)).toEqual([]);
          }
          expect(textsAt(xml, '//Param[@name=""]')).toEqual([]);
          expect(textsAt(xml, '//Locations[not(*)]')).toEqual([]);
          expect(textsAt(xml, '//Issue[not(@ruleUID = ../AddressedRule/@ruleUID)]')).toEqual([]);
          for (const rule of textsAt(xml, '//@ruleUID')) expect(rule).toMatch(uid);
          for (const level of textsAt(xml, '//@level[parent::Issue]'))
            expect(level).toMatch(/^[123]$/);
          const numbers = textsAt(xml, '//@issueId').map(Number);
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(numbers.every(Number.isSafeInteger)).toBe(true);
        });
      }),
    );
  });

  it('name each bundle by itself', () => {
    fc.assert(
      fc.property(anyDocument({ excerpts: false }), (document) => {
        withXml([...writeXqar(document)].join(''), (xml) => {
          const paths = new Set(document.files.map(({ path }) => path));
          const names = textsAt(xml, '/CheckerResults/CheckerBundle/@name');
          expect(names).toHaveLength(document.files.length);
          expect(new Set(names).size).toBe(paths.size);
        });
      }),
    );
  });
});
