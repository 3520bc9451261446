import { describe, expect, test } from 'vitest';
import { generator, ratioInterval } from './bootstrap.mjs';
import type { Direction, Judgement, Metric } from './judge.mjs';
import { judge, limitOf } from './judge.mjs';

/** A number whose logarithm is normally distributed around that of `middle`. */
function logNormal(random: () => number, middle: number, deviation: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return middle * Math.exp(normal * deviation);
}

/** As a noisy machine measures: launches that differ, runs that differ more, some far too long. */
function launches(random: () => number, middle: number, count: number, runs: number): number[][] {
  return Array.from({ length: count }, () => {
    const launch = logNormal(random, middle, 0.015);
    return Array.from({ length: runs }, () => {
      const run = logNormal(random, launch, 0.06);
      return random() < 0.05 ? run * 3 : run;
    });
  });
}

function timed(direction: Direction, random: () => number, middle: number): Metric {
  return {
    id: 'a',
    direction,
    value: middle,
    samples: {
      reference: launches(random, middle, 5, 20),
      peer: launches(random, middle / 10, 5, 20),
    },
  };
}

const usual = { leniency: 1, share: 0.5 };

function verdicts(direction: Direction, change: number, options = usual): Judgement['verdict'][] {
  return Array.from({ length: 12 }, (_, seed) => {
    const random = generator(seed);
    const before = timed(direction, random, 4);
    const now = timed(direction, random, 4 * change);
    return judge([now], [before], options)[0]?.verdict ?? 'gone';
  });
}

describe('on a noisy machine', () => {
  test('what takes 25 % longer is always found', () => {
    expect(new Set(verdicts('time', 1.25))).toEqual(new Set(['worse']));
    expect(new Set(verdicts('throughput', 1.25))).toEqual(new Set(['worse']));
  });

  test('what takes as long as before never counts as a change', () => {
    expect(new Set(verdicts('time', 1))).toEqual(new Set(['same']));
    expect(new Set(verdicts('throughput', 1))).toEqual(new Set(['same']));
  });

  test('a change within the bounds is let pass', () => {
    expect(new Set(verdicts('time', 1.08))).toEqual(new Set(['same']));
  });

  test('what became quicker is told', () => {
    expect(new Set(verdicts('throughput', 0.75))).toEqual(new Set(['better']));
  });

  test('with twice the bounds and lower quartiles, 25 % pass and 60 % do not', () => {
    const lenient = { leniency: 2, share: 0.25 };
    expect(new Set(verdicts('time', 1.25, lenient))).toEqual(new Set(['same']));
    expect(new Set(verdicts('time', 1.6, lenient))).toEqual(new Set(['worse']));
  });
});

test('one yardstick alone does not convict: the machine may be another one', () => {
  const random = generator(7);
  const before = timed('time', random, 4);
  const now = timed('time', random, 4);
  const slowPeer = {
    ...now,
    samples: { reference: launches(random, 8, 5, 20), peer: launches(random, 0.4, 5, 20) },
  };
  expect(judge([slowPeer], [before], usual)[0]?.verdict).toBe('same');
});

test('the interval holds the true ratio as often as it says', () => {
  let held = 0;
  const times = 60;
  for (let seed = 0; seed < times; seed++) {
    const random = generator(1000 + seed);
    const { low, high } = ratioInterval(launches(random, 1.2, 5, 20), launches(random, 1, 5, 20));
    held += Number(low <= 1.2 && 1.2 <= high);
  }
  // Few launches make a bootstrap a little too sure of itself.
  expect(held / times).toBeGreaterThan(0.85);
});

describe('memory', () => {
  const memory = (bytes: number[]): Metric => ({
    id: 'm',
    direction: 'memory',
    value: bytes[0] ?? 0,
    least: 2e6,
    samples: { bytes: [bytes] },
  });

  test('a quarter more is worse', () => {
    expect(judge([memory([25e6, 25e6])], [memory([20e6, 20e6])], usual)[0]?.verdict).toBe('worse');
  });

  test('a page more or less is not, however little there was', () => {
    expect(judge([memory([1.3e6])], [memory([1e6])], usual)[0]?.verdict).toBe('same');
  });
});

test('what only one side knows is told as such', () => {
  const random = generator(3);
  const [one, other] = [timed('time', random, 1), { ...timed('time', random, 1), id: 'b' }];
  expect(judge([one], [other], usual).map(({ id, verdict }) => [id, verdict])).toEqual([
    ['a', 'new'],
    ['b', 'gone'],
  ]);
});

test('throughput down by a tenth is time up by a ninth', () => {
  expect(limitOf('throughput', 1)).toBeCloseTo(10 / 9);
  expect(limitOf('throughput', 2)).toBeCloseTo(5 / 4);
  expect(limitOf('time', 2)).toBeCloseTo(1.3);
});
