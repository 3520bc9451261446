import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareReport } from '../findings/report';
import type { Source } from '../intake/source';
import { fileSource } from './gather';
import type { Inspect, Item } from './inOrder';
import { inOrder } from './inOrder';

const mebi = 1024 * 1024;
const item = (path: string, size: number): Item => ({ source: fileSource(path, size, 'found') });

/** Threads that check a byte in a nanosecond, in a time that is only counted. */
class Workshop {
  readonly begun: string[] = [];
  readonly #free: number[];

  constructor(threads: number) {
    this.#free = new Array<number>(threads).fill(0);
  }

  inspect: Inspect = async ({ path, size }: Source) => {
    this.begun.push(path);
    const soonest = this.#free.indexOf(Math.min(...this.#free));
    this.#free[soonest] = (this.#free[soonest] ?? 0) + (size ?? 0);
    await Promise.resolve();
    return { type: 'file', report: bareReport(path, 'valid', []) };
  };

  /** The share of all threads' time until the last one was done in which they worked. */
  get busy(): number {
    const work = this.#free.reduce((sum, time) => sum + time, 0);
    return work / (Math.max(...this.#free) * this.#free.length);
  }
}

async function pathsOf(items: Item[], inspect: Inspect, atOnce: number): Promise<string[]> {
  const paths: string[] = [];
  for await (const { report } of inOrder(items, inspect, () => atOnce)) paths.push(report.path);
  return paths;
}

describe('a list of files', () => {
  test('is told in its order, wherever its large files are', async () => {
    const sizes = fc.oneof(fc.nat({ max: 5000 }), fc.integer({ min: 4 * mebi, max: 90 * mebi }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(sizes, { maxLength: 90 }),
        fc.integer({ min: 1, max: 9 }),
        async (list, atOnce) => {
          const items = list.map((size, at) => item(`${at}`, size));
          const { inspect } = new Workshop(2);
          expect(await pathsOf(items, inspect, atOnce)).toEqual(list.map((_, at) => `${at}`));
        },
      ),
    );
  });

  test('begins with its largest files where several are checked at once', async () => {
    const items = [
      ...Array.from({ length: 5000 }, (_, at) => item(`${at}`, 7000)),
      item('large', 40 * mebi),
      item('largest', 500 * mebi),
    ];
    const shop = new Workshop(2);
    const paths = await pathsOf(items, shop.inspect, 100);
    expect(shop.begun.slice(0, 2)).toEqual(['largest', 'large']);
    expect(paths.slice(-2)).toEqual(['large', 'largest']);
  });

  test('keeps all threads busy to the last file', async () => {
    const items = Array.from({ length: 3000 }, (_, at) =>
      item(`${at}`, at % 500 === 499 ? 8 * mebi * Math.ceil(at / 500) : 20_000),
    );
    const shop = new Workshop(4);
    await pathsOf(items, shop.inspect, 1024);
    expect(shop.busy).toBeGreaterThan(0.95);
  });

  test('is begun in its order where one is checked at a time', async () => {
    const items = [item('a', 10), item('b', 50 * mebi), item('c', 90 * mebi)];
    const shop = new Workshop(1);
    await pathsOf(items, shop.inspect, 1);
    expect(shop.begun).toEqual(['a', 'b', 'c']);
  });

  test('begins no more than some large files before their turn', async () => {
    let running = 0;
    let most = 0;
    const items = Array.from({ length: 300 }, (_, at) => item(`${at}`, 5 * mebi));
    const inspect: Inspect = async ({ path }) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      return { type: 'file', report: bareReport(path, 'valid', []) };
    };
    await pathsOf(items, inspect, 8);
    expect(most).toBeLessThanOrEqual(64 + 8);
  });
});
