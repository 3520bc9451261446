import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenario } from '../bench/scenario';
import { App } from './app';
import { invalid, malformed, valid, withMistakes } from './documents';
import { Heaps } from './heaps';
import { expect, test } from './test';

const megabyte = 1_000_000;
/** Bytes of memory that may remain when everything has been taken away. */
const mayRemain = 10 * megabyte;

/** Once everything was used that is fetched when it is first needed: editor, outline, lists. */
async function usedOnce(app: App): Promise<void> {
  await app.drop([
    { name: 'a.xosc', content: valid },
    { name: 'b.xosc', content: invalid },
  ]);
  await app.page.keyboard.press('n');
  await expect(app.source.locator('.cm-content')).toBeVisible();
  await app.page.keyboard.press('e');
  await expect(app.outline).toBeVisible();
  await cleared(app);
}

async function cleared(app: App): Promise<void> {
  await app.page.getByRole('button', { name: 'Clear' }).click();
  await expect(app.samples.first()).toBeVisible();
}

test('after a hundred batches the memory is what it was', async ({ page }) => {
  test.setTimeout(120_000);
  const app = new App(page);
  const heaps = await Heaps.of(page);
  await app.open();
  await usedOnce(app);
  const before = await heaps.bytes();
  const kinds = [valid, invalid, malformed, withMistakes(200)];
  for (let batch = 0; batch < 100; batch++) {
    const files = Array.from({ length: 5 }, (_, file) => ({
      name: `${file}.xosc`,
      // Never the same content twice: what is known already would not be read.
      content: `${kinds[(batch + file) % kinds.length] ?? valid}<!-- ${batch} ${file} -->`,
    }));
    await app.drop(files);
    await page.keyboard.press('n');
    await cleared(app);
  }
  await expect.poll(async () => (await heaps.bytes()) - before).toBeLessThan(mayRemain);
});

test(
  'after a large file the memory is what it was, and the worker another one',
  { tag: '@web-34' },
  async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'memory-'));
    try {
      const file = join(folder, 'large.xosc');
      writeFileSync(file, scenario(80 * megabyte, 'mixed'));
      const app = new App(page);
      const heaps = await Heaps.of(page);
      await app.open();
      await usedOnce(app);
      const before = await heaps.bytes();
      await app.pick([file]);
      await expect(app.word).toHaveText(/^valid$/i, { timeout: 30_000 });
      await page.keyboard.press('e');
      await expect(app.outline.getByRole('treeitem').nth(5)).toBeVisible();
      await cleared(app);
      await expect
        .poll(async () => (await heaps.bytes()) - before, { timeout: 15_000 })
        .toBeLessThan(mayRemain);
      expect(heaps.workers).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
