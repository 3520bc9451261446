import { none } from '../../../../tree/tree';
import type { DocumentRule } from '../kinds';

/** Positions that name no lane: which one is meant is left to the simulator. */
const withoutLane = ['WorldPosition', 'RoadPosition'] as const;

/** Waypoints of routes say which lane they lie on. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:routing.ambiguous_route_waypoints',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'The waypoints of a route say which lane they lie on',
  explanation: {
    asks: 'A route leads along lanes. A waypoint in coordinates of the world or of a road names none: where roads overlap or a road has several lanes, each simulator chooses one.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, ambiguous_route_waypoints (by its name)',
    example: {
      wrong: '<Waypoint …><Position><WorldPosition x="3" y="40"/>',
      right: '<Waypoint …><Position><LanePosition roadId="1" laneId="-1" s="40"/>',
    },
  },
  cost: 'cheap',

  check({ elements, texts }, tell) {
    for (const waypoint of elements.named('Waypoint')) {
      const position = elements.childNamed(waypoint, 'Position');
      if (position === none) continue;
      for (const name of withoutLane) {
        const place = elements.childNamed(position, name);
        if (place === none) continue;
        tell({
          code: 'waypoint-without-lane',
          at: texts.nameRange(place),
          message: `A waypoint as \`${name}\` leaves open which lane it lies on.`,
          help: 'A `LanePosition` says it.',
        });
      }
    }
  },
};
