import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { run, toStderr } from './run.mjs';

/**
 * Installs the dependencies where they are absent or not the ones that the lock file names.
 * Throws an Error whose message can be shown.
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  process.stderr.write('Installing dependencies …\n');
  // Our own `prepare` script would build the command line, which may not be what is wanted now.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const status =
    npm !== undefined && /npm-cli\.c?js$/.test(npm)
      ? await run(process.execPath, [npm, ...args], { cwd: root, stdio: toStderr })
      : await run('npm', args, { cwd: root, stdio: toStderr, shell: process.platform === 'win32' });
  if (status !== 0)
    throw new Error(`Dependencies could not be installed: npm ended with ${status}.`);
}

/**
 * Whether node_modules holds what the lock file names. npm keeps a lock file of what it installed;
 * what that lacks may only be optional, such as binaries for other systems.
 */
export function isInstalled() {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (installed === null) return false;
  // An installed package carries no lock file, and needs none: everything is in its bundle.
  if (wanted === null) return true;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? optional === true || peer === true : found.version === version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | null}
 */
function packagesIn(file) {
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
