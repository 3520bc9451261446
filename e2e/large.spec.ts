import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenario } from '../bench/scenario';
import { App } from './app';
import { valid } from './documents';
import { expect, test } from './test';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-'));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

test('a mistake near the end of a large file is shown at its line', async ({ page }) => {
  const text = scenario(8_000_000, 'mixed').replace('value="120" rule', 'value="12O" rule');
  const line = text.slice(0, text.indexOf('12O')).split('\n').length;
  const file = join(folder, 'large.xosc');
  writeFileSync(file, text);
  const app = new App(page);
  await app.open();
  await app.pick([file]);
  await expect(app.word).toHaveText(/^invalid$/i);
  await page.keyboard.press('n');
  // First comes the note that its road network cannot be seen.
  await expect(app.current).toContainText('motorway.xodr');
  await page.keyboard.press('n');
  await expect(app.current).toContainText('12O');
  await expect(app.source.locator('.current-range')).toHaveText('12O');
  await expect(app.source.locator('.cm-lineNumbers .cm-activeLineGutter')).toHaveText(String(line));
});

test('50 MB are read, and make room for the next file', { tag: '@web-34' }, async ({ page }) => {
  const file = join(folder, 'huge.xosc');
  writeFileSync(file, scenario(50_000_000, 'mixed'));
  const app = new App(page);
  await app.open();
  await app.pick([file]);
  await expect(app.word).toHaveText(/^valid$/i, { timeout: 30_000 });
  await page.keyboard.press('e');
  await app.outline.focus();
  await page.keyboard.press('End');
  await expect(app.outline.getByRole('treeitem', { selected: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await app.drop([{ name: 'small.xosc', content: valid }]);
  await expect(app.word).toHaveText(/^valid$/i);
});

test(
  'a check that is cancelled leaves the page ready for the next',
  { tag: '@web-35' },
  async ({ page }) => {
    const app = new App(page);
    await app.open();
    const text = scenario(20_000_000, 'mixed');
    const files = [1, 2, 3, 4].map((number) => join(folder, `${number}.xosc`));
    for (const file of files) writeFileSync(file, text);
    await page.locator('input[aria-label="Files"]').setInputFiles(files);
    await page.keyboard.press('Escape');
    await app.finished();
    await page.getByRole('button', { name: 'Clear' }).click();
    await app.drop([{ name: 'small.xosc', content: valid }]);
    await expect(app.word).toHaveText(/^valid$/i);
  },
);
