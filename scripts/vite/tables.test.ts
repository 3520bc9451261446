import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPacks } from '../../src/formats/registry';
import { compileSchema } from '../../src/schema/compile';
import { unpackSchemas } from '../../src/schema/packed';
import { root } from '../lib/project.mjs';
import { packTables } from './tables';

test('a build holds the tables that the compiler makes of the schema', async () => {
  for (const pack of await loadPacks()) {
    const folder = join(root, 'src/formats', pack.id);
    expect(readdirSync(folder)).toContain('tables.ts');
    const packed = await packTables(join(folder, 'tables.ts'));
    expect(packed.versions.map(({ version }) => version)).toEqual(pack.schema().versions);
    const tables = unpackSchemas(packed);
    for (const version of pack.versions) {
      expect(tables(version)).toEqual(compileSchema(pack.schema(), version));
    }
  }
});
