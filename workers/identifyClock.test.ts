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
  clock.read(1, 5000);
  vi.advanceTimersByTime(10);
  clock.hashed();
  clock.identified();
  vi.advanceTimersByTime(5);
  clock.answered(1);
  const { read, recall } = timesOf(clock, 1);
  expect(read).toBeCloseTo(30);
  expect(recall).toBeCloseTo(15);
});

it('shares out what went by among the files of a bundle, by their sizes', () => {
  const clock = new IdentifyClock();
  vi.advanceTimersByTime(20);
  clock.read(1, 4096);
  vi.advanceTimersByTime(5);
  clock.read(2, 12_288);
  clock.hashed();
  vi.advanceTimersByTime(5);
  clock.hashed();
  clock.identified();
  vi.advanceTimersByTime(4);
  clock.answered(2);
  const [first, second] = [timesOf(clock, 1), timesOf(clock, 2)];
  expect(first.read + first.recall + second.read + second.recall).toBeCloseTo(34);
  expect(first.read).toBeCloseTo(8);
  expect(second.read).toBeCloseTo(16);
});

it('adds nothing to a file that was not read beforehand', () => {
  const clock = new IdentifyClock();
  clock.identified();
  clock.answered(0);
  expect(timesOf(clock, 7)).toEqual(noTimes());
});
