import { existsSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modifiedAt, newestChange } from './freshness.mjs';
import { commonInputs, products, root } from './project.mjs';

/** @typedef {import('./project.mjs').Product} Product */

/** A file in the output whose time is that of the newest input it was built from. */
const stampName = '.built';

/**
 * Builds a product where it is absent or older than its sources, installing dependencies first if
 * need be. Everything said goes to standard error. Throws an Error whose message can be shown.
 *
 * @param {Product} product
 */
export async function ensureBuilt(product) {
  if (isFresh(product)) return;
  // Each start of the program comes here, and few go on.
  const [{ ensureInstalled }, { exclusively }] = await Promise.all([
    import('./install.mjs'),
    import('./lock.mjs'),
  ]);
  await ensureInstalled();
  const { output } = products[product];
  await exclusively(join(root, `${output}.lock`), async () => {
    if (!isFresh(product)) await build(product);
  });
}

/**
 * Whether a product is there and not older than its sources; true too in an installed package,
 * which comes without sources. Takes some milliseconds.
 *
 * @param {Product} product
 */
export function isFresh(product) {
  const { output, inputs } = products[product];
  const built = modifiedAt(join(root, output, stampName));
  if (built === 0) return false;
  return !isCheckout() || built >= newestChange(root, [...inputs, ...commonInputs]);
}

/** Whether the sources are here, rather than only what was built from them. */
export function isCheckout() {
  return existsSync(join(root, 'src'));
}

/** @param {Product} product */
async function build(product) {
  if (!isCheckout()) throw new Error('This package is incomplete: reinstall it.');
  const { title, output, config, inputs } = products[product];
  // Taken before the build: what is changed during it must count as newer.
  // Rounded up, because a file's time can be set less finely than it is told.
  const newest = Math.ceil(newestChange(root, [...inputs, ...commonInputs])) / 1000;
  process.stderr.write(`Building ${title} …\n`);
  const target = join(root, output);
  const unfinished = `${target}.new`;
  const { run, toStderr } = await import('./run.mjs');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const status = await run(
    process.execPath,
    [vite, 'build', '--config', config, '--outDir', unfinished, '--emptyOutDir', '--logLevel=warn'],
    { cwd: root, stdio: toStderr },
  );
  if (status !== 0) throw new Error(`Building ${title} failed.`);
  const stamp = join(unfinished, stampName);
  writeFileSync(stamp, '');
  utimesSync(stamp, newest, newest);
  replace(target, unfinished);
}

/**
 * Puts one folder in the place of another, so that hardly a moment is left without either.
 *
 * @param {string} target
 * @param {string} replacement
 */
function replace(target, replacement) {
  const old = join(dirname(target), `.old-${process.pid}`);
  if (existsSync(target)) renameSync(target, old);
  renameSync(replacement, target);
  rmSync(old, { recursive: true, force: true });
}
