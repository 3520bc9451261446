import { describe, expect, it } from 'vitest';
import { compileSchema } from './compile';
import {
  attributeAt,
  attributesOf,
  expectedAt,
  expectedFirst,
  expectedInAll,
  expectedRoots,
  missingAttributes,
  seenInAll,
  simpleTypeName,
  typeName,
} from './lookups';
import { content, header, tablesMagic, tablesVersion } from './tables';
import { houseSchema } from './testing/sample';
import {
  acceptsAttributes,
  acceptsChildren,
  builtinOf,
  childAt,
  lookUp,
  readValue,
  typeRecord,
} from './testing/walk';

const tables = (version: string): ReturnType<typeof compileSchema> =>
  compileSchema(houseSchema, version);

describe('Compiled tables', () => {
  it('begin with a header that tells their size', () => {
    const { words, names } = tables('1.2');
    expect(words[header.magic]).toBe(tablesMagic);
    expect(words[header.version]).toBe(tablesVersion);
    expect(words[header.words]).toBe(words.length);
    expect(words[header.names]).toBe(names.length);
    expect(names[0]).toBe('');
    expect(new Set(names).size).toBe(names.length);
  });

  it('are made once for each version', () => {
    expect(tables('1.1')).toBe(tables('1.1'));
    expect(tables('1.1')).not.toBe(tables('1.2'));
    expect(() => tables('9.9')).toThrow('No version 9.9; there are 1.0, 1.1, 1.2');
  });

  it('lead from a root element to its type', () => {
    const compiled = tables('1.2');
    const row = compiled.words[header.globalRow] ?? 0;
    const type = lookUp(compiled, row, compiled.names.indexOf('Plan'));
    expect(typeName(compiled, type ?? -1)).toBe('House');
    expect(expectedRoots(compiled)).toEqual(['House', 'Plan']);
    expect(expectedRoots(tables('1.0'))).toEqual(['House']);
  });

  it.each([
    ['1.0', 'Door', true],
    ['1.0', 'Door Window Gap Window Attic', true],
    ['1.0', 'Door Roof', false],
    ['1.1', 'Door Gap Roof', true],
    ['1.1', 'Door Roof Gap', false],
    ['1.1', 'Window', false],
    ['1.1', '', false],
    ['1.1', 'Door Door', false],
  ])('in %s, judge the children %j: %s', (version, children, right) => {
    const names = children.split(' ').filter((name) => name !== '');
    expect(acceptsChildren(tables(version), 'House', names)).toBe(right);
  });

  it.each([
    ['Frame', true],
    ['Pane Frame', true],
    ['Pane', false],
    ['Frame Frame', false],
  ])('let the members of an `all` stand in any order, once: %j', (children, right) => {
    expect(acceptsChildren(tables('1.2'), 'Opening', children.split(' '))).toBe(right);
  });

  it.each([
    ['Frame', false],
    ['Frame Frame', true],
    ['Frame Frame Frame Frame', true],
  ])('count what must occur several times: %j', (children, right) => {
    expect(acceptsChildren(tables('1.2'), 'Gap', children.split(' '))).toBe(right);
  });

  it('ask for the required attributes and refuse unknown ones', () => {
    expect(acceptsAttributes(tables('1.0'), 'House', [])).toBe(false);
    expect(acceptsAttributes(tables('1.0'), 'House', ['name'])).toBe(true);
    expect(acceptsAttributes(tables('1.1'), 'House', [])).toBe(true);
    expect(acceptsAttributes(tables('1.0'), 'House', ['name', 'paint'])).toBe(false);
  });

  it.each([
    ['1.0', 'Colour', 'red', 'accepted'],
    ['1.1', 'Colour', 'red', 'deprecated'],
    ['1.1', 'Colour', 'crimson', 'accepted'],
    ['1.0', 'Colour', 'crimson', 'refused'],
    ['1.0', 'Colour', '%a', 'accepted'],
    ['1.0', 'Colour', '%', 'refused'],
    ['1.0', 'Colour', ' red', 'refused'],
    ['1.0', 'Number', '<1+1>', 'refused'],
    ['1.1', 'Number', '<1+1>', 'accepted'],
  ])('in %s, read a %s %j: %s', (version, type, value, verdict) => {
    expect(readValue(tables(version), type, value)).toBe(verdict);
  });

  it('mark where deprecated content is entered, and no deeper', () => {
    const compiled = tables('1.2');
    const child = (type: string, name: string): boolean | undefined =>
      childAt(compiled, typeRecord(compiled, type)[6] ?? 0, name)?.deprecated;
    expect(child('Opening', 'Pane')).toBe(true);
    expect(child('Pane', 'Pane')).toBe(false);
  });

  it('leave text content and values that may be anything to the built-in string', () => {
    const compiled = tables('1.2');
    expect(typeRecord(compiled, 'Roof')[0]).toBe(content.text);
    expect(builtinOf(compiled, '')).toBe(1);
    expect(builtinOf(compiled, 'Text')).toBe(1);
    expect(builtinOf(compiled, 'Code')).toBe(0);
  });
});

describe('Looking numbers up', () => {
  const compiled = tables('1.2');
  const id = (type: string): number => compiled.typeNames.indexOf(type);

  it('names what may stand at a place, in schema order', () => {
    expect(expectedFirst(compiled, id('House'))).toEqual({ names: ['Door'], mayEnd: false });
    const afterDoor = childAt(compiled, typeRecord(compiled, 'House')[1] ?? 0, 'Door')?.low ?? 0;
    expect(expectedAt(compiled, afterDoor)).toEqual({
      names: ['Window', 'Gap', 'Roof'],
      mayEnd: true,
    });
    expect(expectedFirst(compiled, id('Roof'))).toEqual({ names: [], mayEnd: true });
  });

  it('names what may still stand in an `all`', () => {
    expect(expectedInAll(compiled, id('Opening'), 0)).toEqual({
      names: ['Frame', 'Pane'],
      mayEnd: false,
    });
    expect(expectedInAll(compiled, id('Opening'), 1)).toEqual({ names: ['Pane'], mayEnd: true });
    expect(seenInAll(compiled, id('Opening'), 2)).toEqual(['Pane']);
  });

  it('names attributes and their types', () => {
    const first = typeRecord(compiled, 'Opening')[8] ?? -1;
    expect(attributeAt(compiled, first)).toEqual({
      name: 'width',
      simpleType: 'Number',
      required: true,
      deprecated: false,
    });
    expect(attributesOf(compiled, id('House')).map(({ name }) => name)).toEqual([
      'name',
      'colour',
      'paint',
    ]);
    expect(missingAttributes(compiled, id('Opening'), 2)).toEqual(['width']);
    expect(missingAttributes(compiled, id('Opening'), 1)).toEqual([]);
  });

  it('refuses numbers that nothing has', () => {
    expect(() => typeName(compiled, 1000)).toThrow(RangeError);
    expect(() => simpleTypeName(compiled, 1000)).toThrow(RangeError);
    expect(() => attributeAt(compiled, 1000)).toThrow(RangeError);
  });
});
