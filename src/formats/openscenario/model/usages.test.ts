import { expect, test } from 'vitest';
import { readDocument, textAt } from '../testing/document';
import { declared, waiting } from '../testing/named';
import { privately, scenario, teleport } from '../testing/scenarios';
import { Model } from './model';

function usagesOf(text: string): string[] {
  const { document } = readDocument(text, '1.1');
  const { usages, texts } = new Model(document);
  return Array.from({ length: usages.count }, (_, usage) => {
    const at = [usages.starts[usage] ?? 0, usages.ends[usage] ?? 0] as const;
    const name = texts.interner.text(usages.names[usage] ?? 0);
    return `${usages.kindOf(usage)} ${name} ${textAt(document, at)}`;
  });
}

const at = (x: string): string => privately('Ego', teleport(`<WorldPosition x="${x}" y="0"/>`));

test.each<[value: string, usages: string[]]>([
  ['1', []],
  ['$a', ['whole a $a']],
  ['${$a1 + 2*$b_}', ['expression a1 $a1', 'expression b_ $b_']],
  ['${1 + 2}', []],
  ['$', []],
  ['$1', []],
  ['$a$b', ['text a $a', 'text b $b']],
  ['a $b', ['text b $b']],
  ['${$a', ['text a $a']],
  ['$aé', ['text a $a']],
])('%s', (value, usages) => {
  expect(usagesOf(scenario({ version: '1.1', init: at(value) }))).toEqual(usages);
});

test('names of declarations and names that are given without a dollar are no usages', () => {
  const text = scenario({
    version: '1.1',
    parameters: declared('parameter', '$a', 'double', '$b'),
    events: waiting('parameter', '$a', 'equalTo', '$c'),
  });
  expect(usagesOf(text)).toEqual(['whole b $b', 'whole c $c']);
});

test('a declared name with odd characters is taken as a whole', () => {
  const text = scenario({
    version: '1.1',
    parameters: declared('parameter', 'a-b c', 'double', '1'),
    init: at('$a-b c') + at('$a-b'),
  });
  expect(usagesOf(text)).toEqual(['whole a-b c $a-b c', 'text a $a']);
});

test('usages are counted by the declaration that they stand for', () => {
  const { document } = readDocument(
    scenario({
      version: '1.1',
      parameters: ['a', 'b', 'c']
        .map((name) => declared('parameter', name, 'double', '1'))
        .join(''),
      init: at('$c') + at('${$a + $c}'),
    }),
    '1.1',
  );
  expect([...new Model(document).usages.byDeclaration]).toEqual([1, 0, 2]);
});
