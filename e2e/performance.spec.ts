import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { scenario } from '../bench/scenario';
import { App } from './app';
import { violations } from './axe';
import { invalid, malformed, valid } from './documents';
import { expect, test } from './test';

const files = [
  { name: 'secret/valid.xosc', content: valid },
  { name: 'invalid.xosc', content: invalid },
  { name: 'malformed.xosc', content: malformed },
  { name: 'half-a-megabyte.xosc', content: scenario(500_000, 'mixed') },
];

/** The performance page, as a person finds it. */
class PerformancePage {
  readonly dialog: Locator;
  readonly runs: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Performance' });
    this.runs = this.dialog.getByRole('listbox', { name: 'Last runs' }).getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('m');
    await expect(this.panel('Workers')).toBeVisible();
  }

  panel(name: string): Locator {
    return this.dialog.getByRole('region', { name, exact: true });
  }

  /** The first cell of a row of the stages' table of the chosen run. */
  stage(name: string): Locator {
    const row = this.dialog
      .getByRole('row')
      .filter({ has: this.page.getByText(name, { exact: true }) });
    return row.first().getByRole('cell').first();
  }
}

test('tells where the time of each file went, by mouse and by keys', async ({ page }) => {
  const app = new App(page);
  await app.open();
  const performance = new PerformancePage(page);
  await performance.open();
  await expect(performance.panel('Last runs')).toContainText('Nothing was measured yet');
  await expect(performance.dialog.getByRole('button', { name: 'Measure again' })).toBeDisabled();

  // What is dropped there is checked, and shows there.
  await app.drop(files);
  await expect(performance.runs).toHaveCount(files.length);
  await expect(performance.stage('Read')).toHaveText(/^\d+\.\d\d$/);
  await expect(performance.panel('Workers')).toContainText(/of \d+ busy/);
  await expect(performance.panel('By size')).toContainText('under 10 KB');
  await expect(performance.panel('Over time').getByRole('img')).toHaveCount(2);
  await expect(performance.panel('Over time').locator('canvas')).toHaveCount(2);

  const [first, second] = [performance.runs.nth(0), performance.runs.nth(1)];
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(second).toHaveAccessibleName(/; .*Read .* ms, \d+%/);
  await page.keyboard.press('End');
  await expect(performance.runs.last()).toBeFocused();
  await performance.dialog.getByRole('button', { name: 'by share' }).click();
  await expect(first.locator('.bar')).toHaveCSS('width', await barWidth(second));

  await page.keyboard.press('Escape');
  await expect(performance.dialog).toBeHidden();
  await expect(app.verdict).toBeVisible();
});

async function barWidth(row: Locator): Promise<string> {
  return row.locator('.bar').evaluate((bar) => getComputedStyle(bar).width);
}

test('measures again what is known, and tells the schema’s part apart', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop(files);
  const performance = new PerformancePage(page);
  await performance.open();
  await expect(performance.runs).toHaveCount(files.length);
  // Nobody looked: the tokenizer’s pass is one figure.
  await expect(performance.panel('Percentiles')).toContainText('Tokenize + structure');
  await expect(
    performance.panel('Percentiles').getByText('Structure', { exact: true }),
  ).toHaveCount(0);
  await performance.dialog.getByRole('button', { name: 'Measure again' }).click();
  await expect(performance.runs).toHaveCount(files.length * 2);
  await expect(
    performance.panel('Percentiles').getByText('Structure', { exact: true }),
  ).toBeVisible();
  await expect(performance.runs.filter({ hasText: 'from cache' })).toHaveCount(0);
});

test('gives all figures as JSON, and no name of a file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = new App(page);
  await app.open();
  await app.drop(files);
  const performance = new PerformancePage(page);
  await performance.open();
  await expect(performance.runs).toHaveCount(files.length);
  const downloading = page.waitForEvent('download');
  await performance.dialog.getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('scrutineer-performance.json');
  const text = readFileSync(await download.path(), 'utf8');
  const exported = JSON.parse(text) as Record<string, unknown>;
  expect(exported).toMatchObject({
    scrutineerPerformance: 1,
    simd: true,
    totals: { files: files.length, broken: 0 },
  });
  expect(exported['runs']).toHaveLength(files.length);
  for (const { name } of files) expect(text).not.toContain(name);
  await performance.dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(performance.dialog.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ scrutineerPerformance: 1 });
});

test('tunes with a file of its own, says what came of it, and can be stopped', async ({ page }) => {
  const app = new App(page);
  await app.open();
  const performance = new PerformancePage(page);
  await performance.open();
  const tune = performance.panel('Tune');
  await tune.getByRole('button', { name: 'Tune' }).click();
  await tune.getByRole('button', { name: 'Stop' }).click();
  await expect(tune.getByRole('button', { name: 'Tune' })).toBeVisible();
  await expect(tune.getByRole('table')).toHaveCount(0);

  await tune.getByRole('button', { name: 'Tune' }).click();
  await expect(tune.getByText(/^(Nothing is provably faster|Kept: )/)).toBeVisible({
    timeout: 45_000,
  });
  await expect(tune.getByRole('table')).toHaveCount(2);
  await expect(tune).toContainText('every result was the same');
  // Tuning is no run of a person’s files.
  await expect(performance.panel('Last runs')).toContainText('Nothing was measured yet');
});

test('what was tuned is used at the next visit, until it is taken back', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await keepSetting(page, 'tuning', { workers: 1, chunkBytes: 65536 });
  await app.open();
  const performance = new PerformancePage(page);
  await performance.open();
  const tune = performance.panel('Tune');
  await expect(tune).toContainText('1 worker, chunks of 64 KiB, tuned');
  await expect(performance.panel('Workers')).toContainText('0 of 1 busy');
  await tune.getByRole('button', { name: 'Back to defaults' }).click();
  await expect(tune).toContainText('the defaults');
  await app.open();
  await performance.open();
  await expect(tune).toContainText('chunks of 256 KiB, the defaults');
});

test('says what is over its budget, and what to do', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop(files);
  const performance = new PerformancePage(page);
  await performance.open();
  await expect(performance.dialog.getByRole('list', { name: 'Notices' })).toHaveCount(0);
  const memory = performance.panel('Budgets').getByLabel('Memory');
  await memory.fill('1');
  await memory.press('Enter');
  await expect(performance.dialog.getByRole('list', { name: 'Notices' })).toContainText(
    'the budget is 1 MB',
  );
  // Who has closed the page is told that there is something to look at.
  await page.keyboard.press('Escape');
  await app.drop([{ name: 'another.xosc', content: valid }]);
  await page.getByRole('button', { name: 'Performance, 1 notice' }).click();
  await performance.panel('Budgets').getByRole('button', { name: 'Back to defaults' }).click();
  await expect(memory).toHaveValue('400');
  await expect(performance.dialog.getByRole('list', { name: 'Notices' })).toHaveCount(0);
});

test('says so where it cannot be fetched itself, and tries again', async ({ page, troubles }) => {
  const app = new App(page);
  await app.open();
  let cut = true;
  await page.route('**/content-*.js', (route) => (cut ? route.abort() : route.continue()));
  await page.keyboard.press('m');
  const performance = new PerformancePage(page);
  await expect(performance.dialog.getByRole('alert')).toContainText(
    'The page could not be fetched',
  );
  cut = false;
  await performance.dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(performance.panel('Workers')).toBeVisible();
  // What the browser says of it is meant to be said.
  troubles.splice(0);
});

test('says so where its plots cannot be fetched', async ({ page, troubles }) => {
  await page.route('**/plot-*.js', (route) => route.abort());
  const app = new App(page);
  await app.open();
  const performance = new PerformancePage(page);
  await performance.open();
  await expect(performance.panel('Over time').getByRole('alert')).toHaveCount(2);
  // What the browser says of it is meant to be said.
  troubles.splice(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious for those who see or hear it otherwise, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const app = new App(page);
    await app.open();
    const performance = new PerformancePage(page);
    await performance.open();
    expect(await violations(page)).toEqual([]);
    await app.drop(files);
    await expect(performance.runs).toHaveCount(files.length);
    await expect(performance.panel('Over time').locator('canvas')).toHaveCount(2);
    expect(await violations(page)).toEqual([]);
  });
}

test('nothing sticks out sideways in a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const app = new App(page);
  await app.open();
  await app.drop(files);
  const performance = new PerformancePage(page);
  await performance.open();
  await expect(performance.runs).toHaveCount(files.length);
  const overflow = await performance.dialog.evaluate((dialog) => {
    const body = dialog.querySelector('.body');
    return Math.max(
      document.documentElement.scrollWidth - innerWidth,
      body ? body.scrollWidth - body.clientWidth : 0,
    );
  });
  expect(overflow).toBeLessThanOrEqual(0);
});

test('without SIMD the page says what is missing, and so does each file', async ({ page }) => {
  await page.addInitScript(() => {
    const { validate } = WebAssembly;
    // As an engine of 2018 would judge: what knows no vectors refuses their opcodes.
    WebAssembly.validate = (bytes) => {
      const all = ArrayBuffer.isView(bytes)
        ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : new Uint8Array(bytes);
      return !all.includes(0xfd) && validate(bytes);
    };
  });
  await page.goto('./');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('This browser’s WebAssembly has no SIMD.');
  await expect(page.getByRole('alert')).toContainText('Safari 16.4');
  expect(await violations(page)).toEqual([]);
  const app = new App(page);
  await app.drop([{ name: 'a.xosc', content: valid }]);
  await expect(app.findings).toContainText('this browser has WebAssembly without SIMD');
});

/** Writes down a setting as an earlier visit would have. */
async function keepSetting(page: Page, name: string, value: unknown): Promise<void> {
  await page.evaluate(
    ([key, kept]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('scrutineer-settings');
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('settings', 'readwrite');
          transaction.objectStore('settings').put(kept, key as string);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [name, value],
  );
}
