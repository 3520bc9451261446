import { join } from 'node:path';
import type { Plugin } from 'vite';
import { runnerImport } from 'vite';
import type { CompiledSchema } from '../../src/schema/compile.ts';
import type { packSchemas, PackedSchemas } from '../../src/schema/packed.ts';
import { root } from '../lib/project.mjs';

/** The module of a format that compiles its schema's tables: `src/formats/<format>/tables.ts`. */
const tablesModule = /[\\/]src[\\/]formats[\\/][^\\/]+[\\/]tables\.ts$/;

const packing = join(root, 'src/schema/packed.ts');

/** Schemas that were packed already: workers are built beside the page, from the same sources. */
const packed = new Map<string, Promise<PackedSchemas>>();

/**
 * Compiles the schemas of all formats while building, so that no program has to when it starts. Each
 * format's module of tables is replaced by one that holds them packed.
 */
export function tables(): Plugin {
  return {
    name: 'scrutineer:tables',
    apply: 'build',
    load: {
      filter: { id: tablesModule },
      async handler(id) {
        let schemas = packed.get(id);
        if (!schemas) packed.set(id, (schemas = packTables(id)));
        return moduleOf(await schemas);
      },
    },
  };
}

interface TablesModule {
  versions: readonly string[];
  tables(version: string): CompiledSchema;
}

/** Runs a format's module of tables and packs what it gives. */
export async function packTables(file: string): Promise<PackedSchemas> {
  const config = { configFile: false as const, root, logLevel: 'error' as const };
  const [own, pack] = await Promise.all([
    runnerImport<TablesModule>(file, config),
    runnerImport<{ packSchemas: typeof packSchemas }>(packing, config),
  ]);
  const { versions, tables: compile } = own.module;
  return pack.module.packSchemas(versions.map(compile));
}

function moduleOf(schemas: PackedSchemas): string {
  return `import { unpackSchemas } from ${JSON.stringify(packing)};
export const versions = ${JSON.stringify(schemas.versions.map(({ version }) => version))};
export const tables = unpackSchemas(${JSON.stringify(schemas)});
`;
}
