import { appendFileSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { products, root } from '../../scripts/lib/project.mjs';
import { serveFolder } from '../../scripts/lib/server.mjs';
import { benchOutput } from '../drive/build.mjs';
import { launchBrowser } from '../drive/browserArena.mjs';

/**
 * The built app in a Chromium, served as it is by `npm start`, but isolated from other origins: only then
 * does a page learn how much memory all its threads take together.
 *
 * @typedef {object} AppBrowser
 * @property {string} version of Chromium
 * @property {() => Promise<AppPage>} open a page of its own, with nothing kept from the ones before
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<AppBrowser>} */
export async function openAppBrowser() {
  await ensureBuilt('app');
  const folder = join(benchOutput, 'app');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, products.app.output), folder, { recursive: true });
  const isolation = ['Cross-Origin-Opener-Policy: same-origin'];
  isolation.push('Cross-Origin-Embedder-Policy: require-corp');
  appendFileSync(
    join(folder, '_headers'),
    `\n/*\n${isolation.map((one) => `  ${one}\n`).join('')}`,
  );
  const server = await serveFolder(folder, 0);
  // A page is told its memory at once rather than some time after the next collection of garbage.
  const browser = await launchBrowser([
    '--enable-blink-features=ForceEagerMeasureMemory',
    '--js-flags=--expose-gc',
  ]);
  return {
    version: browser.version(),
    open: async () => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        // What is measured is the check, not the keeping of the app that goes on beside it.
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      return new AppPage(browser, page, server.url);
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * What a person saw while files were checked, in milliseconds since they were chosen.
 *
 * @typedef {object} Seen
 * @property {number} elements the first elements in the outline; 0 where none came
 * @property {number} findings the first finding in the list; 0 where none came
 * @property {number} verdict the verdict, with nothing left to do
 * @property {number} longest the longest task of the main thread meanwhile; 0: none over 50 ms
 * @property {number} tasks how many tasks of the main thread took more than 50 ms
 * @property {string} word the verdict's heading
 * @property {string[]} facts what stands beside it, such as `9,900 valid`
 */

/** A page with the app. */
export class AppPage {
  /** @type {import('playwright').Page} */
  #page;
  /** @type {import('playwright').Browser} */
  #browser;
  #url;
  /** @type {string[]} */
  #troubles = [];

  /**
   * @param {import('playwright').Browser} browser
   * @param {import('playwright').Page} page
   * @param {string} url
   */
  constructor(browser, page, url) {
    this.#browser = browser;
    this.#page = page;
    this.#url = url;
    page.setDefaultTimeout(180_000);
    page.on('crash', () => this.#troubles.push('the page crashed'));
    page.on('pageerror', (error) => this.#troubles.push(error.message));
  }

  /**
   * Loads the app and gives the milliseconds from the start of that to the moment when it can be used:
   * its samples are there, and with them the fields that take files.
   *
   * @returns {Promise<number>}
   */
  async load() {
    await this.#page.addInitScript(noteReady);
    await this.#page.goto(this.#url);
    await this.#page.waitForFunction(() => window.readyAfter !== undefined);
    return this.#page.evaluate(() => window.readyAfter ?? 0);
  }

  /** Lets the page finish what it does while nobody asks for anything. @param {number} ms */
  async rest(ms) {
    await this.#page.waitForTimeout(ms);
  }

  /** Brings the outline to the front. */
  async showOutline() {
    await this.#page.keyboard.press('e');
  }

  /**
   * Chooses files, or a folder, as a person would, and watches until all is done.
   *
   * @param {string | string[]} paths of files on disk; of one folder
   * @param {'Files' | 'Folder'} [field]
   * @returns {Promise<Seen>}
   */
  async check(paths, field = 'Files') {
    await this.#page.evaluate(watch);
    await this.#page.locator(`input[aria-label="${field}"]`).setInputFiles(paths);
    await this.#page.waitForFunction(() => window.watched?.over === true, undefined, {
      polling: 100,
    });
    const seen = await this.#page.evaluate(() => window.watched);
    if (this.#troubles.length > 0) throw new Error(this.#troubles.join('; '));
    if (!seen) throw new Error('The page was reloaded meanwhile.');
    return {
      elements: 0,
      findings: 0,
      verdict: 0,
      longest: 0,
      tasks: 0,
      word: '',
      facts: [],
      ...seen,
    };
  }

  /**
   * How long it takes merely to read the files chosen last, in milliseconds.
   *
   * @returns {Promise<number>}
   */
  readingTime() {
    return this.#page.evaluate(async () => {
      const [file] = window.watchedFiles ?? [];
      if (!file) throw new Error('No file was chosen.');
      const from = performance.now();
      const reader = file.stream().getReader();
      while (!(await reader.read()).done);
      return performance.now() - from;
    });
  }

  /** Closes all files. */
  async clear() {
    await this.#page.getByRole('button', { name: 'Clear', exact: true }).click();
    await this.#page.evaluate(() => (window.watchedFiles = undefined));
  }

  /**
   * Memory of the page and its workers together, in bytes: JavaScript, DOM and Wasm, after a collection of
   * garbage.
   *
   * @returns {Promise<number>}
   */
  async memory() {
    for (const worker of this.#page.workers()) await worker.evaluate('gc()');
    await this.#page.evaluate('gc()');
    return this.#page.evaluate(memoryNow);
  }

  /**
   * Looks at the memory several times a second while something is done.
   *
   * @param {() => Promise<unknown>} work
   * @returns {Promise<number>} the most that was seen, in bytes
   */
  async peakDuring(work) {
    await this.#page.evaluate(sampleMemory);
    await work();
    return this.#page.evaluate(() => window.endSampling?.() ?? 0);
  }

  /**
   * Memory of the browser's processes that run pages, as the system sees it, in bytes; 0 where it cannot
   * be told.
   *
   * @returns {Promise<number>}
   */
  async resident() {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo
      .filter(({ type }) => type === 'renderer')
      .reduce((sum, { id }) => sum + residentOf(id), 0);
  }

  async close() {
    await this.#page.context().close();
  }
}

/** @param {number} pid */
function residentOf(pid) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  const [, kilobytes = 0] = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(file, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** Runs in the page: notes when it can be used. */
function noteReady() {
  const look = () => {
    const samples = document.querySelectorAll('section[aria-label="Samples"] button');
    if (samples.length > 0 && document.querySelector('input[aria-label="Files"]')) {
      window.readyAfter = performance.now();
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page. */
async function memoryNow() {
  const { bytes } = await performance.measureUserAgentSpecificMemory();
  return bytes;
}

/** Runs in the page. */
function sampleMemory() {
  let going = true;
  let most = 0;
  const sampling = (async () => {
    while (going) {
      const { bytes } = await performance.measureUserAgentSpecificMemory();
      most = Math.max(most, bytes);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  window.endSampling = async () => {
    going = false;
    await sampling;
    return most;
  };
}

/** Runs in the page: notes what appears when, from the moment that files are chosen. */
function watch() {
  /** @type {Partial<Seen> & { tasks: number, longest: number }} */
  const watched = { longest: 0, tasks: 0 };
  window.watched = watched;
  let chosen = 0;
  const begin = (/** @type {Event} */ event) => {
    chosen = performance.now();
    window.watchedFiles = [...(event.target?.files ?? [])];
  };
  addEventListener('change', begin, { capture: true, once: true });
  const tasks = new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      // Making the list of files that were chosen is the browser's own work.
      const own = startTime + duration - Math.max(startTime, chosen);
      if (chosen === 0 || own < 50) continue;
      watched.tasks++;
      watched.longest = Math.max(watched.longest, own);
    }
  });
  tasks.observe({ type: 'longtask' });
  const look = () => {
    const since = performance.now() - chosen;
    if (chosen > 0) {
      const rows = '[role="tree"][aria-label="Elements"] [role="treeitem"]';
      if (document.querySelectorAll(rows).length > 1) watched.elements ??= since;
      const found = '[role="tree"][aria-label="Findings"] [role="treeitem"]';
      if (document.querySelector(found)) watched.findings ??= since;
      const banner = document.querySelector('section[aria-label="Verdict"]');
      const word = banner?.querySelector('h2')?.textContent.trim() ?? '';
      const settled = /^(valid|invalid|malformed|unsupported|all .* valid|no scenarios)$| of /i;
      if (settled.test(word) && !document.querySelector('[role="progressbar"]')) {
        watched.word = word;
        watched.facts = [...(banner?.querySelectorAll('li') ?? [])].map((item) =>
          item.textContent.replace(/\s+/g, ' ').trim(),
        );
        watched.verdict ??= since;
        // The outline comes after it where that took but a moment, and not at all for several files.
        if (watched.elements === undefined && since < watched.verdict + 300) {
          requestAnimationFrame(look);
          return;
        }
        watched.over = true;
        // Tasks are reported some time after they ended.
        setTimeout(() => tasks.disconnect(), 200);
        return;
      }
    }
    requestAnimationFrame(look);
  };
  look();
}
