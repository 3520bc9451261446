import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noTimes } from '../src/engine/timing';
import { IdentifyClock } from './identifyClock';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function timesOf(clock: IdentifyClock, item: number) {
  const times = noTimes();
  clock.addTo(item, times);
  return times;
}

it('gives a lone file all that went by', () => {
  const clock = new IdentifyClock();
  vi.advanceTimersByTime(30);
  clock.read(1, 30);
  vi.advanceTimersByTime(10);
  clock.hashed();
  vi.advanceTimersByTime(5);
  clock.answered(1);
  expect(timesOf(clock, 1)).toMatchObject({ read: 30, recall: 15 });
});

it('shares out what overlapped, and no more than went by', () => {
  const clock = new IdentifyClock();
  vi.advanceTimersByTime(30);
  clock.read(1, 20);
  clock.read(2, 30);
  clock.hashed();
  vi.advanceTimersByTime(4);
  clock.answered(2);
  const [first, second] = [timesOf(clock, 1), timesOf(clock, 2)];
  expect(first.read).toBeCloseTo(12);
  expect(second.read).toBeCloseTo(18);
  expect(first.recall + second.recall).toBeCloseTo(4);
});

it('adds nothing to a file that was not read beforehand', () => {
  const clock = new IdentifyClock();
  clock.hashed();
  clock.answered(0);
  expect(timesOf(clock, 7)).toEqual(noTimes());
});
