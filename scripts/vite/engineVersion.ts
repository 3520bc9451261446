import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { engineInputs, root } from '../lib/project.mjs';

/**
 * A short hash over everything that decides what a check says: with it, results kept from earlier
 * visits are told apart from those of another engine. Tests take no part.
 */
export function engineVersion(): string {
  const hash = createHash('sha256');
  for (const path of engineInputs.flatMap((input) => filesIn(input)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}

function filesIn(path: string): string[] {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !name.endsWith('.test.ts') && name !== 'testing')
    .flatMap((name) => filesIn(`${path}/${name}`));
}
