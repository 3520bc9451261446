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
 * The headers for a path. Where several rules give the same one, their values are joined with a
 * comma, as Netlify and Cloudflare Pages join them; of content security policies, all hold then
 * (https://www.w3.org/TR/CSP3/#parse-response-csp).
 *
 * @param {readonly HeaderRule[]} rules
 * @param {string} path as in the address, beginning with `/`
 * @returns {Record<string, string>}
 */
export function headersFor(rules, path) {
  /** @type {Map<string, [name: string, value: string]>} */
  const joined = new Map();
  for (const { pattern, headers } of rules) {
    if (!pattern.test(path)) continue;
    for (const [name, value] of headers) {
      const key = name.toLowerCase();
      const earlier = joined.get(key);
      joined.set(key, earlier ? [earlier[0], `${earlier[1]}, ${value}`] : [name, value]);
    }
  }
  return Object.fromEntries(joined.values());
}

/** @param {string} path */
function patternOf(path) {
  const parts = path.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
