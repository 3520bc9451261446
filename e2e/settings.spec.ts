import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { App } from './app';
import { invalid, senseless } from './documents';
import { expect, test } from './test';

function settings(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Settings' });
}

test('what is checked can be chosen, and files at hand follow', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([
    { name: 'a.xosc', content: invalid },
    { name: 'b.xosc', content: senseless },
  ]);
  const unknown = app.findings.getByRole('treeitem').filter({ hasText: 'Ego' });
  await expect(unknown).toHaveCount(1);
  await page.keyboard.press('n');
  await expect(app.current).toContainText('RoadNetwrk');

  await page.keyboard.press(',');
  await settings(page).getByLabel('Fast').check();
  await expect(settings(page).getByLabel('Semantics')).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(unknown).toHaveCount(0);
  await expect(app.current).toContainText('RoadNetwrk');

  await page.keyboard.press(',');
  await settings(page).getByLabel('Semantics').check();
  await page.keyboard.press('Escape');
  await expect(unknown).toHaveCount(1);
});

test('a rule is found by a part of its name, read, and made a note of', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'b.xosc', content: senseless }]);
  await page.keyboard.press(',');
  const dialog = settings(page);
  await dialog.getByLabel('Find rules').fill('control.resolvable_entity');
  const rule = dialog.getByRole('group', { name: 'Rules' }).getByRole('listitem');
  await expect(rule).toHaveCount(1);
  await rule.locator('summary').click();
  await expect(rule).toContainText('Source');
  await rule.getByRole('combobox').selectOption('Note');
  await expect(dialog.getByRole('button', { name: 'Changed 1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.findings.getByRole('treeitem')).toContainText('note');

  await page.reload();
  await expect(app.samples).toHaveCount(6);
  await app.drop([{ name: 'b.xosc', content: senseless }]);
  await expect(app.findings.getByRole('treeitem')).toContainText('note');
  await page.keyboard.press(',');
  await dialog.getByRole('button', { name: /^Back to the standard/ }).click();
  await page.keyboard.press('Escape');
  await expect(app.findings.getByRole('treeitem')).toContainText('error');
});

test('a settings file in the folder holds for its files, and says so', async ({ page }, info) => {
  const folder = info.outputPath('project');
  mkdirSync(folder);
  writeFileSync(join(folder, '.scrutineer.json'), '{ "rules": { "reference_control.*": "off" } }');
  writeFileSync(join(folder, 'a.xosc'), senseless);
  const app = new App(page);
  await app.open();
  await app.pickFolder(folder);
  await expect(app.verdict).toContainText('Settings from project/.scrutineer.json');
  await expect(app.findings).toHaveCount(0);

  await page.keyboard.press(',');
  await settings(page)
    .getByRole('checkbox', { name: /Follow it/ })
    .uncheck();
  await page.keyboard.press('Escape');
  await expect(app.findings.getByRole('treeitem').filter({ hasText: 'Ego' })).toHaveCount(1);
  await expect(app.verdict).not.toContainText('Settings from');
});

test('mistakes in a settings file are findings in it', async ({ page }, info) => {
  const folder = info.outputPath('project');
  mkdirSync(folder);
  writeFileSync(join(folder, '.scrutineer.json'), '{\n  "presett": "strict"\n}\n');
  writeFileSync(join(folder, 'a.xosc'), senseless);
  const app = new App(page);
  await app.open();
  await app.pickFolder(folder);
  await app.findings.getByRole('treeitem').filter({ hasText: 'presett' }).click();
  await expect(app.current).toContainText('Did you mean preset?');
  await expect(app.source.locator('.current-line')).toContainText('presett');
});
