import { expect, test } from 'vitest';
import type { Inspector } from '../engine/inspection';
import { never, sourceOf } from '../intake/testing/sources';
import { survivor } from './checkers';

const options = { level: 'structure', tape: false } as const;

test('an engine that breaks becomes a finding, and a new engine goes on', async () => {
  let made = 0;
  const inspector = survivor((): Inspector => {
    made++;
    return { inspect: () => Promise.reject(new RangeError('memory access out of bounds')) };
  });
  for (let time = 1; time <= 2; time++) {
    const inspection = await inspector.inspect(
      sourceOf(new Uint8Array(1), 'a'),
      options,
      {},
      never(),
    );
    expect(inspection).toMatchObject({
      type: 'file',
      report: { path: 'a', verdict: 'malformed', counts: { critical: 1 } },
    });
    expect(made).toBe(time + 1);
  }
});

test('an abort stays an abort', async () => {
  const controller = new AbortController();
  const inspector = survivor(() => ({
    inspect: () => {
      controller.abort();
      return Promise.reject(new Error('whatever follows'));
    },
  }));
  const inspecting = inspector.inspect(sourceOf(new Uint8Array(1)), options, {}, controller.signal);
  await expect(inspecting).rejects.toMatchObject({ name: 'AbortError' });
});
