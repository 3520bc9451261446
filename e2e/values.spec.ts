import { App } from './app';
import { senseless } from './documents';
import { expect, test } from './test';

/** A scenario with a parameter, which the name of an entity is given by. */
const parametrised = senseless
  .replace(
    '  <CatalogLocations/>\n',
    `  <ParameterDeclarations>
    <ParameterDeclaration name="shown" parameterType="boolean" value="true"/>
  </ParameterDeclarations>
  <CatalogLocations/>
`,
  )
  .replace('graphics="true"', 'graphics="$shown"');

/** Stands for six runs of a scenario. */
const distribution = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSCENARIO>
  <FileHeader revMajor="1" revMinor="2" date="2024-03-01T09:30:00" author="Test" description="Small"/>
  <ParameterValueDistribution>
    <ScenarioFile filepath="a.xosc"/>
    <Deterministic>
      <DeterministicSingleParameterDistribution parameterName="speed">
        <DistributionSet><Element value="10"/><Element value="20"/><Element value="30"/></DistributionSet>
      </DeterministicSingleParameterDistribution>
      <DeterministicSingleParameterDistribution parameterName="weather">
        <DistributionSet><Element value="dry"/><Element value="wet"/></DistributionSet>
      </DeterministicSingleParameterDistribution>
    </Deterministic>
  </ParameterValueDistribution>
</OpenSCENARIO>
`;

test('what a parameter comes to is told where it is used, by pointer and by keys', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a.xosc', content: parametrised }]);
  const value = app.source.locator('.resolved-value');
  await expect(value).toHaveText('$shown');
  await value.hover();
  await expect(page.locator('.resolved-tip')).toContainText('= true');
  await value.click();
  await expect(app.source.getByRole('status').filter({ hasText: '= true' })).toContainText(
    '$shown',
  );

  await page.keyboard.press('e');
  const row = app.outline.getByRole('treeitem').filter({ hasText: 'VisibilityAction' });
  await app.outline.focus();
  for (let step = 0; step < 30 && (await row.count()) === 0; step++) {
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('*');
  }
  await expect(row).toContainText('$shown = true');
});

test('the runs of a distribution are listed, and can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'd.xosc', content: distribution }]);
  await page.getByRole('tab', { name: /^Parameter sets/ }).click();
  const facts = page.getByRole('region', { name: 'Facts' });
  await expect(facts).toContainText('6 runs');
  await expect(facts.getByRole('row')).toHaveCount(7);
  await expect(facts.getByRole('row').nth(1)).toContainText('dry');
  await facts.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(facts.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\r\n').slice(0, 2)).toEqual(['Run,speed,weather', '1,10,dry']);
});
