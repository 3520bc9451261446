import { afterEach, describe, expect, it, vi } from 'vitest';
import { SettingsStore } from './settings';
import { FakeStore, QuotaError } from './testing';

afterEach(() => {
  vi.useRealTimers();
});

describe('settings', () => {
  it('are found again by another page', async () => {
    const store = new FakeStore();
    await new SettingsStore({ store }).set('theme', { name: 'dark' });
    expect(await new SettingsStore({ store }).get('theme')).toEqual({ name: 'dark' });
    expect(await new SettingsStore({ store }).get('other')).toBeUndefined();
  });

  const failures: [string, Error, RegExp][] = [
    ['absent', new TypeError('undefined is not an object'), /offers no storage here\.$/],
    ['denied', new DOMException('denied', 'SecurityError'), /does not let this page/],
    ['broken', new DOMException('Internal error.', 'UnknownError'), /\(Internal error\)\.$/],
    ['full', new QuotaError('full'), /is full\.$/],
  ];

  it.each(failures)('last as long as the page where storage is %s', async (_, failure, reason) => {
    const onNotice = vi.fn();
    const store = new FakeStore();
    store.failure = failure;
    const settings = new SettingsStore({ store, onNotice });
    await settings.set('theme', 'dark');
    await settings.set('size', 3);
    expect(await settings.get('theme')).toBe('dark');
    expect(await settings.get('size')).toBe(3);
    expect(onNotice).toHaveBeenCalledTimes(1);
    expect(onNotice).toHaveBeenCalledWith(expect.stringMatching(reason));
  });

  it('do not wait for storage that never answers', async () => {
    vi.useFakeTimers();
    const onNotice = vi.fn();
    const store = new FakeStore();
    store.mute = true;
    const settings = new SettingsStore({ store, onNotice });
    const reading = settings.get('theme');
    await vi.runAllTimersAsync();
    expect(await reading).toBeUndefined();
    expect(onNotice).toHaveBeenCalledTimes(1);
  });
});
