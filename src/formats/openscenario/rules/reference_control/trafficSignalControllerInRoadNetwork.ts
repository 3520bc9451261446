import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { helpOn } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** A TrafficSignalController is one of the road network. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:reference_control.traffic_signal_controller_in_road_network',
  level: 'project',
  severity: 'warning',
  since: '1.0',
  meaning: 'A TrafficSignalController has the id of a controller of the road network',
  explanation: {
    asks: 'A TrafficSignalController describes the phases of a controller that the road network declares. Its name is the id of that controller. Where there is none of that id, simulators know neither which signals belong together nor where they stand.',
    source:
      'ASAM OpenSCENARIO XML, class reference: TrafficSignalController@name; ASAM OpenDRIVE 1.8, section 14.6. A warning, since all that the phases need are the ids of signals',
    example: {
      wrong:
        '<TrafficSignalController name="Crossing">\n(in the road network: <controller id="7" name="Crossing">)',
      right: '<TrafficSignalController name="7">',
    },
  },
  cost: 'cheap',

  check({ roads, model }, tell) {
    if (!roads || roads.network.partial) return;
    const { path, network } = roads;
    const { elements, texts, values } = model;
    for (const element of elements.named('TrafficSignalController')) {
      const attribute = elements.attributeOf(element, 'name');
      const id = values.textOf(attribute);
      if (id === null || network.controllerOf(id) !== none) continue;
      const message = `There is no traffic signal controller with the id ${quoted(id)} in the road network.`;
      const at = texts.valueRange(attribute);
      const code = 'unknown-controller';
      const named = network.controllerNamed(id);
      if (named === none) {
        tell({ code, at, message, help: helpOn(id, network.controllerIds(), 'It has') });
        continue;
      }
      tell({
        code,
        at,
        message,
        help: `The controller with the name ${quoted(id)} has the id ${quoted(network.controllerIdOf(named))}.`,
        related: [
          {
            path,
            span: network.controllerPlace(named),
            message: 'the controller is declared here',
          },
        ],
      });
    }
  },
};
