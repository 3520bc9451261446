import { catalog, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './parameterDeclarationParameterTypeInference';

const declared = (type: string, value: string, name = 'p'): string =>
  `<ParameterDeclaration name="${name}" parameterType="${type}" value="${value}"/>`;

testRule(rule, [
  {
    name: 'values of their types',
    text: scenario({
      parameters:
        declared('double', '1.5e3', 'a') +
        declared('integer', '-3', 'b') +
        declared('unsignedInt', '4294967295', 'c') +
        declared('unsignedShort', '65535', 'd') +
        declared('boolean', 'true', 'e') +
        declared('dateTime', '2024-02-29T10:00:00', 'f') +
        declared('string', '', 'g'),
      version: '1.0',
    }),
  },
  {
    name: 'values of none',
    text: scenario({
      parameters:
        declared('double', '«fast»', 'a') +
        declared('int', '«2147483648»', 'b') +
        declared('boolean', '«yes»', 'c') +
        declared('dateTime', '«2023-02-29T10:00:00»', 'd') +
        declared('unsignedShort', '«»', 'e'),
    }),
    codes: Array<string>(5).fill('ill-typed-value'),
    says: [
      'The value of the parameter `a` is `fast`, not a `double`.',
      'The value of the parameter `b` is `2147483648`, not an `int`.',
      /`c` is `yes`, not a `boolean`/,
      /./,
      'The value of the parameter `e` is empty, not an `unsignedShort`.',
    ],
  },
  {
    name: 'another parameter’s value',
    text: scenario({
      parameters:
        declared('string', 'abc', 'a') +
        declared('double', '«$a»', 'b') +
        declared('string', '7', 'c') +
        declared('int', '$c', 'd'),
    }),
    says: ['The value of the parameter `b` is `$a`, not a `double`.'],
    helps: ['`abc` is no `double`.'],
  },
  {
    name: 'an expression, whose mistakes are told elsewhere',
    text: scenario({ parameters: declared('int', '${7 / 2}') }),
  },
  {
    name: 'an expression before there were any',
    text: scenario({ version: '1.0', parameters: declared('double', '«${3 + 4}»') }),
    helps: ['Expressions exist since 1.1 only; this is 1.0.'],
  },
  {
    name: 'a type that is itself a parameter',
    text: scenario({ parameters: declared('$type', 'abc') }),
  },
  {
    name: 'a default that an entry of a catalog misses',
    text: catalog(vehicle('$p', declared('double', ''))),
  },
  { name: 'one that it does not use', text: catalog(vehicle('car', declared('double', '«»'))) },
]);
