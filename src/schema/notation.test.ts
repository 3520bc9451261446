import { describe, expect, it } from 'vitest';
import { modelOf } from './model';
import { NotationError, parseNotation } from './notation';
import { houseSchema } from './testing/sample';

const element = (name: string, type = name): object => ({
  kind: 'element',
  name,
  type,
  min: 1,
  max: 1,
  deprecated: false,
});

describe('Reading the notation', () => {
  it('resolves attributes, their occurrence and deprecation for each version', () => {
    const attributes = (version: string): unknown =>
      modelOf(houseSchema, version).types.get('House')?.attributes;
    const name = { name: 'name', type: 'Text', required: true, deprecated: false };
    const colour = { name: 'colour', type: 'Colour', required: false, deprecated: false };
    const paint = { name: 'paint', type: 'Text', required: false, deprecated: false };
    expect(attributes('1.0')).toEqual([name, colour]);
    expect(attributes('1.1')).toEqual([{ ...name, required: false }, colour, paint]);
    expect(attributes('1.2')).toEqual([
      { ...name, required: false },
      colour,
      { ...paint, deprecated: true },
    ]);
  });

  it('resolves groups, choices that could be empty, and parts that come and go', () => {
    const model = (version: string): unknown =>
      modelOf(houseSchema, version).types.get('House')?.content;
    const wall = (min: number): object => ({
      kind: 'choice',
      min: 0,
      max: Infinity,
      parts: [
        { ...element('Window', 'Opening'), min },
        { ...element('Gap'), min },
      ],
    });
    const house = (...parts: object[]): object => ({
      kind: 'elements',
      model: { kind: 'sequence', min: 1, max: 1, parts: [element('Door', 'Opening'), ...parts] },
    });
    expect(model('1.0')).toEqual(house(wall(0), { ...element('Attic'), min: 0 }));
    expect(model('1.1')).toEqual(house(wall(1), { ...element('Roof'), min: 0 }));
  });

  it('drops patterns and values from the versions before them', () => {
    const type = (version: string, name: string): [string[], string[]] => {
      const found = modelOf(houseSchema, version).simpleTypes.get(name);
      return [
        found?.patterns.map((pattern) => pattern.name) ?? [],
        found?.values.map((value) => value.name) ?? [],
      ];
    };
    expect(type('1.0', 'Number')).toEqual([['reference'], []]);
    expect(type('1.1', 'Number')).toEqual([['reference', 'sum'], []]);
    expect(type('1.0', 'Colour')).toEqual([['reference'], ['red', 'green', 'blue']]);
    expect(type('1.1', 'Colour')).toEqual([['reference'], ['red', 'crimson', 'green', 'blue']]);
  });

  it('knows an empty type, one with text, and one whose content came later', () => {
    const kind = (version: string, name: string): string | undefined =>
      modelOf(houseSchema, version).types.get(name)?.content.kind;
    expect(kind('1.0', 'Frame')).toBe('empty');
    expect(kind('1.1', 'Roof')).toBe('text');
    expect(kind('1.0', 'Gap')).toBe('empty');
    expect(kind('1.1', 'Gap')).toBe('elements');
    expect(kind('1.0', 'Roof')).toBeUndefined();
  });

  it('keeps successors as names', () => {
    const paint = houseSchema.types.get('House')?.attributes.find(({ name }) => name === 'paint');
    expect(paint?.deprecation?.successor).toEqual({ names: ['@colour', 'Roof'], joint: 'and' });
  });

  it('warns once where content that is deprecated as a whole is entered', () => {
    const types = modelOf(houseSchema, '1.2').types;
    expect(types.get('Opening')?.content).toMatchObject({
      model: { parts: [{ deprecated: false }, { name: 'Pane', deprecated: true }] },
    });
    expect(types.get('Pane')?.content).toMatchObject({
      model: { parts: [{ deprecated: false }, { name: 'Pane', deprecated: false }] },
    });
  });
});

describe('A mistake in the notation', () => {
  const versions = 'versions 1.0 1.1\n';
  it.each([
    ['type A', 'line 1: `versions` must come before anything else'],
    [`${versions}versions 1.0`, 'line 2: `versions` stands here a second time'],
    [`${versions}typo A`, 'line 2: `typo` is no keyword'],
    [`${versions}type A\n   @x: B`, 'line 3: Indent by two spaces a level'],
    [`${versions}  @x: B`, 'line 2: Nothing above that this line could belong to'],
    [`${versions}type A\n  @x`, 'line 3: Expected `@name: Type`'],
    [`${versions}type A\n  @x @x: B`, 'line 3: `A` already has an attribute `x`'],
    [`${versions}group A\n  @x: B`, 'line 3: A group has no attributes'],
    [`${versions}type A\n  either: B`, 'line 3: `either` is no content'],
    [`${versions}type A\n  choice: B!`, 'line 3: Expected `Name` or `Name: Type`, not `B!`'],
    [`${versions}type A\n  text\n    B`, 'line 4: No content above'],
    [`${versions}type A\n  text\n  text`, 'line 4: `A` already has a content'],
    [`${versions}type A\ntype A`, 'line 3: `A` is declared a second time'],
    [`${versions}type A, since 2.0`, 'line 2: No version `2.0`; there are 1.0, 1.1'],
    [`${versions}type A, since 1.1, until 1.0`, 'line 2: It ends before it begins'],
    [`${versions}type A, sometimes`, 'line 2: `sometimes` is not understood'],
    [`${versions}value A`, 'line 2: Expected `value Name = member | member`'],
    [`${versions}enum A\n  x  y`, 'line 3: One space between values'],
    [`${versions}enum A\n  x x`, 'line 3: `x` stands here twice'],
  ])('%j is told with its line', (text, problem) => {
    const read = (): unknown => parseNotation({ part: text });
    expect(read).toThrow(NotationError);
    expect(read).toThrow(`part, ${problem}`);
  });

  it.each([
    ['root A', 'Root `A` refers to `A`, which nothing declares'],
    ['type A\n  @x: B', '`A/@x` refers to `B`, which nothing declares'],
    ['type A\n  choice: B', '`A/B` refers to `B`, which nothing declares'],
    ['type A\n  choice\n    group B', '`A/B` refers to `B`, which nothing declares'],
    ['value A = b', '`A` accepts `b`, which nothing declares'],
    ['type A\n  choice: B\ntype B, since 1.1', '`A/B` refers to `B`, which exists from 1.1 to 1.1'],
  ])('%j is told with both ends', (text, problem) => {
    expect(() => parseNotation({ part: versions + text })).toThrow(problem);
  });
});
