import { describe, expect, it } from 'vitest';
import { sayTimeLeft, TimeLeft } from './timeLeft';

describe('TimeLeft', () => {
  it('says nothing before it has seen enough', () => {
    const left = new TimeLeft();
    expect(left.estimate(0, 0, 100)).toBeNull();
    expect(left.estimate(300, 10, 100)).toBeNull();
  });

  it('goes by the rate so far', () => {
    const left = new TimeLeft();
    left.estimate(0, 0, 100);
    expect(left.estimate(1000, 20, 100)).toBe(4000);
  });

  it('forgets what is long past', () => {
    const left = new TimeLeft();
    left.estimate(0, 0, 1000);
    left.estimate(100, 500, 1000);
    for (let at = 1000; at <= 20_000; at += 500) left.estimate(at, 500 + at / 100, 1000);
    expect(left.estimate(20_100, 701, 1000)).toBeCloseTo(29_900, -3);
  });

  it('says nothing while nothing moves', () => {
    const left = new TimeLeft();
    left.estimate(0, 5, 100);
    expect(left.estimate(3000, 5, 100)).toBeNull();
  });
});

describe('sayTimeLeft', () => {
  it.each([
    [200, 'about 1 s left'],
    [4400, 'about 4 s left'],
    [23_000, 'about 25 s left'],
    [58_000, 'about 1 min left'],
    [200_000, 'about 3 min left'],
  ])('rounds %d ms to "%s"', (ms, text) => {
    expect(sayTimeLeft(ms)).toBe(text);
  });
});
