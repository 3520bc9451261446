import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Given } from './gather';
import { fileSource } from './gather';
import { inputsOf } from './shard';

const given = (path: string, size: number): Given => ({ source: fileSource(path, size, 'found') });
const pathOf = (one: Given): string => ('source' in one ? one.source.path : one.finding.path);
const sizeOf = (one: Given): number => ('source' in one ? (one.source.size ?? 0) : 0);

/** The shards of a list, each as its inputs. */
const shardsOf = (list: readonly Given[], of: number) =>
  Array.from({ length: of }, (_, at) => inputsOf(list, { index: at + 1, of }));

const anyList = fc
  .uniqueArray(
    fc.record({ path: fc.string({ minLength: 1 }), size: fc.nat({ max: 10_000_000 }) }),
    { selector: ({ path }) => path, maxLength: 60 },
  )
  .map((files) => files.map(({ path, size }) => given(path, size)));

describe('shards', () => {
  test('have each input once, in the order of the list', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 1, max: 20 }), (list, of) => {
        const shards = shardsOf(list, of);
        const places = shards.flat().map(({ mark }) => mark.at);
        expect([...places].sort((a, b) => a - b)).toEqual(list.map((_, at) => at));
        for (const shard of shards) {
          const own = shard.map(({ mark }) => mark.at);
          expect(own).toEqual([...own].sort((a, b) => a - b));
          for (const { given: one, mark } of shard) expect(one).toBe(list[mark.at]);
        }
      }),
    );
  });

  test('hold the same files whatever order they are listed in', () => {
    fc.assert(
      fc.property(
        anyList.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        fc.integer({ min: 1, max: 9 }),
        ([list, shuffled], of) => {
          const paths = (some: readonly Given[]) =>
            shardsOf(some, of).map((shard) => shard.map((one) => pathOf(one.given)).sort());
          expect(paths(shuffled)).toEqual(paths(list));
        },
      ),
    );
  });

  test('differ in size by no more than the largest input', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 2, max: 9 }), (list, of) => {
        const each = 16 * 1024;
        const loads = shardsOf(list, of).map((shard) =>
          shard.reduce((sum, one) => sum + sizeOf(one.given) + each, 0),
        );
        const largest = Math.max(0, ...list.map((one) => sizeOf(one) + each));
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  test('spread empty files as well', () => {
    const list = Array.from({ length: 12 }, (_, at) => given(`${at}`, 0));
    expect(shardsOf(list, 4).map((shard) => shard.length)).toEqual([3, 3, 3, 3]);
  });

  test('tell lists of other files apart', () => {
    const mark = (list: readonly Given[]) => inputsOf(list, { index: 1, of: 1 })[0]?.mark.list;
    const list = [given('a', 1), given('b', 2)];
    expect(mark(list)).toMatch(/^[0-9a-f]{8}$/);
    expect(mark([given('a', 1), given('b', 2)])).toBe(mark(list));
    expect(mark([given('a', 1), given('b', 3)])).not.toBe(mark(list));
    expect(mark([given('a', 1), given('c', 2)])).not.toBe(mark(list));
  });
});
