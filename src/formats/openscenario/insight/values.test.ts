import { expect, test } from 'vitest';
import { Model } from '../model/model';
import { readDocument, textAt } from '../testing/document';
import { declared } from '../testing/named';
import { object, privately, scenario, teleport, vehicle } from '../testing/scenarios';
import { resolvedValues } from './values';

function told(text: string): string[] {
  const { document } = readDocument(text, '1.3');
  return resolvedValues(new Model(document)).map(
    ({ at, text: value, how }) => `${textAt(document, at)} is ${value}: ${how}`,
  );
}

test('references and expressions, with what is behind them', () => {
  const text = scenario({
    parameters:
      declared('parameter', 'speed', 'double', '13.90') +
      declared('parameter', 'twice', 'double', '${2 * $speed}'),
    entities: object(
      'Ego',
      vehicle('car', declared('parameter', 'most', 'double', '50')).replace(
        'maxSpeed="50"',
        'maxSpeed="$most"',
      ),
    ),
    stories: '',
    init: privately('Ego', teleport('<WorldPosition x="${$twice + $speed}" y="${1 + 1}"/>')),
  });
  expect(told(text)).toEqual([
    '${2 * $speed} is 27.8: $speed = 13.9 (double), declared for the scenario',
    '$most is 50: $most = 50 (double), declared for the Vehicle car',
    '${$twice + $speed} is 41.7: $twice = 27.8 (double), declared for the scenario; $speed = 13.9 (double), declared for the scenario',
    '${1 + 1} is 2: an expression of numbers alone',
  ]);
});

test('what cannot be known is left out', () => {
  const text = scenario({
    init: privately('Ego', teleport('<WorldPosition x="$nothing" y="${1 / 0}"/>')),
  });
  expect(told(text)).toEqual([]);
});
