import type { Page } from '@playwright/test';
import { App } from './app';
import { invalid, valid } from './documents';
import { expect, test } from './test';

/** Has the folder picker choose a folder of the origin private file system: no dialog can be used here. */
async function choosing(page: Page, files: Record<string, string>): Promise<void> {
  await page.addInitScript((contents) => {
    window.showDirectoryPicker = async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('scenarios', { create: true });
      for (const [name, text] of Object.entries(contents)) {
        const file = await folder.getFileHandle(name, { create: true });
        const writer = await file.createWritable();
        await writer.write(text);
        await writer.close();
      }
      return folder;
    };
  }, files);
}

const recent = (page: Page) => page.getByRole('region', { name: 'Recent folders' });

test('a folder that was opened is offered again, and forgotten when asked', async ({ page }) => {
  await choosing(page, { 'wrong.xosc': invalid, 'right.xosc': valid });
  const app = new App(page);
  await app.open();
  await expect(recent(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Open folder' }).click();
  await app.finished();
  await expect(app.findings).toContainText('RoadNetwrk');
  await expect(app.files).toContainText('scenarios/');

  await app.open();
  await recent(page)
    .getByRole('button', { name: /^scenarios/ })
    .click();
  await app.finished();
  await expect(app.findings).toContainText('RoadNetwrk');

  await app.open();
  await recent(page).getByRole('button', { name: 'Forget the folder scenarios' }).click();
  await expect(recent(page)).toHaveCount(0);
  await app.open();
  await expect(recent(page)).toHaveCount(0);
});

test('what may not be read is said, and nothing is opened', async ({ page }) => {
  await choosing(page, { 'wrong.xosc': invalid });
  await page.addInitScript(() => {
    const denied = (): Promise<PermissionState> => Promise.resolve('denied');
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: denied,
      requestPermission: denied,
    });
  });
  const app = new App(page);
  await app.open();
  await page.keyboard.press('Shift+O');
  await app.finished();
  await app.open();
  await recent(page)
    .getByRole('button', { name: /^scenarios/ })
    .click();
  await expect(
    page.getByText('The browser does not let this page read the folder “scenarios”.'),
  ).toBeVisible();
  await expect(app.samples).toHaveCount(6);
});

test('a picker that is closed changes nothing; one that is refused gives way to another', async ({
  page,
}) => {
  await page.addInitScript(() => {
    let calls = 0;
    window.showDirectoryPicker = () =>
      Promise.reject(new DOMException('', calls++ === 0 ? 'AbortError' : 'SecurityError'));
  });
  const app = new App(page);
  await app.open();
  await page.getByRole('button', { name: 'Open folder' }).click();
  await expect(app.samples).toHaveCount(6);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open folder' }).click();
  await chooser;
});
