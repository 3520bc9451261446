import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/lib/project.mjs';
import { linkFor } from '../src/findings/link/linkFor';
import { decodeLink } from '../src/findings/link/decodeLink';
import { linkTables } from '../src/formats/openscenario/link/tables';
import { App } from './app';
import { expect, test } from './test';

/* Links to reports, as they are opened. The links are made here, as the page makes them. */

const kept = join(root, 'src/findings/link/fixtures/v1');
const names = readdirSync(kept)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace('.txt', ''));

function fragmentOf(name: string): string {
  return readFileSync(join(kept, `${name}.txt`), 'utf8').trim();
}

/** What the list of findings says, line by line. */
async function findingsIn(app: App): Promise<string[]> {
  await expect(app.findings.getByRole('treeitem').first()).toBeVisible();
  return app.findings.getByRole('treeitem').allInnerTexts();
}

test('a link opens the same findings elsewhere', { tag: '@web-18' }, async ({ page, browser }) => {
  const name = 'misspelt-names.xosc';
  const here = new App(page);
  await here.open();
  await here.pickFolder(join(root, 'public/samples'));
  await here.files.getByRole('row').filter({ hasText: name }).click();
  const found = await findingsIn(here);

  const context = await browser.newContext();
  const there = new App(await context.newPage());
  await there.page.goto(`${page.url()}${fragmentOf('samples')}`);
  await there.finished();
  await there.files.getByRole('row').filter({ hasText: name }).click();
  await expect(there.findings.getByRole('treeitem')).toHaveCount(found.length);
  expect(await findingsIn(there)).toEqual(found);
  await context.close();
});

test(
  'twenty findings fit a link of 1,900 characters',
  { tag: '@web-19' },
  async ({ page, baseURL }) => {
    const link = decodeLink(fragmentOf('samples'), [linkTables]);
    if (link === null || 'problem' in link) throw new Error('The link does not open');
    const wish = { base: baseURL ?? '', budget: 1900, excerpts: false, folders: true } as const;
    const made = await linkFor(link.report, wish, [linkTables], new AbortController().signal);
    expect(made.kept.findings).toBe(23);
    expect(made.url.length).toBeLessThanOrEqual(1900);
    expect(made.url).toMatch(/[\w-]$/);
    const app = new App(page);
    await page.goto(made.url);
    await app.finished();
    await expect(app.verdict).toContainText('5 of 7 invalid');
  },
);

test(
  'a link that was cut says so, and shows what is left',
  { tag: '@web-20' },
  async ({ page }) => {
    const app = new App(page);
    await page.goto(`./${fragmentOf('samples').slice(0, -1)}`);
    await app.finished();
    await expect(
      page.getByText(/The link was cut on its way: 1 of its 1,\d+ characters is missing/),
    ).toBeVisible();
    await expect(app.files.getByRole('row').filter({ hasText: '.xosc' })).toHaveCount(6);

    await page.goto('about:blank');
    await page.goto(`./${fragmentOf('samples').slice(0, 40)}`);
    await expect(page.getByText(/too little is left of it to show a report/)).toBeVisible();
    await expect(app.samples).toHaveCount(6);
  },
);

test('a link that was altered, or is newer, says so', async ({ page }) => {
  const whole = fragmentOf('samples');
  await page.goto(`./${whole.slice(0, -9)}AAAA${whole.slice(-5)}`);
  await expect(page.getByText(/The link was altered on its way/)).toBeVisible();
  await page.goto('about:blank');
  await page.goto('./#r2.1000.AAAAAA.AAAA');
  await expect(page.getByText(/made by a newer version of Scrutineer/)).toBeVisible();
});

for (const name of names) {
  test(`a link of version 1 opens: ${name}`, { tag: '@web-22' }, async ({ page }) => {
    const app = new App(page);
    await page.goto(`./${fragmentOf(name)}`);
    await app.finished();
    await expect(app.findings.getByRole('treeitem').first()).toBeVisible();
  });
}

test('what a link says is shown as text', { tag: '@web-23' }, async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const app = new App(page);
  await page.goto(`./${fragmentOf('markup')}`);
  await app.finished();
  await expect(app.findings.getByText('<img src=x onerror="alert(1)">').first()).toBeVisible();
  await app.findings.getByRole('treeitem').last().click();
  await page.waitForTimeout(200);
  await expect(page.locator('img, script:not([src])')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

test('another link in the address takes the place of the one before', async ({ page }) => {
  const app = new App(page);
  await page.goto(`./${fragmentOf('samples')}`);
  await app.finished();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, fragmentOf('everything'));
  await expect(app.files.getByText('überholen')).toBeVisible();
  await expect(app.files.getByText('misspelt-names')).toHaveCount(0);
});

test('a report that is closed leaves the address', async ({ page }) => {
  const app = new App(page);
  await page.goto(`./${fragmentOf('samples')}`);
  await app.finished();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(app.samples).toHaveCount(6);
  await expect(page).toHaveURL(/\/$/);
  await page.reload();
  await expect(app.samples).toHaveCount(6);
});
