import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/lib/project.mjs';

/** Where a finding's code is given: as a field or a variable, or to what makes a finding. */
const given = [/\bcode(?::|\s=(?!=))\s*([^,;{}()]*)/g, /#tell\(\s*[\w.]+,\s*('[a-z-]+')/g];

/**
 * The codes of findings that are spelt out in the sources below a folder, tests excepted. Those that
 * are put together from parts escape it.
 * @param folder relative to the root of the project
 */
export function codesIn(folder: string): string[] {
  const codes = new Set<string>();
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!path.endsWith('.ts') || /\.test\.ts$|[\\/]testing/.test(path)) continue;
    const text = readFileSync(path, 'utf8');
    for (const pattern of given) {
      for (const [, value = ''] of text.matchAll(pattern)) {
        for (const [, code = ''] of value.matchAll(/'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'(?! in\b)/g))
          codes.add(code);
      }
    }
  }
  return [...codes].sort();
}
