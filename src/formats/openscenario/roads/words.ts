import type { Stretch } from './lanes';

/** A length, or a coordinate, as messages give it: at most three decimals, with its unit. */
export function metres(value: number): string {
  return `${plain(value)} m`;
}

/** The same without its unit. */
export function plain(value: number): string {
  return String(Number(value.toFixed(3)));
}

/** Lane ids with their noun: "the lane 0", "the lanes 1, 0, -1", "no lanes". */
export function laneList(ids: readonly number[]): string {
  if (ids.length === 0) return 'no lanes';
  const shown = ids.slice(0, mostLanes).map(String).join(', ');
  const others = ids.length - mostLanes;
  const noun = ids.length === 1 ? 'the lane' : 'the lanes';
  return others > 0 ? `${noun} ${shown} and ${others} others` : `${noun} ${shown}`;
}

const mostLanes = 12;

/** Where along a road something is: "from 0 to 50 m", "from 0 to 20 m and from 50 to 100 m". */
export function stretchList(stretches: readonly Stretch[]): string {
  return stretches
    .map(({ from, to }) =>
      Number.isNaN(to) ? `from ${metres(from)} on` : `from ${plain(from)} to ${metres(to)}`,
    )
    .join(' and ');
}
