import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './project.mjs';
import { run, toStderr } from './run.mjs';

/** What a Chromium is called where one is installed. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * What every Chromium started here is told: nothing to the network on its own account, and no
 * sandbox for root, since it refuses to start with one there.
 */
export const browserArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * The Chromium to test with: one named by `CHROMIUM`, one already on the machine, or the one that
 * Playwright keeps. Null where there is none.
 *
 * @returns {Promise<string | null>} the path of its executable
 */
export async function findBrowser() {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which is not there.`);
    return named;
  }
  return inPath() ?? (await playwrightsOwn());
}

/**
 * The same, installing one where there is none: Debian's package where that is possible, else
 * Playwright's own download. Throws an Error whose message can be shown.
 *
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== null) return found;
  process.stderr.write('Installing Chromium …\n');
  if (await installedFromDebian()) {
    const debian = inPath();
    if (debian !== null) return debian;
  }
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  // The libraries that a browser needs can be installed by root only.
  const withLibraries = process.platform === 'linux' && process.getuid?.() === 0;
  const wanted = ['install', ...(withLibraries ? ['--with-deps'] : []), 'chromium'];
  const status = await run(process.execPath, [cli, ...wanted], { cwd: root, stdio: toStderr });
  const downloaded = await playwrightsOwn();
  if (downloaded === null) throw new Error(`Chromium could not be installed (status ${status}).`);
  return downloaded;
}

function inPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return null;
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

async function installedFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const options = { stdio: toStderr, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  if ((await run('/usr/bin/apt-get', install, options)) === 0) return true;
  // A machine that is fresh knows no packages yet.
  if ((await run('/usr/bin/apt-get', ['update'], options)) !== 0) return false;
  return (await run('/usr/bin/apt-get', install, options)) === 0;
}
