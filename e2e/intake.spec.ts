import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { App } from './app';
import { invalid, malformed, unsupported, valid } from './documents';
import { expect, test } from './test';

test('a dropped file gets its verdict, and its finding its place in the source', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'wrong.xosc', content: invalid }]);
  await expect(app.word).toHaveText(/invalid/i);
  await page.keyboard.press('n');
  await expect(app.current).toContainText('RoadNetwrk');
  await expect(app.current).toContainText('5:');
  await expect(app.source.getByText('<RoadNetwrk/>')).toBeVisible();
});

test('many files at once, of all verdicts', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.pick([
    { name: 'a.xosc', content: valid },
    { name: 'b.xosc', content: invalid },
    { name: 'c.xosc', content: malformed },
    { name: 'd.xosc', content: unsupported },
  ]);
  for (const [name, verdict] of [
    ['a.xosc', 'Valid'],
    ['b.xosc', 'Invalid'],
    ['c.xosc', 'Malformed'],
    ['d.xosc', 'Unsupported'],
  ] as const) {
    const row = app.files.getByRole('row').filter({ hasText: name });
    await expect(row.locator('.verdict')).toHaveAttribute('title', new RegExp(`^${verdict}`, 'i'));
  }
});

test('a folder, an archive and dropped files make the same list', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-'));
  const place = join(folder, 'set');
  mkdirSync(join(place, 'inner'), { recursive: true });
  writeFileSync(join(place, 'a.xosc'), valid);
  writeFileSync(join(place, 'inner', 'b.xosc'), invalid);
  const archive = zipSync({ 'a.xosc': strToU8(valid), 'inner/b.xosc': strToU8(invalid) });

  const app = new App(page);
  await app.open();
  await app.pickFolder(place);
  for (const path of ['set/a.xosc', 'set/inner/b.xosc']) {
    await expect(app.files.getByRole('row').filter({ hasText: path })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Clear' }).click();
  await app.drop([{ name: 'set.zip', content: archive }]);
  for (const path of ['set.zip/a.xosc', 'set.zip/inner/b.xosc']) {
    await expect(app.files.getByRole('row').filter({ hasText: path })).toBeVisible();
  }
  rmSync(folder, { recursive: true });
});

test('a packed file is known by its bytes, whatever its name says', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'packed.xosc', content: gzipSync(strToU8(valid)) }]);
  await expect(app.word).toHaveText(/^valid$/i);
});

test('a pasted text is checked', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.paste(invalid);
  await expect(app.word).toHaveText(/invalid/i);
});

test('what cannot be read is told, and the rest of the batch goes on', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([
    { name: 'empty.xosc', content: '' },
    { name: 'picture.xosc', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]) },
    { name: 'empty.zip', content: '' },
    { name: 'good.xosc', content: valid },
  ]);
  await expect(app.files.getByRole('row').filter({ hasText: 'good.xosc' })).toBeVisible();
  for (const name of ['empty.xosc', 'picture.xosc', 'empty.zip']) {
    await app.files.getByRole('row').filter({ hasText: name }).click();
    await expect(app.findings.getByRole('treeitem').filter({ hasText: /\S/ })).not.toHaveCount(0);
  }
});
