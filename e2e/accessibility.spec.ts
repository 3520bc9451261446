import type { Page } from '@playwright/test';
import { App } from './app';
import { violations } from './axe';
import { invalid, malformed, valid } from './documents';
import { expect, test } from './test';

async function openReport(page: Page): Promise<App> {
  const app = new App(page);
  await app.open();
  await app.drop([
    { name: 'a.xosc', content: valid },
    { name: 'b.xosc', content: invalid },
    { name: 'c.xosc', content: malformed },
  ]);
  await app.files.getByRole('row').filter({ hasText: 'b.xosc' }).click();
  await page.keyboard.press('n');
  await expect(app.source.locator('.cm-content')).toBeVisible();
  return app;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('nothing serious on the welcome screen', { tag: '@web-40' }, async ({ page }) => {
      await new App(page).open();
      expect(await violations(page)).toEqual([]);
    });

    test(
      'nothing serious in the report, with source and with outline',
      { tag: '@web-40' },
      async ({ page }) => {
        const app = await openReport(page);
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('e');
        await expect(app.outline).toBeVisible();
        expect(await violations(page)).toEqual([]);
      },
    );

    test('nothing serious where a rule is explained, and where a place is shown for another', async ({
      page,
    }) => {
      const app = new App(page);
      await app.open();
      await app.drop([{ name: 'c.xosc', content: malformed }]);
      await page.keyboard.press('x');
      await expect(app.explanation).toContainText('Source');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('l');
      await expect(page.getByRole('button', { name: 'Back to the finding' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('nothing serious in help and settings', async ({ page }) => {
      await openReport(page);
      for (const key of ['?', ',']) {
        await page.keyboard.press(key);
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      }
    });
  });
}

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing sticks out sideways', { tag: '@web-42' }, async ({ page }) => {
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const app = new App(page);
    await app.open();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await app.openSample('Misspelt names');
    for (const pane of ['1', '2', '3']) {
      await page.keyboard.press(pane);
      expect(await overflow()).toBeLessThanOrEqual(0);
    }
    expect(await violations(page)).toEqual([]);
  });
});

test('with reduced motion nothing moves', { tag: '@web-42' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReport(page);
  const longest = await page.evaluate(() =>
    Math.max(
      // A caret that blinks moves nothing.
      ...[...document.querySelectorAll(':not(.cm-cursorLayer)')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return `${transitionDuration},${animationDuration}`
          .split(',')
          .map((duration) => parseFloat(duration) * (duration.trim().endsWith('ms') ? 1 : 1000));
      }),
    ),
  );
  expect(longest).toBeLessThanOrEqual(1);
});
