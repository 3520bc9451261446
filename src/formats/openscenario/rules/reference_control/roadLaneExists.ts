import type { Found } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { helpOn } from '../../project/words';
import { lacksRoad, missingLane, type MissingLane } from '../../roads/checks';
import { lanesNamedAt, type NamedLane, type RoadPlace } from '../../roads/positions';
import { laneList, metres, stretchList } from '../../roads/words';
import type { RoadNetwork } from '../../roads/roadNetwork';
import type { Model } from '../../model/model';
import type { ProjectRule } from '../kinds';

/** Positions are on roads and lanes that the road network has. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.road_lane_exists',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'Roads and lanes that positions name exist in the road network',
  explanation: {
    asks: 'A position on a road or a lane names them by the ids that they have in the road network. A lane has to be there at the s-coordinate of the position: the lanes of a road may change from one lane section to the next. An entity at a place that does not exist cannot be put anywhere.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, road_lane_exists; ASAM OpenDRIVE 1.8, sections 11.2 and 11.3',
    example: {
      wrong: '<LanePosition roadId="1" laneId="-4" s="10"/>\n(road 1 has the lanes 1, 0, -1)',
      right: '<LanePosition roadId="1" laneId="-1" s="10"/>',
    },
  },
  cost: 'usual',

  check({ roads, roadPlaces, model }, tell) {
    if (!roads) return;
    const { network } = roads;
    for (const place of roadPlaces) {
      if (place.road === none) {
        const unknown = unknownRoad(model, network, place);
        if (unknown) tell(unknown);
        continue;
      }
      for (const lane of lanesNamedAt(model, place)) {
        const missing = missingLane(network, place.road, place.s, lane.id);
        if (!missing) continue;
        tell({
          at: model.texts.valueRange(lane.attribute),
          ...wordsOn(model, place, lane, missing),
          related: [related(roads, place, lane, missing)],
        });
      }
    }
  },
};

function unknownRoad(
  { texts, values }: Model,
  network: RoadNetwork,
  place: RoadPlace,
): Found | null {
  const id = values.textOf(place.roadAttribute) ?? '';
  if (!lacksRoad(network, id)) return null;
  return {
    code: 'unknown-road',
    at: texts.valueRange(place.roadAttribute),
    message: `There is no road ${quoted(id)} in the road network.`,
    help: helpOn(id, network.roadIds(), 'It has'),
  };
}

function wordsOn(
  { values }: Model,
  { roadAttribute, s }: RoadPlace,
  { attribute }: NamedLane,
  { elsewhere, lanes }: MissingLane,
): Pick<Found, 'code' | 'message' | 'help'> {
  const road = quoted(values.textOf(roadAttribute) ?? '');
  const lane = quoted(values.textOf(attribute) ?? '');
  if (elsewhere.length === 0) {
    return {
      code: 'unknown-lane',
      message: `The road ${road} has no lane ${lane}.`,
      help: `It has ${laneList(lanes)}.`,
    };
  }
  return {
    code: 'lane-elsewhere',
    message: `The road ${road} has no lane ${lane} at s = ${metres(s)}.`,
    help: `That lane is there ${stretchList(elsewhere)}; at s = ${metres(s)} the road has ${laneList(lanes)}.`,
  };
}

function related(
  { network, path }: { network: RoadNetwork; path: string },
  { road }: RoadPlace,
  { id }: NamedLane,
  { elsewhere: [first] }: MissingLane,
): NonNullable<Found['related']>[number] {
  if (!first) return { path, span: network.roadPlace(road), message: 'the road begins here' };
  const lane = network.lanes.at(road, first.from, id);
  return { path, span: network.lanes.place(lane), message: 'the lane begins here' };
}
