import type { Found } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Project } from '../../project/project';
import { besideLane, besideRoad, isBehindRoad } from '../../roads/checks';
import { lanesOf, roadPlaces, type RoadPlace } from '../../roads/positions';
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

  check(project, tell) {
    for (const place of roadPlaces(project)) {
      if (place.road === none) continue;
      const found =
        behindRoad(project, place) ?? beside(project, place) ?? outsideLane(project, place);
      if (!found) continue;
      const span = place.network.roadPlace(place.road);
      tell({ ...found, related: [{ path: place.path, span, message: 'the road' }] });
    }
  },
};

type PlaceInNetwork = RoadPlace & { network: RoadNetwork };

function behindRoad(
  { model }: Project,
  { network, road, roadId, s, sAttribute }: PlaceInNetwork,
): Found | null {
  if (!isBehindRoad(network, road, s)) return null;
  return {
    code: 'behind-road',
    at: model.texts.valueRange(sAttribute),
    message: `The position at s = ${metres(s)} lies behind the end of the road ${quoted(roadId)}.`,
    help: `The road is ${metres(network.lengthOf(road))} long.`,
  };
}

function beside(
  { model }: Project,
  { network, element, road, roadId, s }: PlaceInNetwork,
): Found | null {
  const attribute = model.elements.attributeOf(element, 't');
  const t = model.values.numberOf(attribute);
  const breadth = besideRoad(network, road, s, t);
  if (!breadth) return null;
  return {
    code: 'beside-road',
    severity: 'warning',
    at: model.texts.valueRange(attribute),
    message: `The position at t = ${metres(t)} lies beside the lanes of the road ${quoted(roadId)}.`,
    help: `At s = ${metres(s)} they reach from t = ${plain(breadth.right)} to ${metres(breadth.left)}.`,
  };
}

function outsideLane(project: Project, place: PlaceInNetwork): Found | null {
  const { model } = project;
  const { network, element, road, roadId, s } = place;
  const attribute = model.elements.attributeOf(element, 'offset');
  const [lane] = attribute === none ? [] : lanesOf(project, place);
  if (!lane) return null;
  const offset = model.values.numberOf(attribute);
  const width = besideLane(network, road, s, lane.id, offset);
  if (width === null) return null;
  return {
    code: 'outside-lane',
    severity: 'warning',
    at: model.texts.valueRange(attribute),
    message: `The offset of ${metres(offset)} leads out of the lane ${quoted(lane.text)} of the road ${quoted(roadId)}.`,
    help: `At s = ${metres(s)} the lane is ${metres(width)} wide, and its middle is at offset 0.`,
  };
}
