import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ring } from './ring';
import { Throughput } from './throughput';

it('gives each second its part of a file', () => {
  const throughput = new Throughput(10);
  throughput.add(300, 500, 2000);
  expect(throughput.list(2500)).toEqual([
    { second: 0, bytes: 100, files: 0 },
    { second: 1, bytes: 200, files: 0 },
    { second: 2, bytes: 0, files: 1 },
  ]);
});

it('forgets what is long ago, also when nothing came for a while', () => {
  const throughput = new Throughput(3);
  throughput.add(5, 100, 200);
  throughput.add(7, 4100, 4200);
  expect(throughput.list(4500).map(({ bytes }) => bytes)).toEqual([0, 0, 7]);
  expect(throughput.list(60_000).map(({ bytes }) => bytes)).toEqual([0, 0, 0]);
  throughput.add(9, 60_100, 60_200);
  expect(throughput.list(60_300).map(({ bytes }) => bytes)).toEqual([0, 0, 9]);
});

it('loses no byte within its time', () => {
  const file = fc.record({
    bytes: fc.integer({ min: 1, max: 1e6 }),
    from: fc.integer({ min: 0, max: 50_000 }),
    ms: fc.integer({ min: 0, max: 20_000 }),
  });
  fc.assert(
    fc.property(fc.array(file), (files) => {
      const throughput = new Throughput(100);
      for (const { bytes, from, ms } of files) throughput.add(bytes, from, from + ms);
      const sum = throughput.list(70_000).reduce((all, { bytes }) => all + bytes, 0);
      expect(sum).toBeCloseTo(
        files.reduce((all, { bytes }) => all + bytes, 0),
        0,
      );
    }),
  );
});

it('a ring keeps the last ones in their order', () => {
  const ring = new Ring<number>(3);
  [1, 2, 3, 4, 5].forEach((n) => ring.add(n));
  expect(ring.list()).toEqual([3, 4, 5]);
  expect(ring.size).toBe(3);
  ring.clear();
  expect(ring.list()).toEqual([]);
});
