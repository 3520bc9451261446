import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** Elements that the rule names. */
const named = [
  'RoadPosition',
  'LanePosition',
  'GeoPosition',
  'LaneChangeAction',
  'InfrastructureAction',
  'EndOfRoadCondition',
  'OffroadCondition',
  'TrafficSignalCondition',
  'TrafficSignalControllerCondition',
  'TrafficSignalController',
] as const;

/** Others that need roads or lanes just as much, by what the class reference says of them. */
const alike = [
  'RelativeRoadPosition',
  'RelativeLanePosition',
  'RoadCursor',
  'FromRoadCoordinates',
  'FromLaneCoordinates',
  'LaneOffsetAction',
] as const;

/** Without a road network nothing is said by roads and lanes. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:scenario_logic.invalid_elements_if_no_road_network',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Positions and actions on roads and lanes need a road network',
  explanation: {
    asks: 'Positions on roads and lanes, actions on lanes and conditions about the road mean something only with the road network that LogicFile names. A scenario without one can use coordinates of the world alone.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, invalid_elements_if_no_road_network',
    example: {
      wrong: '<RoadNetwork/>\n… <LanePosition roadId="1" laneId="-1" s="10"/>',
      right:
        '<RoadNetwork><LogicFile filepath="roads.xodr"/></RoadNetwork>\n… <LanePosition roadId="1" laneId="-1" s="10"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    // Catalogs are used by scenarios, and a distribution is about one.
    if (model.kind !== 'scenario' || hasRoads(model)) return;
    for (const name of [...named, ...alike]) {
      const [first, ...others] = model.elements.named(name);
      if (first === undefined) continue;
      tell({
        code: 'no-road-network',
        at: model.texts.nameRange(first),
        message: `\`${name}\` needs a road network, and \`RoadNetwork\` names none${others.length === 0 ? '' : ` (for this one and ${others.length} more)`}.`,
        help: 'Name the file of the road network in a `LogicFile`.',
      });
    }
  },
};

function hasRoads({ elements, texts }: Model): boolean {
  const network = elements.childNamed(0, 'RoadNetwork');
  const file = network === none ? none : elements.childNamed(network, 'LogicFile');
  return file !== none && texts.written(elements.attributeOf(file, 'filepath')).trim() !== '';
}
