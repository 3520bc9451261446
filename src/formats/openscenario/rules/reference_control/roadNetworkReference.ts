import { none } from '../../../../tree/tree';
import type { DocumentRule } from '../kinds';

/** A scenario names its road network. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.road_network_reference',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'A scenario names its road network in a LogicFile',
  explanation: {
    asks: 'A scenario may do without a road network, as long as it uses coordinates of the world alone. Mostly a missing LogicFile has been forgotten, though.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, road_network_reference',
    example: {
      wrong: '<RoadNetwork/>',
      right: '<RoadNetwork><LogicFile filepath="../xodr/curve.xodr"/></RoadNetwork>',
    },
  },
  cost: 'cheap',

  check({ elements, texts }, tell) {
    const network = elements.childNamed(0, 'RoadNetwork');
    if (network === none || elements.childNamed(network, 'LogicFile') !== none) return;
    tell({
      code: 'no-road-network-named',
      at: texts.nameRange(network),
      message: '`RoadNetwork` names no road network.',
      help: 'Name its file in a `LogicFile`, unless the scenario is meant to do without.',
    });
  },
};
