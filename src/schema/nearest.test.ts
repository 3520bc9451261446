import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest, nearestFirst } from './nearest';

describe('The distance of two words', () => {
  it.each([
    ['Position', 'Position', 0],
    ['Positon', 'Position', 1],
    ['Posiiton', 'Position', 1],
    ['Vehicel', 'Vehicle', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, and no more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('The nearest word', () => {
  it('is the one that differs in case alone, before any other', () => {
    expect(nearest('model3D', ['model3', 'model3d'])).toBe('model3d');
  });

  it('is none where all are more than a third of its length away', () => {
    expect(nearest('limousine', ['car', 'motorbike'])).toBeNull();
    expect(nearest('w', ['h', 'p', 'r'])).toBeNull();
    expect(nearest('x'.repeat(5000), ['y'.repeat(5000)])).toBeNull();
  });

  it('may be the only one that begins or ends with the word', () => {
    expect(nearest('edge', ['name', 'outerEdge'])).toBe('outerEdge');
    expect(nearest('bool', ['boolean', 'double'])).toBe('boolean');
    expect(nearest('Edge', ['innerEdge', 'outerEdge'])).toBeNull();
    expect(nearest('ge', ['name', 'outerEdge'])).toBeNull();
  });

  it('comes first; those that are far keep their order', () => {
    expect(nearestFirst('trick', ['zebra', 'truck', 'ant', 'tricks'])).toEqual([
      'truck',
      'tricks',
      'zebra',
      'ant',
    ]);
  });
});
