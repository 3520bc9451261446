import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files that take no part in what is built. */
const idle = /\.test\.ts$|\.md$/;

/**
 * The time of the latest change among files and folders, in milliseconds since 1970; 0 where
 * nothing of it exists. Folders count with their own times, so that a deleted file is noticed.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to the root
 * @returns {number}
 */
export function newestChange(root, paths) {
  let newest = 0;
  for (const path of paths) newest = Math.max(newest, newestIn(join(root, path)));
  return newest;
}

/** @param {string} path */
function newestIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  let newest = stat.mtimeMs;
  if (!stat.isDirectory()) return newest;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestIn(inner));
    else if (!idle.test(entry.name)) newest = Math.max(newest, modifiedAt(inner));
  }
  return newest;
}

/**
 * When a file was changed last, in milliseconds since 1970; 0 where it does not exist.
 *
 * @param {string} file
 * @returns {number}
 */
export function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
