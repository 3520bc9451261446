import { describe, expect, test } from 'vitest';
import { Engine } from '../src/engine/engine';
import { tokenizerModule } from '../src/engine/testing/module';
import { blobAccess } from '../src/intake/bytes';
import { profiles, scenario } from './scenario';

describe.each(profiles)('%s', (profile) => {
  test.each([50_000, 500_000])('is valid, and about %i bytes long', async (bytes) => {
    const text = scenario(bytes, profile);
    expect(text.length).toBeGreaterThan(bytes * 0.9);
    expect(text.length).toBeLessThan(bytes * 1.4);
    const engine = new Engine({ module: tokenizerModule, access: blobAccess });
    const inspection = await engine.inspect(
      {
        path: 'scenario',
        bytes: new Blob([text]),
        packing: 'none',
        size: null,
        origin: 'named',
        nesting: 0,
      },
      { level: 'structure', tape: false },
      {},
      new AbortController().signal,
    );
    expect(inspection.report).toMatchObject({ verdict: 'valid', version: '1.2', findings: [] });
  });

  test('is the same each time', () => {
    expect(scenario(50_000, profile)).toBe(scenario(50_000, profile));
  });
});
