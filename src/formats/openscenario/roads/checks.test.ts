import { describe, expect, it } from 'vitest';
import { besideLane, besideRoad, isBehindRoad, lacksRoad, missingLane } from './checks';
import { networkOf, openDrive, road, section } from './testing/roads';

const before = [
  [1, 3],
  [0, ''],
  [-1, 4],
] as const;
const network = networkOf(
  openDrive(
    road('known', section(0, before) + section(50, [...before, [-2, 2]])),
    road('vague', section(0, before) + '<include/>'),
    road('endless', section(0, before), ''),
  ),
);
const [known, vague, endless] = [0, 1, 2] as const;

describe('a road', () => {
  it('is lacking where all are known and none has the id', () => {
    expect(lacksRoad(network, 'known')).toBe(false);
    expect(lacksRoad(network, 'Known')).toBe(true);
    const partial = networkOf(openDrive('<include/>'));
    expect(lacksRoad(partial, 'known')).toBe(false);
  });

  it('ends where its length says, give or take a centimetre', () => {
    expect(isBehindRoad(network, known, 100)).toBe(false);
    expect(isBehindRoad(network, known, 100.005)).toBe(false);
    expect(isBehindRoad(network, known, 100.02)).toBe(true);
    expect(isBehindRoad(network, endless, 1e9)).toBe(false);
  });
});

describe('a lane', () => {
  it('is there', () => {
    expect(missingLane(network, known, 10, -1)).toBeNull();
    expect(missingLane(network, known, 60, -2)).toBeNull();
  });

  it('is nowhere', () => {
    expect(missingLane(network, known, 60, 2)).toEqual({ elsewhere: [], lanes: [1, 0, -1, -2] });
    expect(missingLane(network, known, NaN, NaN)).toEqual({ elsewhere: [], lanes: [1, 0, -1, -2] });
  });

  it('is elsewhere', () => {
    expect(missingLane(network, known, 10, -2)).toEqual({
      elsewhere: [{ from: 50, to: 100 }],
      lanes: [1, 0, -1],
    });
  });

  it('is there already a centimetre in front of its section', () => {
    expect(missingLane(network, known, 49.995, -2)).toBeNull();
    expect(missingLane(network, known, 49.98, -2)).not.toBeNull();
  });

  it.each([NaN, 101, -1])('may be anywhere on the road where s is %d', (s) => {
    expect(missingLane(network, known, s, -2)).toBeNull();
  });

  it('is not missed where the lanes are not known', () => {
    expect(missingLane(network, vague, 10, 7)).toBeNull();
  });
});

describe('a place beside', () => {
  it('the road', () => {
    expect(besideRoad(network, known, 10, 3)).toBeNull();
    expect(besideRoad(network, known, 10, -4.005)).toBeNull();
    expect(besideRoad(network, known, 10, -4.5)).toEqual({ right: -4, left: 3 });
    expect(besideRoad(network, known, 60, -4.5)).toBeNull();
    expect(besideRoad(network, known, 60, 3.5)).toEqual({ right: -6, left: 3 });
  });

  it('its lane', () => {
    expect(besideLane(network, known, 10, -1, 2)).toBeNull();
    expect(besideLane(network, known, 10, -1, -2.1)).toBe(4);
    expect(besideLane(network, known, 10, 0, 9)).toBeNull();
    expect(besideLane(network, known, 10, -2, 9)).toBeNull();
  });

  it('is none where the road ends, or is not known', () => {
    expect(besideRoad(network, known, 101, 99)).toBeNull();
    expect(besideRoad(network, vague, 10, 99)).toBeNull();
    expect(besideLane(network, known, 101, -1, 99)).toBeNull();
    expect(besideLane(network, vague, 10, -1, 99)).toBeNull();
    expect(besideRoad(network, endless, 10, 99)).toBeNull();
  });
});
