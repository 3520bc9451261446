import { App } from './app';
import { expect, test } from './test';

/** Title, verdict, and a part of the first finding's message, of each sample. */
const samples: [title: string, verdict: string, message: RegExp][] = [
  // Its road network is not there, which is worth a note.
  ['Cut-in on a motorway', 'Valid', /cannot be seen from here/],
  ['Misspelt names', 'Invalid', /./],
  ['Newer than declared', 'Invalid', /1\.2/],
  ['Missing parts', 'Invalid', /./],
  ['Order and values', 'Invalid', /./],
  ['Unclosed tag', 'Malformed', /./],
];

for (const [title, verdict, message] of samples) {
  test(`${title}: ${verdict.toLowerCase()}`, async ({ page }) => {
    const app = new App(page);
    await app.open();
    await app.openSample(title);
    await expect(app.word).toHaveText(new RegExp(`^${verdict}$`, 'i'));
    await page.keyboard.press('n');
    await expect(app.current).toContainText(message);
  });
}
