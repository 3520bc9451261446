import type { Found } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { besideLane, besideRoad, isBehindRoad } from '../../roads/checks';
import { lanesNamedAt, type RoadPlace } from '../../roads/positions';
import type { RoadNetwork } from '../../roads/roadNetwork';
import { metres, plain } from '../../roads/words';
import type { ProjectRule } from '../kinds';

/** Positions lie on the road and the lane that they name. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:positioning.road_lane_offset_in_bounds',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'Positions lie within the road and the lane that they name',
  explanation: {
    asks: 'The s-coordinate of a position must not exceed the length of its road; there is no place beyond it. A t-coordinate beside all lanes, or an offset that leads out of the lane, can be meant, but is more often a mistake in the sign or the road: it is a warning.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, road_lane_offset_in_bounds; ASAM OpenDRIVE 1.8, sections 11.4 and 11.6',
    example: {
      wrong: '<LanePosition roadId="1" laneId="-1" s="510"/>\n(road 1 is 500 m long)',
      right: '<LanePosition roadId="1" laneId="-1" s="490"/>',
    },
  },
  cost: 'usual',

  check({ roads, roadPlaces, model }, tell) {
    if (!roads) return;
    const { network, path } = roads;
    for (const place of roadPlaces) {
      if (place.road === none) continue;
      const found =
        behindRoad(model, network, place) ??
        besideLanes(model, network, place) ??
        outsideLane(model, network, place);
      if (!found) continue;
      tell({
        ...found,
        related: [{ path, span: network.roadPlace(place.road), message: 'the road begins here' }],
      });
    }
  },
};

function behindRoad(
  model: Model,
  network: RoadNetwork,
  { road, roadAttribute, s, sAttribute }: RoadPlace,
): Found | null {
  if (!isBehindRoad(network, road, s)) return null;
  return {
    code: 'behind-road',
    at: model.texts.valueRange(sAttribute),
    message: `The position at s = ${metres(s)} lies behind the end of the road ${named(model, roadAttribute)}.`,
    help: `The road is ${metres(network.lengthOf(road))} long.`,
  };
}

function besideLanes(
  model: Model,
  network: RoadNetwork,
  { element, road, roadAttribute, s }: RoadPlace,
): Found | null {
  const attribute = model.elements.attributeOf(element, 't');
  const t = model.values.numberOf(attribute);
  const breadth = besideRoad(network, road, s, t);
  if (!breadth) return null;
  return {
    code: 'beside-road',
    severity: 'warning',
    at: model.texts.valueRange(attribute),
    message: `The position at t = ${metres(t)} lies beside the lanes of the road ${named(model, roadAttribute)}.`,
    help: `At s = ${metres(s)} they reach from t = ${plain(breadth.right)} to ${metres(breadth.left)}.`,
  };
}

function outsideLane(model: Model, network: RoadNetwork, place: RoadPlace): Found | null {
  const { element, road, roadAttribute, s } = place;
  const attribute = model.elements.attributeOf(element, 'offset');
  if (attribute === none) return null;
  const [lane] = lanesNamedAt(model, place);
  if (!lane) return null;
  const offset = model.values.numberOf(attribute);
  const width = besideLane(network, road, s, lane.id, offset);
  if (width === null) return null;
  return {
    code: 'outside-lane',
    severity: 'warning',
    at: model.texts.valueRange(attribute),
    message: `The offset of ${metres(offset)} leads out of the lane ${named(model, lane.attribute)} of the road ${named(model, roadAttribute)}.`,
    help: `At s = ${metres(s)} the lane is ${metres(width)} wide, and its middle is at offset 0.`,
  };
}

function named({ values }: Model, attribute: number): string {
  return quoted(values.textOf(attribute) ?? '');
}
