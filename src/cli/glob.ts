import { readdirSync } from 'node:fs';
import { comparePaths, isLeftOut } from '../intake/paths';

/** True when a path has characters that a shell would expand. */
export function hasGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * The paths that a pattern stands for, in order: `*` and `?` within a name, `[a-z]` and `[!a-z]`,
 * `{a,b}`, and `**` for any folders. Names with a leading dot are matched only by a pattern with
 * one. Folders that cannot be read match nothing. For shells that do not expand patterns themselves.
 */
export function expandGlob(pattern: string): string[] {
  const found = new Set<string>();
  for (const single of expandBraces(pattern.replace(/\\/g, '/'))) {
    const absolute = single.startsWith('/');
    const parts = single.split('/').filter((part) => part !== '');
    expandParts(absolute ? '/' : '', parts, found);
  }
  return [...found].sort(comparePaths);
}

/** `a{b,c}d` → `abd`, `acd`; innermost braces first, so that they may be nested. */
function expandBraces(pattern: string): string[] {
  const match = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (!match) return [pattern];
  const before = pattern.slice(0, match.index);
  const after = pattern.slice(match.index + match[0].length);
  return (match[1] ?? '').split(',').flatMap((part) => expandBraces(before + part + after));
}

function expandParts(base: string, parts: readonly string[], found: Set<string>): void {
  const [part, ...rest] = parts;
  if (part === undefined) {
    if (base !== '') found.add(base.replace(/\/$/, ''));
    return;
  }
  if (part === '**') {
    expandParts(base, rest, found);
    for (const { name, isFolder, isLink } of membersOf(base)) {
      // A link may lead back up; whoever means it names it.
      if (isFolder && !isLink && !name.startsWith('.'))
        expandParts(`${base}${name}/`, parts, found);
    }
    return;
  }
  if (!hasGlob(part)) {
    if (rest.length > 0) expandParts(`${base}${part}/`, rest, found);
    else if (membersOf(base).some(({ name }) => name === part)) found.add(base + part);
    return;
  }
  const matches = nameMatcher(part);
  for (const { name, isFolder } of membersOf(base)) {
    if (!matches.test(name) || (name.startsWith('.') && !part.startsWith('.'))) continue;
    if (rest.length === 0) found.add(base + name);
    else if (isFolder) expandParts(`${base}${name}/`, rest, found);
  }
}

function nameMatcher(part: string): RegExp {
  let source = '';
  for (let at = 0; at < part.length; at++) {
    const character = part[at] ?? '';
    const close = character === '[' ? part.indexOf(']', at + 2) : -1;
    if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (close > 0) {
      const set = part.slice(at + 1, close).replace(/[\\\]^]/g, '\\$&');
      source += set.startsWith('!') ? `[^${set.slice(1)}]` : `[${set}]`;
      at = close;
    } else source += character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'u');
}

interface Member {
  name: string;
  /** True for links too: they may lead to a folder. */
  isFolder: boolean;
  isLink: boolean;
}

function membersOf(base: string): Member[] {
  try {
    return readdirSync(base === '' ? '.' : base, { withFileTypes: true })
      .filter(({ name }) => !isLeftOut(name))
      .map((entry) => {
        const isLink = entry.isSymbolicLink();
        return {
          name: entry.name,
          isFolder: isLink || entry.isDirectory(),
          isLink,
        };
      });
  } catch {
    // What is no folder, or may not be read, has no members; the caller tells when nothing matched.
    return [];
  }
}
