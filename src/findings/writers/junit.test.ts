import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { bareReport } from '../report';
import { reportDocument } from '../reportDocument';
import { hostileReport, plainReport, plainSpan } from '../testing/reports';
import { writeJunit } from './junit';

const tool = { name: 'Scrutineer', version: '1' };

/**
 * What the schemas of Ant (as Windy Road wrote it down) and of Jenkins's xUnit plugin have in common,
 * as far as it is used: attributes that either of them asks for are required, those that one of them
 * does not know are absent, and elements stand in the stricter one's order.
 */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="name">
    <xs:restriction base="xs:token"><xs:minLength value="1"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="seconds">
    <xs:restriction base="xs:decimal"><xs:pattern value="[0-9]{0,3}(\\.[0-9]*)?"/></xs:restriction>
  </xs:simpleType>
  <xs:complexType name="outcome" mixed="true">
    <xs:attribute name="message" type="xs:string"/>
    <xs:attribute name="type" type="xs:string" use="required"/>
  </xs:complexType>
  <xs:element name="testsuites">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="properties">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="property" minOccurs="0" maxOccurs="unbounded">
                      <xs:complexType>
                        <xs:attribute name="name" type="name" use="required"/>
                        <xs:attribute name="value" type="xs:string" use="required"/>
                      </xs:complexType>
                    </xs:element>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
              <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:choice minOccurs="0">
                    <xs:element name="skipped" type="outcome"/>
                    <xs:element name="error" type="outcome"/>
                    <xs:element name="failure" type="outcome"/>
                  </xs:choice>
                  <xs:attribute name="name" type="xs:token" use="required"/>
                  <xs:attribute name="classname" type="xs:token" use="required"/>
                  <xs:attribute name="time" type="seconds" use="required"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="system-out" type="xs:string"/>
              <xs:element name="system-err" type="xs:string"/>
            </xs:sequence>
            <xs:attribute name="name" type="name" use="required"/>
            <xs:attribute name="package" type="xs:token" use="required"/>
            <xs:attribute name="id" type="xs:int" use="required"/>
            <xs:attribute name="tests" type="xs:int" use="required"/>
            <xs:attribute name="errors" type="xs:int" use="required"/>
            <xs:attribute name="failures" type="xs:int" use="required"/>
            <xs:attribute name="skipped" type="xs:int" use="required"/>
            <xs:attribute name="time" type="seconds" use="required"/>
            <xs:attribute name="timestamp" type="xs:dateTime" use="required"/>
            <xs:attribute name="hostname" type="name" use="required"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>`;

const list = new Set(['testsuite', 'testcase', 'property', 'failure', 'error', 'skipped']);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => list.has(name),
  processEntities: { maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
});

interface Suite {
  name: string;
  tests: string;
  errors: string;
  failures: string;
  skipped: string;
  testcase: Record<string, unknown>[];
}

function suitesOf(text: string): Suite[] {
  const { testsuites } = parser.parse(text) as { testsuites: { testsuite?: Suite[] } | '' };
  return testsuites === '' ? [] : (testsuites.testsuite ?? []);
}

describe('test results', () => {
  test('tell of each kind of error as a failure, of a clean file as passed', () => {
    const excerpt = { number: 2, text: '\t<A b="c"/>', cutBefore: false, cutAfter: false };
    const report = reportDocument(
      tool,
      [
        plainReport('in/bad.xosc', [
          { element: '/A/B[2]', help: 'Did you mean “d”?' },
          { related: [{ path: 'in/other.xosc', span: plainSpan, message: 'Declared here.' }] },
          { severity: 'warning', code: 'odd', message: 'Odd.' },
          { severity: 'critical', code: 'broken', message: 'Broken <here>.' },
        ]),
        plainReport('good.xosc', [{ severity: 'info', message: 'Note.' }]),
        bareReport('readme.txt', 'unsupported', []),
      ],
      [],
      () => [{ ...excerpt, mark: { from: 1, to: 3 } }],
    );
    expect([...writeJunit(report)].join('')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
        <testsuite name="good.xosc" package="" id="0" tests="2" errors="0" failures="0" skipped="0" time="0" timestamp="1970-01-01T00:00:00" hostname="localhost">
          <properties>
            <property name="tool" value="Scrutineer 1"/>
            <property name="verdict" value="valid"/>
            <property name="kind" value="scenario"/>
            <property name="version" value="1.2"/>
            <property name="findings" value="1 note"/>
          </properties>
          <testcase name="valid" classname="good.xosc" time="0"/>
          <testcase name="invalid-value (asam.net:xosc:1.0.0:xml.valid_schema)" classname="good.xosc" time="0"/>
          <system-out>good.xosc:2:3: note: Note.
        2 |     &lt;A b="c"/&gt;
          |     ^^
      </system-out>
          <system-err/>
        </testsuite>
        <testsuite name="in/bad.xosc" package="in" id="1" tests="3" errors="1" failures="1" skipped="0" time="0" timestamp="1970-01-01T00:00:00" hostname="localhost">
          <properties>
            <property name="tool" value="Scrutineer 1"/>
            <property name="verdict" value="invalid"/>
            <property name="kind" value="scenario"/>
            <property name="version" value="1.2"/>
            <property name="findings" value="3 errors (1 critical), 1 warning"/>
          </properties>
          <testcase name="invalid-value (asam.net:xosc:1.0.0:xml.valid_schema)" classname="in/bad.xosc" time="0">
            <failure message="The value is wrong. (and 1 more)" type="asam.net:xosc:1.0.0:xml.valid_schema">in/bad.xosc:2:3: error: The value is wrong.
        in /A/B[2]
        2 |     &lt;A b="c"/&gt;
          |     ^^
        help: Did you mean “d”?
      in/bad.xosc:2:3: error: The value is wrong.
        2 |     &lt;A b="c"/&gt;
          |     ^^
        see in/other.xosc:2:3: Declared here.
      </failure>
          </testcase>
          <testcase name="odd (asam.net:xosc:1.0.0:xml.valid_schema)" classname="in/bad.xosc" time="0"/>
          <testcase name="broken (asam.net:xosc:1.0.0:xml.valid_schema)" classname="in/bad.xosc" time="0">
            <error message="Broken &lt;here&gt;." type="asam.net:xosc:1.0.0:xml.valid_schema">in/bad.xosc:2:3: critical: Broken &lt;here&gt;.
        2 |     &lt;A b="c"/&gt;
          |     ^^
      </error>
          </testcase>
          <system-out>in/bad.xosc:2:3: warning: Odd.
        2 |     &lt;A b="c"/&gt;
          |     ^^
      </system-out>
          <system-err/>
        </testsuite>
        <testsuite name="readme.txt" package="" id="2" tests="1" errors="0" failures="0" skipped="1" time="0" timestamp="1970-01-01T00:00:00" hostname="localhost">
          <properties>
            <property name="tool" value="Scrutineer 1"/>
            <property name="verdict" value="unsupported"/>
            <property name="findings" value="No findings"/>
          </properties>
          <testcase name="valid" classname="readme.txt" time="0">
            <skipped message="The file is of no format or version that is checked here." type="unsupported"></skipped>
          </testcase>
          <system-out></system-out>
          <system-err/>
        </testsuite>
      </testsuites>
      "
    `);
  });

  test('fail where errors were counted, but not kept', () => {
    const file = bareReport('a', 'invalid', []);
    const report = reportDocument(
      tool,
      [{ ...file, omitted: 2, counts: { ...file.counts, error: 2 } }],
      [],
    );
    expect(suitesOf([...writeJunit(report)].join(''))[0]).toMatchObject({
      failures: '1',
      tests: '1',
    });
  });

  test('are valid and count right, whatever the texts are', () => {
    using schemaDocument = XmlDocument.fromString(schema);
    using validator = XsdValidator.fromDoc(schemaDocument);
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = [...writeJunit(report)].join('');
        using document = XmlDocument.fromString(text);
        validator.validate(document);
        const suites = suitesOf(text);
        expect(suites).toHaveLength(report.files.length);
        for (const suite of suites) {
          const of = (outcome: string): number =>
            suite.testcase.filter((one) => outcome in one).length;
          expect(suite.testcase).toHaveLength(Number(suite.tests));
          expect([suite.errors, suite.failures, suite.skipped].map(Number)).toEqual(
            ['error', 'failure', 'skipped'].map(of),
          );
          const names = suite.testcase.map(({ name }) => name);
          expect(new Set(names).size).toBe(names.length);
        }
      }),
    );
  });
});
