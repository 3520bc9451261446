import { App } from './app';
import { invalid, valid } from './documents';
import { expect, test } from './test';

/** Large enough for its result to be kept. */
const large = `${invalid}\n<!--${' The road goes on.'.repeat(20_000)} -->\n`;

test('a file that was checked before is not checked again, and that is said', async ({ page }) => {
  const app = new App(page);
  await app.open();
  // A file that is looked at is checked all the same, since more than its findings is wanted then.
  await app.drop([
    { name: 'a.xosc', content: large },
    { name: 'small.xosc', content: valid },
  ]);
  await expect(app.verdict.getByText('from cache')).toHaveCount(0);
  // Results are written when there is time.
  await expect
    .poll(async () => {
      await app.open();
      await app.drop([
        { name: 'b.xosc', content: large },
        { name: 'small.xosc', content: valid },
      ]);
      return app.verdict.getByText('from cache').count();
    })
    .toBeGreaterThan(0);
  await expect(app.word).toHaveText(/invalid/i);
  await page.keyboard.press('n');
  await expect(app.current).toContainText('RoadNetwrk');
});

test('without IndexedDB everything works, and one line says what does not', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  });
  const app = new App(page);
  await app.open();
  await app.drop([
    { name: 'a.xosc', content: large },
    { name: 'small.xosc', content: valid },
  ]);
  await expect(app.word).toHaveText(/invalid/i);
  await expect(
    page.getByText(/^Results are .*: the browser does not let this page use its storage\.$/),
  ).toHaveCount(1);
});
