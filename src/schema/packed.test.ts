import { describe, expect, it } from 'vitest';
import { loadPacks } from '../formats/registry';
import { compileSchema, type CompiledSchema } from './compile';
import { packSchemas, unpackSchemas } from './packed';
import { houseSchema } from './testing/sample';

const compiled = houseSchema.versions.map((version) => compileSchema(houseSchema, version));

describe('Packed tables', () => {
  it('unpack to what was packed', () => {
    const tables = unpackSchemas(packSchemas(compiled));
    expect(compiled.map(({ version }) => tables(version))).toEqual(compiled);
  });

  it('are the same for every pack and version there is', async () => {
    const packs = await loadPacks();
    expect(packs.length).toBeGreaterThan(0);
    for (const pack of packs) {
      const own = pack.versions.map((version) => compileSchema(pack.schema(), version));
      const tables = unpackSchemas(packSchemas(own));
      for (const schema of own) expect(tables(schema.version)).toEqual(schema);
    }
  });

  it('hold any word', () => {
    const [schema] = compiled;
    if (!schema) throw new Error('The sample has no version');
    const words = Uint32Array.of(0, 1, 31, 32, 33, 1023, 1024, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1);
    const odd: CompiledSchema = { ...schema, words };
    expect(unpackSchemas(packSchemas([odd]))(schema.version).words).toEqual(words);
  });

  it('are refused for a version that is not there', () => {
    expect(() => unpackSchemas(packSchemas(compiled))('9.9')).toThrow(RangeError);
  });
});
