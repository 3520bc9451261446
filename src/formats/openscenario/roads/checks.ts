import { none } from '../../../tree/tree';
import type { Breadth, Stretch } from './lanes';
import type { RoadNetwork } from './roadNetwork';

/**
 * Metres by which a position may lie beyond a road, a section or a lane: coordinates are often written
 * with two decimals, and the length of a road is a sum of many.
 */
export const tolerance = 0.01;

/** How a road lacks a lane. */
export interface MissingLane {
  /** Where the road has a lane with the id; empty where it has none anywhere. */
  elsewhere: Stretch[];
  /** Ids of the lanes at the s-coordinate, or of all where that is of no use; from left to right. */
  lanes: number[];
}

/** Whether it is certain that there is no road with an id. */
export function lacksRoad(network: RoadNetwork, id: string): boolean {
  return !network.partial && network.roadOf(id) === none;
}

/** Whether an s-coordinate lies behind the end of a road. */
export function isBehindRoad(network: RoadNetwork, road: number, s: number): boolean {
  return s > network.lengthOf(road) + tolerance;
}

/**
 * How a road lacks a lane at an s-coordinate, or anywhere if that is NaN or not on the road; `null` where
 * it has the lane, or nothing is certain.
 */
export function missingLane(
  network: RoadNetwork,
  road: number,
  s: number,
  lane: number,
): MissingLane | null {
  const { lanes } = network;
  if (!lanes.known(road)) return null;
  // Close to where sections meet, the lanes of both are there.
  const isThere = (at: number): boolean => lanes.at(road, at, lane) !== none;
  if (isThere(s) || isThere(s - tolerance) || isThere(s + tolerance)) return null;
  const elsewhere = lanes.stretchesOf(road, lane);
  if (elsewhere.length === 0) return { elsewhere, lanes: lanes.ids(road) };
  if (!isOnRoad(network, road, s)) return null;
  return { elsewhere, lanes: lanes.idsAt(road, s) };
}

/** How far a road reaches, where a place on it lies beside; `null` where not, or nothing is certain. */
export function besideRoad(
  network: RoadNetwork,
  road: number,
  s: number,
  t: number,
): Breadth | null {
  if (!network.lanes.known(road) || !isOnRoad(network, road, s)) return null;
  const breadth = network.lanes.breadthAt(road, s);
  const beside = t > breadth.left + tolerance || t < breadth.right - tolerance;
  return beside ? breadth : null;
}

/**
 * The width of a lane, where an offset from its middle leads out of it; `null` where not, or nothing is
 * certain. The centre lane has no width, so that nothing is beside it.
 */
export function besideLane(
  network: RoadNetwork,
  road: number,
  s: number,
  lane: number,
  offset: number,
): number | null {
  if (lane === 0 || !network.lanes.known(road) || !isOnRoad(network, road, s)) return null;
  const width = network.lanes.widthAt(road, s, lane);
  return Math.abs(offset) > width / 2 + tolerance ? width : null;
}

function isOnRoad(network: RoadNetwork, road: number, s: number): boolean {
  return s >= 0 && s <= network.lengthOf(road) + tolerance;
}
