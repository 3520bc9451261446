import { expect, test } from 'vitest';
import { schedule } from './schedule.mjs';

const patience = { warmUp: 0, budget: 1000, fewest: 5, most: 40 };

function runsOf(name: string, rounds: readonly string[][]): number[] {
  return rounds.flatMap((round, index) => (round.includes(name) ? [index] : []));
}

test('the quick run in each round, the slow in some that are spread evenly', () => {
  const rounds = schedule(
    [
      { name: 'quick', cost: 0.01 },
      { name: 'slow', cost: 100 },
      { name: 'slower', cost: 5000 },
    ],
    patience,
  );
  expect(rounds).toHaveLength(40);
  expect(runsOf('quick', rounds)).toHaveLength(40);
  expect(runsOf('slow', rounds)).toEqual([3, 7, 11, 15, 19, 23, 27, 31, 35, 39]);
  expect(runsOf('slower', rounds)).toEqual([7, 15, 23, 31, 39]);
});

test('nobody always runs behind the same neighbour', () => {
  const runners = ['a', 'b', 'c'].map((name) => ({ name, cost: 1 }));
  const rounds = schedule(runners, { ...patience, fewest: 1, most: 3 });
  expect(rounds.map((round) => round.join(''))).toEqual(['abc', 'bca', 'cab']);
});

test('without runners there are no rounds', () => {
  expect(schedule([], patience)).toEqual([]);
});
