import { expect, it } from 'vitest';
import { PastStore, type PastSample } from './past';
import { FakeStore, QuotaError } from './testing';

const sample: PastSample = { at: 1, rate: 5e6, engine: 'a' };

it('is there at the next visit', async () => {
  const store = new FakeStore();
  const past = new PastStore(store);
  await past.save([['1m', [sample]]]);
  await past.save([['10m', [sample, sample]]]);
  const next = new PastStore(store);
  expect(await next.load()).toEqual(
    new Map([
      ['1m', [sample]],
      ['10m', [sample, sample]],
    ]),
  );
  expect(next.lasting).toBe(true);
  await next.clear();
  expect((await new PastStore(store).load()).size).toBe(0);
});

it('leaves out what is of another shape', async () => {
  const store = new FakeStore();
  await store.setMany([
    ['1m', [sample, { at: 2 }, null, { ...sample, rate: 0 }]],
    ['10m', 'nonsense'],
  ]);
  expect(await new PastStore(store).load()).toEqual(new Map([['1m', [sample]]]));
});

it('goes on in memory where the browser keeps nothing', async () => {
  const store = new FakeStore();
  store.failure = new Error('denied');
  const past = new PastStore(store);
  expect((await past.load()).size).toBe(0);
  expect(past.lasting).toBe(false);
  await past.save([['1m', [sample]]]);
  expect(await past.load()).toEqual(new Map([['1m', [sample]]]));
});

it('goes on in memory where there is no room', async () => {
  const store = new FakeStore();
  const past = new PastStore(store);
  await past.load();
  store.failure = new QuotaError('full');
  await past.save([['1m', [sample]]]);
  store.failure = null;
  expect(past.lasting).toBe(false);
  expect(await past.load()).toEqual(new Map([['1m', [sample]]]));
});
