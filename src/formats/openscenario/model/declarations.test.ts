import { expect, test } from 'vitest';
import { none } from '../../../tree/tree';
import { readDocument } from '../testing/document';
import { declared } from '../testing/named';
import { object, scenario, vehicle } from '../testing/scenarios';
import { Model } from './model';

const parameter = (name: string, value: string): string =>
  declared('parameter', name, 'double', value);

const model = new Model(
  readDocument(
    scenario({
      parameters: parameter('a', '1') + parameter('$b', '2') + parameter('a', '3'),
      entities:
        object('Ego', vehicle('ego', parameter('a', '4') + parameter('c', '$a'))) +
        object('Target', vehicle('target', parameter('d', '5'))),
    }),
    '1.3',
  ).document,
);

/** The value of what a name stands for at an element. */
function seen(name: string, element: number): string | null {
  const { parameters, texts } = model;
  const declaration = parameters.lookUp(texts.idOf(name), element);
  return declaration === none ? null : texts.written(parameters.attributeOf(declaration, 'value'));
}

const [ego = none, target = none] = model.elements.named('Vehicle');

test('the smallest scope around an element wins, and in it the last declaration', () => {
  expect(seen('a', model.elements.childNamed(ego, 'Axles'))).toBe('4');
  expect(seen('a', target)).toBe('3');
  expect(seen('b', ego)).toBe('2');
  expect(seen('d', ego)).toBeNull();
  expect(seen('e', ego)).toBeNull();
});

test('within declarations those before come first, then those around, then those after', () => {
  const { parameters } = model;
  const at = (declaration: number): number => parameters.elements[declaration] ?? none;
  expect(seen('a', at(0))).toBe('3');
  expect(seen('a', at(2))).toBe('1');
  expect(seen('a', at(3))).toBe('3');
  expect(seen('a', at(4))).toBe('4');
  expect(seen('c', at(3))).toBe('$a');
});

test('a declaration knows its scope, and a place the declaration that it is in', () => {
  const { parameters, elements } = model;
  expect([0, 2, 3, 4, 5].map((at) => parameters.ownerOf(parameters.scopeOf(at)))).toEqual([
    0,
    0,
    ego,
    ego,
    target,
  ]);
  expect(parameters.around(parameters.elements[4] ?? none)).toBe(4);
  expect(parameters.around(elements.childNamed(ego, 'Axles'))).toBe(none);
  expect(parameters.around(0)).toBe(none);
});

test('all that can be seen, the nearest first', () => {
  const names = [...model.parameters.visibleFrom(ego)].map((at) => model.parameters.nameOf(at));
  expect(names).toEqual(['a', 'c', 'a', 'b', 'a']);
});
