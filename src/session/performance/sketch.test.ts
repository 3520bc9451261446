import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Sketch } from './sketch';

it('gives percentiles within one per cent of the exact ones', () => {
  const values = fc.array(fc.double({ min: 0.0001, max: 1e7, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const sketch = new Sketch();
      for (const value of all) sketch.add(value);
      const sorted = [...all].sort((a, b) => a - b);
      const exact = sorted[Math.max(1, Math.ceil(share * all.length)) - 1] ?? NaN;
      const told = sketch.quantile(share) ?? NaN;
      expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * 0.010001);
      expect(sketch.count).toBe(all.length);
    }),
  );
});

it('counts what took no time at all', () => {
  const sketch = new Sketch();
  for (const value of [0, 0, 0, 8]) sketch.add(value);
  expect(sketch.quantile(0.5)).toBe(0);
  expect(sketch.quantile(1)).toBeCloseTo(8, 0);
});

it('says nothing of nothing', () => {
  expect(new Sketch().quantile(0.5)).toBeNull();
});
