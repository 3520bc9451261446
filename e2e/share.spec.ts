import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Locator, Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { root } from '../scripts/lib/project.mjs';
import { reportForms } from '../src/findings/writers/forms';
import { App } from './app';
import { violations } from './axe';
import { invalid, senseless, valid, withMistakes } from './documents';
import { expect, test } from './test';

/* Reports that are taken along: by link and by file, and what becomes of them elsewhere. */

// Lists hold the rows alone that are in view: here, all of them are.
const viewport = { width: 1280, height: 1600 };

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport });

/** Each mistake is two findings: an attribute that does not exist, and an entity without a place. */
const twenty = { name: 'twenty.xosc', content: withMistakes(10) };

function dialogIn(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Share and save' });
}

function linkIn(page: Page): Locator {
  return dialogIn(page).getByLabel('Link to the report');
}

/** Follows the link that the dialog shows, as somebody else would. */
async function openLink(app: App): Promise<void> {
  const { page } = app;
  const url = await linkIn(page).inputValue();
  await page.goto('about:blank');
  await page.goto(url);
  await app.finished();
}

/** Opens the dialog, and waits for the report. */
async function share(page: Page): Promise<Locator> {
  await page.keyboard.press('d');
  await expect(linkIn(page)).toHaveValue(/#r1\./);
  return dialogIn(page);
}

async function findingsIn(app: App): Promise<string[]> {
  await expect(app.findings.getByRole('treeitem').first()).toBeVisible();
  return app.findings.getByRole('treeitem').allInnerTexts();
}

function clipboardOf(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function saved(page: Page, form: string): Promise<Download> {
  const coming = page.waitForEvent('download');
  await dialogIn(page)
    .getByRole('button', { name: `Save as ${form}` })
    .click();
  return coming;
}

test(
  'a link of twenty findings is short, and shows the same findings to somebody else',
  { tag: ['@web-18', '@web-19'] },
  async ({ page, browser }) => {
    const here = new App(page);
    await here.open();
    await here.drop([twenty]);
    const dialog = await share(page);
    await expect(dialog).toContainText('All 20 findings');
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(dialog.getByText('Copied')).toBeVisible();
    const url = await clipboardOf(page);
    expect(url).toBe(await linkIn(page).inputValue());
    expect(url.length).toBeLessThanOrEqual(1900);
    expect(url).toMatch(/[A-Za-z0-9_-]$/);
    await page.keyboard.press('Escape');
    const found = await findingsIn(here);

    const context = await browser.newContext({ viewport });
    const there = new App(await context.newPage());
    await there.page.goto(url);
    await there.finished();
    expect(await findingsIn(there)).toEqual(found);
    await expect(there.verdict).toContainText('As received from a link, made by Scrutineer');
    await expect(there.source).toContainText('The file itself is not here');
    await context.close();
  },
);

test(
  'a report that no link can carry is offered as a file',
  { tag: '@web-21' },
  async ({ page }) => {
    const app = new App(page);
    await app.open();
    await app.drop([{ name: 'many.xosc', content: withMistakes(2500) }]);
    const dialog = await share(page);
    await expect(dialog).toContainText('No link can carry all of this report. A file can');
    await expect(dialog).toContainText(/of 5,000 findings/);
    const report = JSON.parse(await textOf(await saved(page, 'JSON'))) as { files: unknown[] };
    expect(JSON.stringify(report.files)).toContain('Vehicle_2499');
  },
);

test('every form is saved as the command line writes it', async ({ page }, info) => {
  const folder = info.outputPath('project');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.xosc'), invalid);
  writeFileSync(join(folder, 'b.xosc'), senseless);
  const app = new App(page);
  await app.open();
  await app.pickFolder(folder);
  for (const excerpts of [false, true]) {
    const dialog = await share(page);
    if (excerpts) {
      await dialog.getByLabel('With source lines').check();
      await expect(dialog).toContainText('names of files and folders, and source lines');
      await expect(linkIn(page)).toHaveValue(/#r1\./);
    }
    for (const { id, title, extension, excerpts: hasPlace } of reportForms) {
      const download = await saved(page, title);
      expect(download.suggestedFilename()).toBe(`project.scrutineer.${extension}`);
      const output = info.outputPath(`project.${id}`);
      const wishes = [
        '--format',
        id,
        '-o',
        output,
        ...(excerpts && hasPlace ? ['--excerpts'] : []),
      ];
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(root, 'bin/scrutineer.mjs'), 'check', ...wishes, 'project'],
        { cwd: info.outputDir, encoding: 'utf8' },
      );
      expect(status, stderr).toBe(1);
      expect(await textOf(download), id).toBe(readFileSync(output, 'utf8'));
    }
    await page.keyboard.press('Escape');
  }
});

test('only the chosen file is shared where that is wished for, without folders', async ({
  page,
}, info) => {
  const folder = info.outputPath('secret-project');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.xosc'), invalid);
  writeFileSync(join(folder, 'b.xosc'), senseless);
  const app = new App(page);
  await app.open();
  await app.pickFolder(folder);
  await app.files.getByRole('row').filter({ hasText: 'b.xosc' }).click();
  const dialog = await share(page);
  await expect(dialog.getByRole('radio', { name: 'Only on' })).toBeChecked();
  const whole = await linkIn(page).inputValue();
  await dialog.getByLabel('With the names of folders').uncheck();
  await expect(linkIn(page)).not.toHaveValue(whole);
  await expect(linkIn(page)).toHaveValue(/#r1\./);
  await page.goto(await linkIn(page).inputValue());
  await page.reload();
  await app.finished();
  await expect(app.verdict).toContainText('b.xosc');
  await expect(page.locator('body')).not.toContainText('secret-project');
  await expect(page.locator('body')).not.toContainText('a.xosc');
});

for (const name of ['b.xosc', 'another-name.xosc']) {
  test(`a received report is joined with its file, here ${name}, which is checked when one wants`, async ({
    page,
  }) => {
    const app = new App(page);
    await app.open();
    await app.drop([{ name: 'b.xosc', content: invalid }]);
    await share(page);
    await openLink(app);
    await page.keyboard.press('n');
    await expect(app.source).toContainText('The file itself is not here');

    await app.drop([{ name, content: invalid }]);
    await expect(app.verdict).toContainText(
      'The file here is the very one that the report is about',
    );
    await expect(app.source.locator('.current-line')).toContainText('RoadNetwrk');
    await page.keyboard.press('e');
    await expect(app.outline).toBeVisible();
    await app.verdict.getByRole('button', { name: 'Check here' }).click();
    await expect(app.verdict).not.toContainText('As received');
    await expect(app.findings).toContainText('RoadNetwrk');
  });
}

test('another version of the file is a file of its own, and is called so', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'b.xosc', content: invalid }]);
  await share(page);
  await openLink(app);
  await app.drop([{ name: 'b.xosc', content: invalid.replace('Small', 'Small, and later') }]);
  await expect(app.files.getByRole('row')).toHaveCount(3);
  await app.files.getByRole('row').filter({ hasText: '(received)' }).click();
  await expect(app.verdict).toContainText('A file here has its name, and another content');
  await app.verdict.getByRole('button', { name: 'b.xosc', exact: true }).click();
  await expect(app.verdict).not.toContainText('As received');
});

test('reports in files open as reports, join what is here, and say so when they are broken', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  await app.drop([twenty]);
  const found = await findingsIn(app);
  const files: { name: string; content: string }[] = [];
  await share(page);
  for (const form of ['JSON', 'SARIF 2.1.0', 'XQAR']) {
    const download = await saved(page, form);
    files.push({ name: download.suggestedFilename(), content: await textOf(download) });
  }
  for (const file of files) {
    await page.reload();
    await app.drop([file]);
    await expect(app.verdict).toContainText(`As received from ${file.name}`);
    expect(await findingsIn(app)).toEqual(found);
    await app.drop([twenty]);
    await expect(app.verdict).toContainText(/[Tt]he file here/);
    await expect(app.source).not.toContainText('The file itself is not here');
    await expect(app.files.getByRole('row')).toHaveCount(1);
  }

  await page.reload();
  const [json] = files;
  if (!json) throw new Error('No report');
  await app.drop([{ name: 'cut.json', content: json.content.slice(0, -200) }]);
  await expect(app.findings.getByRole('treeitem')).toContainText('critical');
  await expect(app.findings.getByRole('treeitem')).toContainText('unreadable-report');
});

test('an archive with nothing but reports, as builds keep them, opens as these', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a.xosc', content: invalid }]);
  await share(page);
  const reports: Record<string, Uint8Array> = {};
  for (const form of ['JSON', 'SARIF 2.1.0']) {
    const download = await saved(page, form);
    reports[download.suggestedFilename()] = strToU8(await textOf(download));
  }
  await page.reload();
  await app.drop([{ name: 'artifacts.zip', content: zipSync(reports) }]);
  await expect(app.verdict).toContainText(/As received.*\.json/);
  await expect(app.verdict).toContainText(/As received.*\.sarif/);
  await expect(app.files.getByRole('row').filter({ hasText: 'zip' })).toHaveCount(0);
  await page.reload();
  const lying = { 'a.xosc': strToU8(valid), ...reports };
  await app.drop([{ name: 'project.zip', content: zipSync(lying) }]);
  await expect(app.word).toHaveText(/^valid$/i);
  await expect(app.verdict).not.toContainText('As received');
});

test('all of it by keys', { tag: '@web-41' }, async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([twenty]);
  await page.keyboard.press('d');
  await expect(linkIn(page)).toHaveValue(/#r1\./);
  const focusOn = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 20; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await focusOn(dialogIn(page).getByRole('radio', { name: /^Short/ }));
  await page.keyboard.press('ArrowDown');
  await expect(dialogIn(page).getByRole('radio', { name: /^Medium/ })).toBeChecked();
  await focusOn(dialogIn(page).getByRole('button', { name: 'Copy link' }));
  await page.keyboard.press('Enter');
  await expect(dialogIn(page).getByText('Copied')).toBeVisible();
  await focusOn(dialogIn(page).getByRole('button', { name: 'Copy as JSON' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboardOf(page)).toContain('"report"');
  const coming = page.waitForEvent('download');
  await focusOn(dialogIn(page).getByRole('button', { name: 'Save as SARIF 2.1.0' }));
  await page.keyboard.press('Enter');
  expect((await coming).suggestedFilename()).toBe('twenty.scrutineer.sarif');
  await page.keyboard.press('Escape');
  await expect(dialogIn(page)).toBeHidden();
});

test('where the clipboard is out of reach, it says how else to take the link', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
  });
  const app = new App(page);
  await app.open();
  await app.drop([twenty]);
  const dialog = await share(page);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog).toContainText('Not allowed here; copy it from the field');
  await dialog.getByRole('button', { name: 'Copy as JSON' }).click();
  await expect(dialog).toContainText('Not allowed here; save it');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(
      'nothing serious in the dialog and in received reports',
      { tag: '@web-40' },
      async ({ page }) => {
        const app = new App(page);
        await app.open();
        await app.drop([twenty]);
        const dialog = await share(page);
        await dialog.getByLabel('With source lines').check();
        await expect(linkIn(page)).toHaveValue(/#r1\./);
        expect(await violations(page)).toEqual([]);
        await openLink(app);
        await page.keyboard.press('n');
        await expect(app.source).toContainText('as it came with the report');
        expect(await violations(page)).toEqual([]);
      },
    );
  });
}

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing sticks out sideways', { tag: '@web-42' }, async ({ page }) => {
    const app = new App(page);
    await app.open();
    await app.drop([twenty]);
    const dialog = await share(page);
    const overflow = await dialog.evaluate((element) => {
      const body = element.querySelector('.body') ?? element;
      return Math.max(
        document.documentElement.scrollWidth - innerWidth,
        body.scrollWidth - body.clientWidth,
      );
    });
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
