import { App } from './app';
import { invalid, malformed, senseless } from './documents';
import { expect, test } from './test';

test('the rule of a finding is explained, and of the next one too', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([
    { name: 'a.xosc', content: malformed + '<' },
    { name: 'b.xosc', content: invalid },
  ]);
  await page.keyboard.press('n');
  await app.current.getByRole('button', { name: 'Explain the rule' }).click();
  await expect(app.explanation).toContainText('The file is a well-formed XML document');
  await expect(app.explanation).toContainText('asam.net:xosc:1.0.0:xml.valid_xml_document');
  await expect(app.explanation.getByRole('combobox')).toHaveCount(0);
  await app.explanation.getByText('Wrong').scrollIntoViewIfNeeded();
  await expect(app.explanation.getByText('Right')).toBeVisible();

  await page.keyboard.press('F8');
  while (!(await app.current.innerText()).includes('RoadNetwrk')) {
    await page.keyboard.press('F8');
  }
  await expect(app.explanation).toContainText('The document has the shape');
  await page.keyboard.press('x');
  await expect(app.explanation).toBeHidden();
});

test('a key explains the first finding where none is chosen, and Escape closes', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'b.xosc', content: invalid }]);
  await page.keyboard.press('x');
  await expect(app.current).toContainText('RoadNetwrk');
  await app.explanation.getByRole('group').focus();
  await page.keyboard.press('Escape');
  await expect(app.explanation).toBeHidden();
  await expect(app.findings).toBeFocused();
});

test('the id of a rule can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'b.xosc', content: invalid }]);
  await page.keyboard.press('x');
  await app.explanation.getByRole('button', { name: 'Copy the id of the rule' }).click();
  await expect(app.explanation.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'asam.net:xosc:1.0.0:xml.valid_schema',
  );
});

test('a rule that is turned off takes its findings along, and can be turned on again', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'c.xosc', content: senseless }]);
  const unknown = app.findings.getByRole('treeitem').filter({ hasText: 'Ego' });
  await expect(unknown).toHaveCount(1);
  await page.keyboard.press('x');
  const choice = app.explanation.getByLabel('Report it as');
  await choice.selectOption('Off');
  await expect(unknown).toHaveCount(0);
  await choice.selectOption('Warning');
  await expect(unknown).toContainText('warning');
});

test('places that a finding points at are links, and there is a way back', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'c.xosc', content: malformed }]);
  await page.keyboard.press('n');
  const line = app.source.locator('.current-line');
  const own = await line.innerText();
  await app.findings.focus();
  // The link is the first thing in the list that can be focused.
  await page.keyboard.press('Tab');
  await expect(app.current.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('<OpenSCENARIO>');
  await page.getByRole('button', { name: 'Back to the finding' }).click();
  await expect(line).toHaveText(own);
  await page.keyboard.press('l');
  await expect(line).toContainText('<OpenSCENARIO>');
  await page.keyboard.press('b');
  await expect(line).toHaveText(own);
});
