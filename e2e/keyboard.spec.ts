import { App } from './app';
import { invalid, valid } from './documents';
import { expect, test } from './test';

test(
  'everything by keys: a sample, its findings, its outline, another file, help',
  { tag: '@web-41' },
  async ({ page }) => {
    const app = new App(page);
    await app.open();
    await app.samples.filter({ hasText: 'Misspelt names' }).focus();
    await page.keyboard.press('Enter');
    await app.finished();

    await page.keyboard.press('n');
    await expect(app.current).toBeVisible();
    await page.keyboard.press('2');
    await expect(page.locator('[data-pane="findings"]')).toBeFocused();
    await page.keyboard.press('e');
    await expect(app.outline).toBeVisible();
    await page.keyboard.press('s');
    await expect(app.source).toBeVisible();

    await page.keyboard.press('?');
    const help = page.getByRole('dialog');
    await expect(help).toContainText('Next finding');
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
  },
);

test('jumping to a file by a part of its name', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([
    { name: 'motorway.xosc', content: valid },
    { name: 'roundabout.xosc', content: invalid },
  ]);
  await page.keyboard.press('g');
  await page.getByRole('combobox', { name: 'Jump to a file' }).fill('rndab');
  await page.keyboard.press('Enter');
  await expect(app.files.getByRole('row', { selected: true })).toContainText('roundabout.xosc');
});

test('where the focus is can be seen', { tag: '@web-41' }, async ({ page }) => {
  await new App(page).open();
  for (let count = 0; count < 6; count++) {
    await page.keyboard.press('Tab');
    const outlined = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'nothing has the focus';
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      const visible = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
      return visible || boxShadow !== 'none' ? 'visible' : `hidden on ${focused.outerHTML}`;
    });
    expect(outlined).toBe('visible');
  }
});
