import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exclusively } from './lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const file = join(folder, 'deeper', 'work.lock');
afterAll(() => rmSync(folder, { recursive: true }));

test('work under one lock never overlaps', async () => {
  let running = 0;
  const seen: number[] = [];
  const work = async (): Promise<void> => {
    seen.push(++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  };
  await Promise.all([1, 2, 3].map(() => exclusively(file, work)));
  expect(seen).toEqual([1, 1, 1]);
  expect(existsSync(file)).toBe(false);
});

test('a lock is given back by work that fails', async () => {
  await expect(exclusively(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});

test('a lock whose owner is gone is taken over', async () => {
  // Process ids end far below this one on every system.
  writeFileSync(file, '1999999999');
  expect(await exclusively(file, () => Promise.resolve('done'))).toBe('done');
});
