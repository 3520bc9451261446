import { readFileSync } from 'node:fs';

/**
 * A rule of a `_headers` file: which paths it is for, and what it sends with them.
 *
 * @typedef {{ pattern: RegExp, headers: [name: string, value: string][] }} HeaderRule
 */

/**
 * Reads a `_headers` file, as several hosts of static sites understand it: a line that begins with
 * `/` names paths (`*` stands for anything), the indented lines below it are headers. Throws an
 * Error for a line that is neither.
 *
 * @param {string} text
 * @returns {HeaderRule[]}
 */
export function parseHeaders(text) {
  /** @type {HeaderRule[]} */
  const rules = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (/^\s*(#|$)/.test(line)) return;
    const header = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line);
    const rule = rules.at(-1);
    if (line.startsWith('/')) rules.push({ pattern: patternOf(line.trim()), headers: [] });
    else if (header?.[1] && header[2] && rule) rule.headers.push([header[1], header[2]]);
    else throw new Error(`_headers, line ${index + 1}: neither a path nor a header.`);
  });
  return rules;
}

/**
 * @param {string} file
 * @returns {HeaderRule[]}
 */
export function readHeaders(file) {
  return parseHeaders(readFileSync(file, 'utf8'));
}

/**
 * The headers for a path; where two rules give the same one, the later rule decides.
 *
 * @param {readonly HeaderRule[]} rules
 * @param {string} path as in the address, beginning with `/`
 * @returns {Record<string, string>}
 */
export function headersFor(rules, path) {
  return Object.fromEntries(
    rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers),
  );
}

/** @param {string} path */
function patternOf(path) {
  const parts = path.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
