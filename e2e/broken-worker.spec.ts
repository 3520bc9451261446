import { App } from './app';
import { valid } from './documents';
import { expect, test } from './test';

test(
  'a worker that breaks costs its file the verdict, and the next file gets one',
  { tag: '@web-37' },
  async ({ page }) => {
    const app = new App(page);
    await app.open();
    await expect.poll(() => page.workers().length).toBe(1);
    const [worker] = page.workers();
    // Nothing is told apart without it.
    await worker?.evaluate(() => {
      TextDecoder.prototype.decode = () => {
        throw new RangeError('broken on purpose');
      };
    });
    await app.drop([{ name: 'first.xosc', content: valid }]);
    await expect(app.findings).toContainText('broken on purpose');
    await page.getByRole('button', { name: 'Clear' }).click();
    await app.drop([{ name: 'second.xosc', content: valid }]);
    await expect(app.word).toHaveText(/^valid$/i);
  },
);
