import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { scenario } from '../bench/scenario';
import { App } from './app';
import { valid } from './documents';
import { expect, test } from './test';

/* Files that are too large for their elements to be held: they are read again where they are looked at. */

let folder: string;
let text: string;
let wrongLine: number;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huge-'));
  const whole = scenario(70_000_000, 'mixed');
  // One mistake, far behind the middle.
  const at = whole.indexOf('dynamicsShape="', 45_000_000);
  text = `${whole.slice(0, at)}dynamicsShap="${whole.slice(at + 15)}`;
  wrongLine = text.slice(0, at).split('\n').length;
});

test.afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const packings: [name: string, make: () => string | Uint8Array][] = [
  ['huge.xosc', () => text],
  ['huge.xosc.gz', () => gzipSync(text, { level: 1 })],
  ['huge-utf16.xosc', () => Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
];

for (const [name, make] of packings) {
  test(`${name}: source and outline follow a finding`, async ({ page }) => {
    const app = new App(page);
    await app.open();
    await app.pick([written(name, make())]);
    await expect(app.word).toHaveText(/^invalid$/i, { timeout: 30_000 });
    await page.keyboard.press('n');
    // First comes the note that its road network cannot be seen.
    await expect(app.current).toContainText('motorway.xodr');
    await page.keyboard.press('n');
    await expect(app.current).toContainText('dynamicsShap');
    const gutter = app.source.locator('.cm-lineNumbers .cm-activeLineGutter');
    await expect(gutter).toHaveText(String(wrongLine), { timeout: 15_000 });
    await page.keyboard.press('e');
    const selected = app.outline.getByRole('treeitem', { selected: true });
    await expect(selected).toContainText('dynamicsShap', { timeout: 15_000 });
    await expect(page.getByRole('region', { name: 'Outline', exact: true })).toContainText(
      /\/OpenSCENARIO\/Storyboard\/.*Dynamics/,
    );
  });
}

test('the outline is opened, closed and searched', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.pick([written('huge.xosc', text)]);
  await expect(app.word).toHaveText(/^invalid$/i, { timeout: 30_000 });
  await page.keyboard.press('e');
  const row = (name: RegExp) => app.outline.getByRole('treeitem').filter({ hasText: name });
  await expect(row(/^\s*OpenSCENARIO/)).toHaveAttribute('aria-expanded', 'true');
  await expect(row(/^\s*FileHeader/)).toContainText('revMajor');
  await app.outline.focus();
  await row(/^\s*Entities/).click();
  await page.keyboard.press('ArrowRight');
  await expect(row(/^\s*Entities/)).toHaveAttribute('aria-expanded', 'true');
  await expect(row(/^\s*(ScenarioObject|lines)/).first()).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(row(/^\s*(ScenarioObject|lines)/)).toHaveCount(0);

  const search = page.getByRole('searchbox', { name: 'Find names and values' });
  await search.fill('Vehicle_00077');
  const region = page.getByRole('region', { name: 'Outline', exact: true });
  await expect(region).toContainText(/^(?!.*searched).*[1-9]\d* match/s, { timeout: 30_000 });
  await expect(row(/Vehicle_00077/).first()).toBeVisible();
  await row(/Vehicle_00077/)
    .first()
    .dblclick();
  await expect(app.source.locator('.current-line')).toContainText('Vehicle_00077');
});

test('one tag that does not end is told, and the other file is checked', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('For one file, at most').selectOption({ label: '250 MB' });
  await page.keyboard.press('Escape');
  const endless = valid.replace('<Entities/>', `<Entities a="${'0123456789'.repeat(20_000_000)}/>`);
  const files = [written('endless.xosc', endless), written('small.xosc', valid)];
  await app.pick(files);
  await expect(app.files.getByRole('row').filter({ hasText: 'small.xosc' })).toContainText(
    /valid/i,
  );
  await app.files.getByRole('row').filter({ hasText: 'endless.xosc' }).click();
  await expect(app.word).toHaveText(/^malformed$/i);
  await expect(app.findings).toContainText('more than 250 MB of memory');
});
