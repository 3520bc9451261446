import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { root } from '../scripts/lib/project.mjs';
import { scenario } from '../bench/scenario';
import { App } from './app';
import { expect, test } from './test';

/*
 * The pictures in the documentation. Each run takes them and keeps them with its results;
 * `npm run screenshots` renews those that are shown, which fonts of another machine would only
 * make look different.
 */

const titles = [
  'Cut-in on a motorway',
  'Misspelt names',
  'Newer than declared',
  'Missing parts',
  'Order and values',
  'Unclosed tag',
];

async function picture(app: App, name: string, info: TestInfo): Promise<void> {
  const shown = join(root, 'docs', 'screenshots', `${name}.png`);
  const renew = ['all', 'changed'].includes(info.config.updateSnapshots) || !existsSync(shown);
  const path = renew ? shown : info.outputPath(`${name}.png`);
  await app.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  await info.attach(name, { path, contentType: 'image/png' });
}

/** The samples of some titles, as files to drop. */
function samplesOf({ page }: App, wanted: string[]): Promise<{ name: string; content: string }[]> {
  return page.evaluate(async (chosen) => {
    const list = (await (await fetch('samples/samples.json')).json()) as {
      file: string;
      title: string;
    }[];
    const files = list.filter(({ title }) => chosen.includes(title));
    return Promise.all(
      files.map(async ({ file }) => ({
        name: file,
        content: await (await fetch(`samples/${file}`)).text(),
      })),
    );
  }, wanted);
}

/** The report on all samples, with a finding of one of them chosen. */
async function openReport(app: App): Promise<void> {
  const { page } = app;
  await app.open();
  const samples = await samplesOf(app, titles);
  expect(samples).toHaveLength(titles.length);
  await app.drop(samples);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(app.current).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 1440, height: 900 } });

    test('welcome', async ({ page }, info) => {
      const app = new App(page);
      await app.open();
      await picture(app, `welcome-${colorScheme}`, info);
    });

    test('report', async ({ page }, info) => {
      const app = new App(page);
      await openReport(app);
      await expect(app.source.locator('.cm-content')).toBeVisible();
      await picture(app, `report-${colorScheme}`, info);
    });

    test('outline', async ({ page }, info) => {
      const app = new App(page);
      await openReport(app);
      await app.files.getByRole('row').filter({ hasText: 'misspelt-names.xosc' }).click();
      await app.findings.getByRole('treeitem').filter({ hasText: 'pedestrain' }).click();
      await page.keyboard.press('e');
      await expect(app.outline.getByRole('treeitem', { selected: true })).toContainText(
        'Pedestrian',
      );
      await picture(app, `outline-${colorScheme}`, info);
    });

    test('share', async ({ page }, info) => {
      const app = new App(page);
      await openReport(app);
      await page.keyboard.press('d');
      const dialog = page.getByRole('dialog', { name: 'Share and save' });
      await expect(dialog.getByLabel('Link to the report')).toHaveValue(/#r1/);
      await picture(app, `share-${colorScheme}`, info);
    });

    test('compare', async ({ page }, info) => {
      const app = new App(page);
      await openReport(app);
      // The same file again, mended in one place and broken in another, is a newer state of it.
      const [sample] = await samplesOf(app, ['Misspelt names']);
      if (!sample) throw new Error('There is no such sample');
      await app.drop([
        {
          ...sample,
          content: sample.content
            .replace('pedestrain', 'pedestrian')
            .replace('<Storyboard>', '<Storybord>'),
        },
      ]);
      await page.keyboard.press('c');
      await expect(page.getByRole('dialog', { name: 'Compare' })).toContainText('fixed');
      await picture(app, `compare-${colorScheme}`, info);
    });

    test('performance', async ({ page }, info) => {
      const app = new App(page);
      await openReport(app);
      const sizes = [400_000, 1_200_000, 3_000_000];
      await app.drop(
        sizes.map((size, at) => ({
          name: `batch/run-${at + 1}.xosc`,
          content: scenario(size, 'mixed'),
        })),
      );
      await page.keyboard.press('m');
      const dialog = page.getByRole('dialog', { name: 'Performance' });
      await dialog.getByRole('button', { name: 'Measure again' }).click();
      // Files that ask for others are checked once more when others have come.
      const runs = 2 * (titles.length + sizes.length);
      await expect.poll(() => dialog.getByRole('option').count()).toBeGreaterThanOrEqual(runs);
      await expect(dialog.locator('canvas')).toHaveCount(2);
      await dialog.getByRole('option').filter({ hasText: 'run-3' }).first().focus();
      await picture(app, `performance-${colorScheme}`, info);
    });
  });

  test.describe(`${colorScheme}, narrow`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });

    test('report', async ({ page }, info) => {
      const app = new App(page);
      await openReport(app);
      await picture(app, `narrow-${colorScheme}`, info);
    });
  });
}
