import { expect, it } from 'vitest';
import { Offline, type OfflineKeeper, type OfflineParts } from './offline.svelte';

type Events = Parameters<OfflineKeeper['start']>[0];

function made(some: Partial<OfflineParts> = {}) {
  const done: string[] = [];
  let events: Events | null = null;
  const keeper: OfflineKeeper = {
    start: async (given) => {
      events = given;
      await Promise.resolve();
    },
    takeOver: async () => void done.push(await Promise.resolve('taken over')),
    remove: async () => void done.push(await Promise.resolve('removed')),
  };
  const parts: OfflineParts = {
    keeper,
    keep: async () => void done.push(await Promise.resolve('kept')),
    reload: () => void done.push('reloaded'),
    ...some,
  };
  return { parts, done, tell: (name: keyof Events) => events?.[name]() };
}

it('says that it is ready, and that there is something newer, and reloads only when asked', async () => {
  const { parts, done, tell } = made();
  const offline = new Offline();
  await offline.start(parts, true);
  expect(offline).toMatchObject({ standing: 'none', newer: null });
  tell('ready');
  tell('waiting');
  expect(offline).toMatchObject({ standing: 'ready', newer: 'waiting' });
  expect(done).toEqual([]);
  await offline.renew();
  expect(done).toEqual(['kept', 'taken over', 'reloaded']);
});

it('does nothing twice', async () => {
  const { parts, done } = made();
  const offline = new Offline();
  await offline.start(parts, true);
  await Promise.all([offline.renew(), offline.renew()]);
  expect(done).toEqual(['kept', 'taken over', 'reloaded']);
});

it('does not reload over what cannot be kept, unless it is asked again', async () => {
  const keep = (): Promise<void> => Promise.reject(new Error('there is no room'));
  const { parts, done, tell } = made({ keep });
  const offline = new Offline();
  await offline.start(parts, true);
  tell('replaced');
  await offline.renew();
  expect(done).toEqual([]);
  expect(offline).toMatchObject({ unkept: 'there is no room', renewing: false });
  await offline.renew();
  expect(done).toEqual(['taken over', 'reloaded']);
});

it('can be left for later', async () => {
  const { parts, done, tell } = made();
  const offline = new Offline();
  await offline.start(parts, true);
  tell('waiting');
  offline.later();
  expect(offline.newer).toBeNull();
  expect(done).toEqual([]);
});

it('removes what was kept where it is switched off, and keeps nothing', async () => {
  const { parts, done } = made();
  const offline = new Offline();
  await offline.start(parts, false);
  expect(done).toEqual(['removed']);
  expect(offline.standing).toBe('off');
});
