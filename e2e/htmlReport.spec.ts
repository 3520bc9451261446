import AxeBuilder from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/lib/project.mjs';
import { invalid, malformed, senseless, valid, withMistakes } from './documents';

/* A report in HTML, as it lies on somebody’s disk. The app takes no part in it. */

const hostile = '<img src=x onerror=alert(1)>';

/** The address of a report that the command line has written on these files. */
function reportOn(files: Record<string, string>, info: TestInfo): string {
  const folder = info.outputPath('files');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const page = info.outputPath('report.html');
  const command = join(root, 'bin', 'scrutineer.mjs');
  const args = ['check', 'files', '-o', 'report.html', '--excerpts'];
  const { stderr } = spawnSync(process.execPath, [command, ...args], { cwd: info.outputPath() });
  expect(stderr.toString()).toBe('');
  return pathToFileURL(page).href;
}

/** Opens a page, and tells what it asked for besides itself, or complained about. */
async function open(page: Page, address: string): Promise<string[]> {
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith('data:')) troubles.push(url);
  });
  await page.goto(address);
  return troubles;
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const files = {
  'a valid.xosc': valid,
  'b invalid.xosc': invalid,
  'c malformed.xosc': malformed,
  'd senseless.xosc': senseless,
  [`e ${hostile.replaceAll('/', '')}.xosc`]: invalid,
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('opens from a disk, asks for nothing, and runs nothing', async ({ page }, info) => {
      const troubles = await open(page, reportOn(files, info));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('4 of 5 invalid');
      await expect(page.locator('script, img, link, iframe')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 3, name: hostile })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      expect(troubles).toEqual([]);
    });
  });
}

test('shows findings by severity, goes from a file and a finding to what belongs to it', async ({
  page,
}, info) => {
  await open(page, reportOn(files, info));
  const errors = page.locator('.finding.error');
  await expect(errors).toHaveCount(3);
  await expect(errors.first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Errors 3' }).uncheck();
  await expect(errors.first()).toBeHidden();
  await expect(page.locator('.finding.critical')).toBeVisible();
  await page.getByRole('link', { name: 'c malformed.xosc' }).click();
  await expect(page.locator('.file:target')).toContainText('c malformed.xosc');
  await page.locator('.finding.critical').getByRole('link').click();
  await expect(page.locator('article:target')).toBeInViewport();
});

test('has room on a narrow screen, and shows on paper what is folded away', async ({
  page,
}, info) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const many = { 'many.xosc': withMistakes(250), 'few.xosc': invalid };
  await open(page, reportOn(many, info));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);
  const last = page.locator('.file', { hasText: 'many.xosc' }).locator('.finding').last();
  await expect(last).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(last).toBeVisible();
});
