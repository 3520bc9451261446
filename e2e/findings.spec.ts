import { App } from './app';
import { withMistakes } from './documents';
import { expect, test } from './test';

test('keys go from finding to finding, and back', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'many.xosc', content: withMistakes(4) }]);
  await page.keyboard.press('n');
  const first = await app.current.innerText();
  await page.keyboard.press('j');
  await expect(app.current).not.toHaveText(first);
  await page.keyboard.press('F8');
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('p');
  expect(await app.current.innerText()).toBe(first);
});

test('next and previous obey the filter', { tag: '@web-41' }, async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'many.xosc', content: withMistakes(3) }]);
  await page.keyboard.press('/');
  await page.keyboard.type('entryNme');
  await page.keyboard.press('Escape');
  await page.getByLabel('Filter findings').fill('entryNme');
  await page.getByLabel('Filter findings').blur();
  for (let count = 0; count < 4; count++) {
    await page.keyboard.press('n');
    await expect(app.current).toContainText('entryNme');
  }
});

test('thousands of findings leave the page small, and End shows the last', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'thousands.xosc', content: withMistakes(2500) }]);
  expect(await app.findings.getByRole('treeitem').count()).toBeLessThan(80);
  await app.findings.focus();
  await page.keyboard.press('End');
  await expect(app.current).toContainText(/2506:/);
  await expect(app.current).toBeInViewport();
});

test('the outline opens by keys', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'many.xosc', content: withMistakes(3) }]);
  await page.keyboard.press('e');
  await expect(app.outline).toBeVisible();
  await app.outline.focus();
  await page.keyboard.press('Home');
  await expect(app.outline.getByRole('treeitem', { selected: true })).toContainText('OpenSCENARIO');
});
