import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAppBrowser } from '../bench/app/appPage.mjs';
import { scenario } from '../bench/scenario';
import { memoryBack } from '../bench/stress/findings.mjs';
import { expect, test } from './test';

/** Batches that are checked and closed; `npm run stress` does a hundred, and many larger ones. */
const batches = 30;

/** Time for what the app puts off until it is not used. */
const restMs = 1500;

test('memory is back where it was after many batches', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'memory-'));
  const app = await openAppBrowser();
  try {
    const large = scenario(1_000_000, 'mixed');
    const small = scenario(20_000, 'events');
    const page = await app.open();
    await page.load();
    await page.rest(restMs);
    const untouched = await page.memory();
    let afterFirst = 0;
    for (let batch = 0; batch < batches; batch++) {
      const place = join(folder, String(batch));
      mkdirSync(place);
      // No two files are alike: what is known from an earlier check is not read again.
      for (const [index, text] of [large, small, small, small].entries()) {
        writeFileSync(join(place, `${index}.xosc`), `${text}<!-- ${batch} ${index} -->`);
      }
      const { word } = await page.check(place, 'Folder');
      expect(word).toBe('All 4 valid');
      await page.clear();
      if (batch > 0) continue;
      await page.rest(restMs);
      afterFirst = await page.memory();
      expect(memoryBack('after a batch', untouched, afterFirst)).toMatchObject({ good: true });
    }
    await page.rest(restMs);
    const afterAll = await page.memory();
    expect(memoryBack(`after ${batches}`, afterFirst, afterAll)).toMatchObject({ good: true });
  } finally {
    await app.close();
    rmSync(folder, { recursive: true });
  }
});
