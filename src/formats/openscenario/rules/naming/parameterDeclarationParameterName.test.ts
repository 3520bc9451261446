import { expect, test } from 'vitest';
import { Model } from '../../model/model';
import { readDocument } from '../../testing/document';
import { declared } from '../../testing/named';
import { testRule, whatIsFound } from '../../testing/rules';
import { scenario } from '../../testing/scenarios';
import { rule } from './parameterDeclarationParameterName';

const odd = declared('parameter', '«ego speed»', 'double', '0');

testRule(rule, [
  {
    name: 'names as they should be',
    text: scenario({
      parameters:
        declared('parameter', '_a1', 'double', '0') + declared('parameter', 'Z', 'double', '0'),
    }),
  },
  {
    name: 'names that cannot be referred to',
    text: scenario({
      version: '1.1',
      parameters:
        odd +
        declared('parameter', '«1st»', 'double', '0') +
        declared('parameter', '«größe»', 'double', '0') +
        declared('parameter', '«»', 'double', '0'),
    }),
    codes: ['malformed-name', 'malformed-name', 'malformed-name', 'no-name'],
    says: ['No value can refer to a parameter of the name `ego speed`.'],
  },
  {
    name: 'a dollar in the name',
    text: scenario({ version: '1.0', parameters: declared('parameter', '«$a»', 'double', '0') }),
    codes: ['dollar-in-name'],
    helps: ['Declare it as `a`; the `$` stands only where it is used.'],
  },
]);

test.each([
  ['1.0', 'warning'],
  ['1.1', undefined],
] as const)('in %s it is told as %s', (version, severity) => {
  const text = scenario({ version, parameters: odd.replace(/[«»]/g, '') });
  const [found] = whatIsFound(rule, new Model(readDocument(text, version).document));
  expect(found?.severity).toBe(severity);
});
