import { browserArgs, ensureBrowser } from '../../scripts/lib/browser.mjs';
import { serveFolder } from '../../scripts/lib/server.mjs';
import { benchOutput } from './build.mjs';

/**
 * Starts a Chromium. `extra` goes to its command line.
 *
 * @param {string[]} [extra]
 * @returns {Promise<import('playwright').Browser>}
 */
export async function launchBrowser(extra = []) {
  const executablePath = await ensureBrowser();
  const { chromium } = await import('playwright');
  return chromium.launch({ executablePath, args: [...browserArgs, ...extra] });
}

/**
 * Opens an arena in a page of a Chromium of its own.
 *
 * @returns {Promise<import('./nodeArena.mjs').Place>}
 */
export async function openBrowserArena() {
  const browser = await launchBrowser();
  const server = await serveFolder(benchOutput, 0);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    /** @type {Error | null} */
    let trouble = null;
    page.on('crash', () => (trouble = new Error('the page crashed')));
    page.on('pageerror', (error) => (trouble = error));
    await page.goto(`${server.url}page/`);
    await page.waitForFunction(() => window.arena !== undefined);
    /** @template Result @param {Promise<Result>} asked @returns {Promise<Result>} */
    const answered = async (asked) => {
      const result = await asked;
      if (trouble) throw trouble;
      return result;
    };
    return {
      id: 'browser',
      title: `Chromium ${browser.version()}, in a worker`,
      describe: () => answered(page.evaluate(() => window.arena?.describe() ?? [])),
      enter: async (entrance, document) => {
        if (entrance.stored) await page.locator('input').setInputFiles(document.path);
        return answered(page.evaluate((given) => window.arena?.enter(given) ?? [], entrance));
      },
      round: (names) => answered(page.evaluate((given) => window.arena?.round(given) ?? {}, names)),
      leave: () => answered(page.evaluate(() => window.arena?.leave())),
      close,
      nameOf: ({ name }) => `../documents/${name}`,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
