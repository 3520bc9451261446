import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { products, root } from '../scripts/lib/project.mjs';
import { serveFolder } from '../scripts/lib/server.mjs';
import { App } from './app';
import { invalid } from './documents';
import { expect, test } from './test';

const app = join(root, products.app.output);

/** Serves the app from a folder deep in a site of its own. */
const below = test.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures here
  baseURL: async ({}, use) => {
    const site = mkdtempSync(join(tmpdir(), 'site-'));
    mkdirSync(join(site, 'some', 'folder'), { recursive: true });
    copyFileSync(join(app, '_headers'), join(site, '_headers'));
    symlinkSync(app, join(site, 'some', 'folder', 'app'));
    const server = await serveFolder(site, 0);
    await use(`${server.url}some/folder/app/`);
    await server.close();
    rmSync(site, { recursive: true });
  },
});

below('the app works from any folder of a server', async ({ page }) => {
  const here = new App(page);
  await here.open();
  await here.drop([{ name: 'wrong.xosc', content: invalid }]);
  await expect(here.word).toHaveText(/^invalid$/i);
  await page.keyboard.press('n');
  await expect(here.source.locator('.current-range').last()).toHaveText('RoadNetwrk');
});

below(
  'where no header forbids frames, the app shows nothing of itself in one',
  async ({ page }) => {
    const here = new App(page);
    await here.open();
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = './';
      document.body.append(frame);
    });
    const framed = page.frameLocator('iframe');
    await expect(framed.getByRole('heading')).toHaveText(/not shown within other pages/);
    await expect(framed.getByRole('button')).toHaveCount(0);
  },
);

test('workers that cannot be started are done without, and that is said', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.Worker = function () {
      throw new DOMException('Denied', 'SecurityError');
    } as unknown as typeof Worker;
  });
  const here = new App(page);
  await here.open();
  await here.drop([{ name: 'wrong.xosc', content: invalid }]);
  await expect(here.word).toHaveText(/^invalid$/i);
  await expect(page.getByText(/No worker could be started/)).toBeVisible();
});
