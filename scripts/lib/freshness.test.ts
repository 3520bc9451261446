import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newestChange } from './freshness.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'freshness-'));
  mkdirSync(join(root, 'src', 'inner'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

/** Sets a file's time, and winds back that of the folders around it. */
function put(path: string, seconds: number): void {
  writeFileSync(join(root, path), '');
  utimesSync(join(root, path), seconds, seconds);
  for (const folder of ['src/inner', 'src']) utimesSync(join(root, folder), 1, 1);
}

test('the latest change counts, however deep', () => {
  put('src/a.ts', 100);
  put('src/inner/b.ts', 200);
  expect(newestChange(root, ['src'])).toBe(200_000);
  expect(newestChange(root, ['src/a.ts'])).toBe(100_000);
});

test('tests and notes do not count', () => {
  put('src/a.ts', 100);
  put('src/a.test.ts', 300);
  put('src/README.md', 300);
  expect(newestChange(root, ['src'])).toBe(100_000);
});

test('a deleted file counts, by its folder', () => {
  put('src/a.ts', 100);
  put('src/inner/b.ts', 100);
  rmSync(join(root, 'src/inner/b.ts'));
  expect(newestChange(root, ['src'])).toBeGreaterThan(100_000);
});

test('what is not there does not count', () => {
  expect(newestChange(root, ['absent', 'src/absent.ts'])).toBe(0);
});
