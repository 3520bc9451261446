import { describe, expect, test } from 'vitest';
import { openScenarioSchema } from '../schema';
import { elementsOfType, partsOf } from '../testing/schemaParts';
import { parseParts } from './partTable';
import {
  companionParts,
  exclusiveParts,
  neededParts,
  oneChildElements,
  supersededParts,
} from './parts';

const rows = [companionParts, exclusiveParts, neededParts, supersededParts].flatMap(parseParts);

describe.each(
  rows.map(
    (row) =>
      [`${row.elements.join(' ')}: ${row.parts.map(({ name }) => name).join(' ')}`, row] as const,
  ),
)('%s', (_, { elements, parts }) => {
  test('are parts that the schema knows, in every meaning of the element', () => {
    for (const meaning of elements.flatMap(partsOf)) {
      for (const { name, isAttribute } of parts) {
        expect(isAttribute ? meaning.attributes : meaning.children).toContain(name);
      }
    }
  });
});

test('what is superseded is deprecated', () => {
  for (const { elements, parts } of parseParts(supersededParts)) {
    for (const { type } of elements.flatMap(partsOf)) {
      const attribute = openScenarioSchema()
        .types.get(type)
        ?.attributes.find(({ name }) => name === parts[0]?.name);
      expect(attribute?.deprecation, `${type}@${parts[0]?.name}`).toBeTruthy();
    }
  }
});

test('every element that the schema lets be empty is listed', () => {
  const { types, groups } = openScenarioSchema();
  const empty = [...types.values(), ...groups.values()].filter(({ contents }) =>
    contents.some(({ emptyUntil }) => emptyUntil >= 0),
  );
  const elements = empty.flatMap(({ name }) =>
    // The one group is what a scenario object holds; templates of such came later.
    name === 'EntityObject' ? ['ScenarioObject'] : elementsOfType(name),
  );
  const listed = `${oneChildElements.error} ${oneChildElements.warning}`.split(' ');
  expect(listed.toSorted()).toEqual([...new Set(elements)].toSorted());
});

test.each(['', 'Sun', 'Sun: @a; since 2.0', 'Sun: @a; error'])('%j is no row', (line) => {
  expect(() => parseParts(line)).toThrow(SyntaxError);
});
