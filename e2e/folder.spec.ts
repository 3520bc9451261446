import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from './app';
import { valid } from './documents';
import { expect, test } from './test';

/** A scenario whose vehicle is in a catalog beside it. */
const scenario = valid
  .replace(
    '<CatalogLocations/>',
    '<CatalogLocations><VehicleCatalog><Directory path="catalogs"/></VehicleCatalog></CatalogLocations>',
  )
  .replace(
    '<Entities/>',
    '<Entities><ScenarioObject name="Ego"><CatalogReference catalogName="Cars" entryName="cab"/></ScenarioObject></Entities>',
  );

/** A catalog that has no entry of that name. */
const catalog = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSCENARIO>
  <FileHeader revMajor="1" revMinor="2" date="2024-03-01T09:30:00" author="Test" description="Small"/>
  <Catalog name="Cars"/>
</OpenSCENARIO>
`;

test('a file that was given alone asks for its folder, and is shown there', async ({
  page,
}, info) => {
  const folder = info.outputPath('project');
  mkdirSync(join(folder, 'catalogs'), { recursive: true });
  writeFileSync(join(folder, 'a.xosc'), scenario);
  writeFileSync(join(folder, 'catalogs', 'Cars.xosc'), catalog);
  // Nothing can be chosen in the picker of the File System Access API without a person.
  await page.addInitScript(() => delete window.showDirectoryPicker);
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a.xosc', content: scenario }]);
  await app.findings.getByRole('treeitem').filter({ hasText: 'catalogs' }).click();
  const chooser = page.waitForEvent('filechooser');
  await app.current.getByRole('button', { name: 'Open the folder…' }).click();
  await (await chooser).setFiles(folder);
  await app.finished();
  await expect(app.files.getByRole('row', { selected: true })).toContainText('project/');
  await expect(app.files.getByRole('row')).toHaveCount(3);

  await expect(app.findings.getByRole('treeitem').filter({ hasText: 'cab' })).toHaveCount(1);
  await app.findings.getByRole('treeitem').filter({ hasText: 'cab' }).click();
  await app.current.getByRole('button', { name: /project\/catalogs\/Cars\.xosc/ }).click();
  await expect(app.source.locator('.current-line')).toContainText('<Catalog name="Cars"/>');
  await page.keyboard.press('b');
  await expect(app.source.locator('.current-line')).toContainText('ScenarioObject');
});
