import type { Locator, Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from './app';
import { violations } from './axe';
import { invalid, senseless, valid, withMistakes } from './documents';
import { expect, test } from './test';

/** The page that compares two reports. */
class Compare {
  readonly dialog: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly before: Locator;
  readonly after: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Compare' });
    this.list = this.dialog.getByRole('tree', { name: 'Compared findings' });
    this.rows = this.list.getByRole('treeitem');
    this.before = this.dialog.getByRole('combobox', { name: 'Before' });
    this.after = this.dialog.getByRole('combobox', { name: 'After' });
  }

  /** The number that lists the findings of a change, or leaves them out. */
  tile(change: 'new' | 'fixed' | 'remaining'): Locator {
    return this.dialog.getByRole('button', { name: new RegExp(`^[\\d,]+ ${change}`) });
  }

  /** How many findings are new, fixed and remaining. */
  async expectCounts(fresh: number, fixed: number, remaining: number): Promise<void> {
    await expect(this.tile('new')).toContainText(`${fresh} new`);
    await expect(this.tile('fixed')).toContainText(`${fixed} fixed`);
    await expect(this.tile('remaining')).toContainText(`${remaining} remaining`);
  }
}

/** Folders `old` and `new` with some files each, below one that is opened. */
async function openFolders(app: App, folder: string): Promise<void> {
  const files: Record<string, string> = {
    'old/a.xosc': withMistakes(3),
    'new/a.xosc': withMistakes(2).replace('  <Entities>', '\n\n  <!-- Moved -->\n  <Entities>'),
    'old/gone.xosc': invalid,
    'old/same.xosc': valid,
    'new/same.xosc': valid,
    'new/come.xosc': senseless,
    'old/renamed.xosc': valid + '<!-- moved -->\n',
    'new/deeper/named.xosc': valid + '<!-- moved -->\n',
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  await app.open();
  await app.pickFolder(folder);
}

test('two folders: findings that moved remain, whatever their lines', async ({ page }, info) => {
  const app = new App(page);
  await openFolders(app, info.outputPath('project'));
  await page.keyboard.press('c');
  const compare = new Compare(page);
  await expect(compare.before).toHaveValue('part project/old/');
  await expect(compare.after).toHaveValue('part project/new/');
  await expect(compare.rows.filter({ hasText: 'a.xosc' })).toHaveCount(1);
  const moved = compare.rows.filter({ hasText: 'remaining' });
  await expect(moved.first()).toContainText(/7:\d+ → 10:\d+/);
  await expect(compare.rows.filter({ hasText: 'only in the earlier report' })).toContainText(
    'gone.xosc',
  );
  await expect(compare.rows.filter({ hasText: 'only in the later report' })).toContainText(
    'come.xosc',
  );
  const remaining = await moved.count();
  expect(remaining).toBeGreaterThan(0);

  await compare.tile('remaining').click();
  await expect(moved).toHaveCount(0);
  await compare.dialog.getByRole('button', { name: 'Swap before and after' }).click();
  await expect(compare.before).toHaveValue('part project/new/');
  await expect(compare.rows.filter({ hasText: 'only in the later report' })).toContainText(
    'gone.xosc',
  );
  await compare.tile('remaining').click();
  await expect(moved).toHaveCount(remaining);
});

test('a file that is changed and given again is compared with what it was', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a.xosc', content: withMistakes(3) }]);
  await page.keyboard.press('c');
  const compare = new Compare(page);
  await expect(compare.dialog).toContainText('Nothing to compare with yet');
  await app.drop([{ name: 'a.xosc', content: withMistakes(1) }]);
  await expect(compare.before).toHaveValue('earlier');
  await expect(compare.tile('new')).toContainText('0 new');
  await expect(compare.rows.filter({ hasText: 'fixed' }).first()).toBeVisible();

  // What is gone cannot be looked at; what remains can.
  await compare.rows.filter({ hasText: 'fixed' }).nth(1).click();
  await expect(compare.dialog).toContainText('Its place is not shown on this page');
  await compare.rows.filter({ hasText: 'remaining' }).last().click();
  await expect(compare.dialog).toBeHidden();
  await expect(app.current).toHaveCount(1);
  await expect(app.source.locator('.current-line')).toContainText('Vehicle_0');
});

/** Opens a link to the report on a file in a page of its own. */
async function openLinkTo(page: Page, content: string): Promise<App> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a.xosc', content }]);
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const there = new App(await page.context().newPage());
  await there.page.goto(link);
  await there.finished();
  return there;
}

test('a report from a link is compared with the file as it is by now', async ({ page }) => {
  const there = await openLinkTo(page, withMistakes(3));
  await there.drop([{ name: 'a.xosc', content: withMistakes(1) }]);
  await there.page.keyboard.press('c');
  const compare = new Compare(there.page);
  await expect(compare.before.locator('option:checked')).toContainText('Report from a link');
  await expect(compare.after).toHaveValue('here');
  await expect(compare.tile('new')).toContainText('0 new');
  await expect(compare.rows.filter({ hasText: 'remaining' }).first()).toBeVisible();

  // What is gone from the file is still in the report.
  await compare.rows.filter({ hasText: 'fixed' }).last().click();
  await expect(compare.dialog).toBeHidden();
  await expect(there.current).toHaveCount(1);
});

test('a report from a link is compared with the same file, once that is checked here', async ({
  page,
}) => {
  const there = await openLinkTo(page, withMistakes(3));
  await there.drop([{ name: 'a.xosc', content: withMistakes(3) }]);
  await there.page.keyboard.press('c');
  const { dialog } = new Compare(there.page);
  await dialog.getByRole('button', { name: 'Check here' }).click();
  await expect(dialog.getByText('Nothing changed')).toBeVisible();
});

test('checked again without a change, nothing changed', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a.xosc', content: invalid }]);
  await page.keyboard.press('r');
  await app.finished();
  await page.keyboard.press('c');
  const compare = new Compare(page);
  await expect(compare.dialog.getByText('Nothing changed')).toBeVisible();
  await compare.expectCounts(0, 0, await compare.rows.filter({ hasText: 'remaining' }).count());
});

test('by keyboard: filtered, gone through, and gone to', async ({ page }, info) => {
  const app = new App(page);
  await openFolders(app, info.outputPath('project'));
  await page.keyboard.press('c');
  const compare = new Compare(page);
  await expect(compare.rows.first()).toBeVisible();
  await compare.dialog.getByRole('searchbox').fill('RoadNetwrk');
  await expect(compare.rows).not.toHaveCount(0);
  const found = compare.rows.filter({ hasText: 'RoadNetwrk' });
  await expect(found.first()).toBeVisible();
  await compare.list.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(compare.dialog).toBeHidden();
  await expect(app.current).toContainText('RoadNetwrk');
});

test('as Markdown, with what is listed', async ({ page, context }, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = new App(page);
  await openFolders(app, info.outputPath('project'));
  await page.keyboard.press('c');
  const compare = new Compare(page);
  await compare.tile('remaining').click();
  await compare.dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(compare.dialog.getByText('Copied')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^\*\*\d+ new, \d+ fixed, \d+ remaining\*\*/);
  expect(text).toContain('### `project/old/gone.xosc` (only in the earlier report)');
  expect(text).toContain('- **fixed** error was at 5:3: ');
  expect(text).not.toContain('**remaining**');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious stands in anyone’s way, ${colorScheme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme });
    const app = new App(page);
    await openFolders(app, info.outputPath('project'));
    await page.keyboard.press('c');
    const compare = new Compare(page);
    await expect(compare.rows.first()).toBeVisible();
    await compare.list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
  });
}

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing sticks out sideways', async ({ page }, info) => {
    const app = new App(page);
    await openFolders(app, info.outputPath('project'));
    await page.keyboard.press('c');
    const compare = new Compare(page);
    await expect(compare.rows.first()).toBeVisible();
    const overflow = await compare.dialog.evaluate((dialog) =>
      Math.max(
        document.documentElement.scrollWidth - innerWidth,
        ...[...dialog.querySelectorAll('*')].map(
          (element) => element.getBoundingClientRect().right - innerWidth,
        ),
      ),
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
