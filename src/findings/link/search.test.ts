import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestThatFits } from './search';

/** Sizes that grow with the number, however unevenly. */
const growing = fc
  .array(fc.integer({ min: 13, max: 400 }), { maxLength: 200 })
  .map((steps) =>
    steps.reduce<number[]>((sizes, step) => [...sizes, (sizes.at(-1) ?? 0) + step], [0]),
  );

test('finds the largest number that fits, where each takes more than is not worth looking for', async () => {
  await fc.assert(
    fc.asyncProperty(growing, fc.nat(20_000), async (sizes, room) => {
      const tried: number[] = [];
      const found = await largestThatFits(sizes.length - 1, room, (number) => {
        tried.push(number);
        return Promise.resolve(sizes[number] ?? Infinity);
      });
      const largest = sizes.findLastIndex((size) => size <= room);
      expect(found).toBe(largest);
      expect(new Set(tried).size).toBe(tried.length);
      expect(tried.every((number) => number > 0 && number < sizes.length)).toBe(true);
    }),
  );
});

test('needs few tries where sizes grow evenly', async () => {
  let tries = 0;
  const found = await largestThatFits(3000, 7000, (number) => {
    tries++;
    return Promise.resolve(300 + 17 * number);
  });
  expect(found).toBe(394);
  expect(tries).toBeLessThan(10);
});
