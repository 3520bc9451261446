import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { products, root } from '../scripts/lib/project.mjs';
import { invalid, valid, withMistakes } from './documents';
import { test } from './hostSite';
import { expect } from './test';

/** What the page around has been told, by whatever way. */
declare global {
  interface Window {
    told: unknown[];
  }
}

async function told(page: Page): Promise<unknown[]> {
  return page.evaluate(() => window.told);
}

test(
  'what is opened before the viewer has started is not lost',
  { tag: '@web-25' },
  async ({ page, site, baseURL }) => {
    const code = `<div id="here"></div>
    <script src="${baseURL ?? ''}embed.js"></script>
    <script>
      window.told = [];
      const viewer = Scrutineer.embed(document.getElementById('here'), {
        file: { name: 'a.xosc', bytes: ${JSON.stringify(invalid)} },
        theme: 'dark',
        onFindings: ({ summary, files }) => told.push(summary, files[0].path),
        onError: (error) => told.push(error),
      });
    </script>`;
    await page.goto(site.put('/', code));
    await expect.poll(() => told(page)).toEqual(['1 error', 'a.xosc']);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');

    await page.evaluate(`viewer.open({ file: [
    { name: 'b.xosc', bytes: new TextEncoder().encode(${JSON.stringify(valid)}) },
    new File([${JSON.stringify(invalid)}], 'c.xosc'),
  ] })`);
    await expect.poll(() => told(page)).toEqual(['1 error', 'a.xosc', '1 error', 'b.xosc']);
    await page.evaluate('viewer.setTheme("light")');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.evaluate('viewer.destroy()');
    await expect(page.locator('iframe')).toHaveCount(0);
  },
);

test('it follows the number of findings where that is wished for, and starts again where it is moved', async ({
  page,
  site,
  baseURL,
}) => {
  const code = `<div id="here"></div><div id="there"></div>
    <script type="module">
      import { embed } from '${baseURL ?? ''}embed.module.js';
      window.told = [];
      window.viewer = embed(document.getElementById('here'), {
        height: 'auto',
        file: { name: 'a.xosc', bytes: ${JSON.stringify(withMistakes(8))} },
        onFindings: ({ summary }) => told.push(summary),
        onError: (error) => told.push(error),
      });
    </script>`;
  await page.goto(site.put('/', code));
  await expect.poll(() => told(page)).toEqual(['8 errors, 8 warnings']);
  const height = async (): Promise<number> =>
    (await page.locator('iframe').boundingBox())?.height ?? 0;
  await expect.poll(height).toBeGreaterThan(500);
  const tree = page.frameLocator('iframe').getByRole('tree', { name: 'Findings' });
  await expect
    .poll(() => tree.evaluate((list) => list.scrollHeight - list.clientHeight))
    .toBeLessThanOrEqual(1);

  await page.evaluate('document.getElementById("there").append(viewer.frame)');
  await expect.poll(() => told(page)).toEqual(['8 errors, 8 warnings', '8 errors, 8 warnings']);
});

test('the element shows what its attributes name, and follows them', async ({
  page,
  site,
  baseURL,
}) => {
  site.put('/files/wrong.xosc', invalid, { 'Content-Type': 'application/xml' });
  site.put('/files/right.xosc', valid, { 'Content-Type': 'application/xml' });
  const code = `<script src="${baseURL ?? ''}embed.js"></script>
    <scrutineer-report src="files/wrong.xosc" theme="dark" height="420"></scrutineer-report>
    <script>
      window.told = [];
      const element = document.querySelector('scrutineer-report');
      element.addEventListener('findings', ({ detail }) => told.push(detail.summary));
      element.addEventListener('error', ({ detail }) => told.push(detail.code));
    </script>`;
  await page.goto(site.put('/', code));
  await expect.poll(() => told(page)).toEqual(['1 error']);
  expect((await page.locator('iframe').boundingBox())?.height).toBe(420);
  await page.evaluate('element.setAttribute("src", "files/right.xosc")');
  await expect.poll(() => told(page)).toEqual(['1 error', 'No findings']);
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate('element.remove()');
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('a viewer that cannot be framed is told of', async ({ page, site, baseURL, troubles }) => {
  await page.clock.install();
  const code = `<script src="${baseURL ?? ''}embed.js"></script><div id="here"></div>
    <script>
      window.told = [];
      Scrutineer.embed(document.getElementById('here'), {
        base: '${site.origin}/nothing/',
        file: { name: 'a.xosc', bytes: 'x' },
        onError: ({ code }) => told.push(code),
      });
    </script>`;
  await page.goto(site.put('/', code));
  await expect.poll(() => page.frames()[1]?.url()).toContain('/nothing/embed.html');
  await page.waitForLoadState();
  await page.clock.runFor(11_000);
  await expect.poll(() => told(page)).toEqual(['no-answer']);
  expect(troubles.filter((trouble) => !/404|escape its sandboxing/.test(trouble))).toEqual([]);
  troubles.length = 0;
});

test('its types are served beside it', async ({ request }) => {
  const response = await request.get('embed.d.ts');
  expect(response.ok()).toBe(true);
  expect(await response.text()).toBe(readFileSync(join(root, 'public/embed.d.ts'), 'utf8'));
  expect(await (await request.get('embed.js')).body()).toHaveLength(
    readFileSync(join(root, products.app.output, 'embed.js')).length,
  );
});
