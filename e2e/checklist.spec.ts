import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { App, type GivenFile } from './app';
import { invalid, malformed, valid, withMistakes } from './documents';
import { expect, test } from './test';

/* Statements of the checklist (checklist.ts) that no other spec proves on its way. */

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'checklist-'));
});

test.afterAll(() => rmSync(folder, { recursive: true }));

const three = { 'a.xosc': valid, 'inner/b.xosc': invalid, 'inner/c.xosc': malformed };

/** Paths of the listed files, below whatever they came in. */
async function listed(app: App, below: string): Promise<string[]> {
  const rows = app.files.getByRole('row').filter({ hasText: '.xosc' });
  await expect(rows).toHaveCount(3);
  const paths = await rows
    .locator('[title$=".xosc"]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title') ?? ''));
  return paths.map((path) => (path.startsWith(below) ? path.slice(below.length) : path)).sort();
}

test(
  'a folder, an archive, and an archive in a folder hold the same files',
  { tag: '@web-32' },
  async ({ page }) => {
    const app = new App(page);
    const entries = Object.entries(three);
    const archive = zipSync(
      Object.fromEntries(entries.map(([path, text]) => [path, strToU8(text)])),
    );
    const plain = join(folder, 'plain');
    for (const [path, text] of entries) {
      mkdirSync(join(plain, path, '..'), { recursive: true });
      writeFileSync(join(plain, path), text);
    }
    const packed = join(folder, 'packed');
    mkdirSync(packed);
    writeFileSync(join(packed, 'set.zip'), archive);

    await app.open();
    await app.pickFolder(plain);
    const paths = await listed(app, 'plain/');
    expect(paths).toEqual(Object.keys(three));
    await page.getByRole('button', { name: 'Clear' }).click();
    await app.drop([{ name: 'set.zip', content: archive }]);
    expect(await listed(app, 'set.zip/')).toEqual(paths);
    await page.getByRole('button', { name: 'Clear' }).click();
    await app.pickFolder(packed);
    expect(await listed(app, 'packed/set.zip/')).toEqual(paths);
  },
);

/** An archive with a scenario, as `@zip.js/zip.js` writes it. */
async function archiveOf(options: { password?: string; zip64?: boolean }): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  await writer.add('inside.xosc', new TextReader(valid));
  return writer.close();
}

test(
  'what cannot be read yields one finding each, and nothing to click away',
  { tag: '@web-33' },
  async ({ page }) => {
    const app = new App(page);
    await app.open();
    const given: (GivenFile & { says: RegExp })[] = [
      { name: 'empty.xosc', content: '', says: /empty/i },
      {
        name: 'binary.xosc',
        content: Uint8Array.from({ length: 64 }, (_, at) => at * 37),
        says: /./,
      },
      { name: 'cut.xosc', content: valid.slice(0, 200), says: /end/i },
      { name: 'half.xosc', content: Buffer.from(valid, 'utf16le').subarray(0, 301), says: /./ },
      {
        name: 'locked.zip',
        content: await archiveOf({ password: 'secret' }),
        says: /password|encrypt/i,
      },
    ];
    for (const { says, ...file } of given) {
      await app.drop([file]);
      await expect(app.findings.locator('[aria-posinset]')).toHaveCount(1);
      await expect(app.findings).toContainText(says);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.getByRole('button', { name: 'Clear' }).click();
    }
    await app.drop([{ name: 'large-form.zip', content: await archiveOf({ zip64: true }) }]);
    await expect(app.word).toHaveText(/^valid$/i);
  },
);

test(
  'ten thousand findings leave few rows on the page, and are filtered at once',
  { tag: ['@web-36', '@web-42'] },
  async ({ page }) => {
    const app = new App(page);
    await app.open();
    await app.drop([{ name: 'many.xosc', content: withMistakes(5000) }]);
    await expect(
      page.locator('[aria-live="polite"]').filter({ hasText: /10,00\d findings/ }),
    ).toHaveCount(1);
    expect(await app.findings.getByRole('treeitem').count()).toBeLessThanOrEqual(60);
    await app.findings.focus();
    await page.keyboard.press('End');
    await expect(app.current).toContainText(/5006:/);
    await page.getByLabel('Filter findings').fill('no such text');
    await expect(app.findings.locator('[aria-posinset]')).toHaveCount(0);
  },
);

test('a file that has changed can be checked again', { tag: '@web-39' }, async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a.xosc', content: invalid }]);
  await expect(app.word).toHaveText(/^invalid$/i);
  await page.getByRole('button', { name: 'Check again' }).first().click();
  await app.finished();
  await expect(app.word).toHaveText(/^invalid$/i);
  await app.drop([{ name: 'a.xosc', content: valid }]);
  await expect(app.word).toHaveText(/^valid$/i);
  await expect(app.files.getByRole('row').filter({ hasText: 'a.xosc' })).toHaveCount(1);
});
