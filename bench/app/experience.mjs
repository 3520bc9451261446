import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/lib/build.mjs';
import { products, root } from '../scripts/lib/project.mjs';
import { serveFolder } from '../scripts/lib/server.mjs';

/**
 * What a person sees of the app while it reads a file, in milliseconds and bytes.
 *
 * @typedef {object} Experience
 * @property {number} elements from the choice of the file to the first elements in the outline
 * @property {number} verdict from the choice of the file to the verdict
 * @property {number} longest the longest task of the main thread meanwhile; 0: none over 50 ms
 * @property {number} tasks how many tasks of the main thread took more than 50 ms
 * @property {number} heap the page's heap before anything was opened
 * @property {number} heapWith the same with the file open
 * @property {number} heapAfter the same after the file was closed
 */

/**
 * Opens a document in the built app as a person would, and watches.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} text
 * @returns {Promise<Experience>}
 */
export async function experience(browser, text) {
  await ensureBuilt('app');
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'));
  const file = join(folder, 'scenario.xosc');
  writeFileSync(file, text);
  const server = await serveFolder(join(root, products.app.output), 0);
  const page = await browser.newPage();
  try {
    const client = await page.context().newCDPSession(page);
    const heap = async () => {
      await client.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage');
      return usedSize + backingStorageSize;
    };
    await page.goto(server.url);
    await page.getByRole('region', { name: 'Samples' }).getByRole('button').first().waitFor();
    // The outline is in front; a worker is warm by then.
    await page.keyboard.press('e');
    await page.waitForTimeout(1000);
    const before = await heap();
    await page.evaluate(watch);
    await page.locator('input[aria-label="Files"]').setInputFiles(file);
    await page.waitForFunction(() => window.watched?.verdict !== undefined, undefined, {
      timeout: 120_000,
    });
    const seen = await page.evaluate(() => window.watched);
    const heapWith = await heap();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.waitForTimeout(1000);
    return {
      elements: 0,
      verdict: 0,
      longest: 0,
      tasks: 0,
      ...seen,
      heap: before,
      heapWith,
      heapAfter: await heap(),
    };
  } finally {
    await page.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Runs in the page: notes when what appears, from the moment a file is chosen. */
function watch() {
  /** @type {Partial<Experience>} */
  const watched = { longest: 0, tasks: 0 };
  window.watched = watched;
  let chosen = 0;
  addEventListener('change', () => (chosen = performance.now()), { capture: true, once: true });
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      watched.tasks++;
      watched.longest = Math.max(watched.longest, duration);
    }
  });
  tasks.observe({ type: 'longtask' });
  const look = () => {
    const since = performance.now() - chosen;
    if (chosen > 0) {
      const rows = document.querySelectorAll(
        '[role="tree"][aria-label="Elements"] [role="treeitem"]',
      );
      if (rows.length > 1) watched.elements ??= since;
      const word = document.querySelector('[aria-label="Verdict"] h2')?.textContent ?? '';
      const busy = document.querySelector('[role="progressbar"]');
      if (/^(valid|invalid|malformed|unsupported)$/i.test(word.trim()) && !busy) {
        watched.verdict ??= since;
        return;
      }
    }
    requestAnimationFrame(look);
  };
  look();
}
