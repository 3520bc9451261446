import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openScenarioSchema } from '../src/formats/openscenario/schema';
import { compileSchema } from '../src/schema/compile';
import { modelOf } from '../src/schema/model';
import { versionIndex } from '../src/schema/schema';
import { builtin } from '../src/schema/tables';
import {
  acceptsAttributes,
  acceptsChildren,
  builtinOf,
  childAt,
  readValue,
  typeRecord,
} from '../src/schema/testing/walk';
import {
  modelSimpleTypes,
  modelTypes,
  schemaDeprecations,
  xsdDeprecations,
  xsdSimpleTypes,
  xsdTypes,
} from './canonical';
import { anyChildren } from './generate';
import { xsdAcceptsAttributes, xsdAcceptsChildren, xsdMatchesValue } from './naive';
import { readXsd, type XsdParticle } from './xsd';

const folder = fileURLToPath(new URL('../../shared/xsd/', import.meta.url));
const present = existsSync(folder);

/** The schema files, and the version of our tables that each is compared with. */
const editions = [
  { file: 'OpenSCENARIO_1.0.0.xsd', version: '1.0' },
  { file: 'OpenSCENARIO_1.1.1.xsd', version: '1.1' },
  { file: 'OpenSCENARIO_1.2.0.xsd', version: '1.2' },
  { file: 'OpenSCENARIO_1.3.0.xsd', version: '1.3' },
  { file: 'OpenSCENARIO_1.3.1.xsd', version: '1.3' },
];

if (!present) {
  console.warn(
    [
      '',
      '  ######################################################################',
      '  #  CONFORMANCE NOT CHECKED: there are no ASAM schemas to compare     #',
      '  #  the tables with. They are expected in ../shared/xsd.              #',
      '  ######################################################################',
      '',
    ].join('\n'),
  );
}

describe.skipIf(!present)('the tables say what ASAM says', () => {
  describe.each(editions)('in $file', ({ file, version }) => {
    const xsd = readXsd(present ? readFileSync(folder + file, 'utf8') : emptySchema);
    const model = modelOf(openScenarioSchema(), version);
    const compiled = compileSchema(openScenarioSchema(), version);

    it('knows the same root elements', () => {
      expect(Object.fromEntries(model.roots.map(({ name, type }) => [name, type]))).toEqual(
        Object.fromEntries(xsd.elements),
      );
    });

    it('has the same complex types: contents, attributes, occurrence and order', () => {
      expect(xsd.types.size).toBeGreaterThan(150);
      expect(modelTypes(model)).toEqual(xsdTypes(xsd));
    });

    it('has the same simple types and enumerated values', () => {
      expect(xsd.simpleTypes.size).toBeGreaterThan(20);
      expect(modelSimpleTypes(model)).toEqual(xsdSimpleTypes(xsd));
    });

    it('has the same deprecations', () => {
      const at = versionIndex(openScenarioSchema(), version);
      expect(schemaDeprecations(openScenarioSchema(), at)).toEqual(xsdDeprecations(xsd));
    });

    it('compiles contents to tables that judge any children alike', () => {
      for (const [name, type] of xsd.types) {
        const sameVerdict = fc.property(anyChildren(type), (children) => {
          const ours = acceptsChildren(compiled, name, children);
          expect(ours, `${name}: ${children.join(' ')}`).toBe(xsdAcceptsChildren(type, children));
        });
        fc.assert(sameVerdict, { numRuns: 60 });
      }
    });

    it('compiles attributes to tables that judge any set of them alike', () => {
      for (const [name, type] of xsd.types) {
        const known = [...type.attributes.keys()];
        const some = fc.oneof(
          fc.subarray(known),
          fc.subarray([...known, 'noSuchAttribute'], { minLength: known.length }),
        );
        const sameVerdict = fc.property(some, (names) => {
          const ours = acceptsAttributes(compiled, name, names);
          expect(ours, `${name}: ${names.join(' ')}`).toBe(xsdAcceptsAttributes(type, names));
        });
        fc.assert(sameVerdict, { numRuns: 25 });
      }
    });

    it('gives every child its type, and warns where deprecated content is entered', () => {
      for (const [name, type] of xsd.types) {
        if (type.content === null || type.content === 'text') continue;
        for (const child of elementsIn(type.content)) {
          const of = xsd.types.get(child.type);
          const found = childAt(compiled, typeRecord(compiled, name)[6] ?? 0, child.name);
          expect(found, `${name}/${child.name}`).toEqual({
            low: 0,
            type: child.type,
            deprecated: !type.deprecated && (child.deprecated || of?.deprecated === true),
          });
        }
      }
    });

    it('compiles patterns and values to tables that accept the same texts', () => {
      for (const [name, type] of xsd.simpleTypes) {
        // A pattern by itself types nothing; a string accepts everything and needs no automaton.
        if (type.pattern !== null || type.members.includes('string')) continue;
        for (const text of telltaleTexts([...type.values.keys()])) {
          const ours = readValue(compiled, name, text) !== 'refused';
          const theirs = xsdMatchesValue(xsd, name, text);
          if (ours !== theirs) expect.fail(`${name} and \`${text}\`: ${ours}, not ${theirs}`);
        }
        for (const [value, { deprecated }] of type.values) {
          const warns = deprecated && !type.deprecated;
          expect(readValue(compiled, name, value)).toBe(warns ? 'deprecated' : 'accepted');
        }
      }
    });

    it('leaves to each simple type its built-in one', () => {
      for (const [name, type] of xsd.simpleTypes) {
        if (type.pattern !== null) continue;
        const of = type.members.find((member) => Object.hasOwn(builtin, member)) ?? 'none';
        expect(builtinOf(compiled, name), name).toBe(builtin[of as keyof typeof builtin]);
      }
    });
  });
});

const emptySchema = '<xsd:schema/>';

function elementsIn(particle: XsdParticle): (XsdParticle & { kind: 'element' })[] {
  return particle.kind === 'element' ? [particle] : particle.parts.flatMap(elementsIn);
}

/** Texts that tell patterns apart: every short one around `$`, `${` and `}`, and values misspelt. */
function telltaleTexts(values: readonly string[]): string[] {
  const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  characters.push('é', '€', '😀');
  const texts = ['', '$', '${', '${}', '$}', ' $a', '$a ', ' ${}', '${} '];
  for (const a of characters) {
    texts.push(a, `$${a}`, `$a${a}`, `\${${a}}`, `\${${a}`, `\${1}${a}`, `\${1${a}2}`, `a${a}`);
    for (const b of ['a', '0', '_', '$', '{', '}', '-', ' '])
      texts.push(`$${a}${b}`, `\${${a}${b}}`);
  }
  for (const value of values) {
    texts.push(value, ` ${value}`, `${value} `, value.slice(1), value.slice(0, -1));
    texts.push(value.toUpperCase(), `${value}x`, `$${value}`, `${value}${value}`);
  }
  return texts;
}
