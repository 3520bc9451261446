import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { ProjectRule } from '../kinds';

/** Waypoints of routes lie outside of junctions. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:routing.route_waypoints_locations',
  level: 'project',
  severity: 'warning',
  since: '1.0',
  meaning: 'The waypoints of a route do not lie in junctions',
  explanation: {
    asks: 'Roads cross and overlap in a junction, so a waypoint there leaves open which way through it is meant. Waypoints before and behind the junction say it clearly.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, route_waypoints_locations',
  },
  cost: 'usual',

  check({ roads, roadPlaces, model }, tell) {
    const { elements } = model;
    if (!roads || elements.named('Waypoint').length === 0) return;
    for (const { element, road, roadAttribute } of roadPlaces) {
      if (road === none || elements.ancestorNamed(element, 'Waypoint') === none) continue;
      const junction = roads.network.junctionOf(road);
      if (junction === null) continue;
      tell({
        code: 'waypoint-in-junction',
        at: model.texts.valueRange(roadAttribute),
        message: `This waypoint lies on a road in the junction ${quoted(junction)}.`,
        help: 'Put it on a road before or behind the junction.',
        related: [{ path: roads.path, span: roads.network.roadPlace(road), message: 'the road' }],
      });
    }
  },
};
