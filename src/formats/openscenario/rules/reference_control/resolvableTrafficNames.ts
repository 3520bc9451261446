import { nearest } from '../../../../schema/nearest';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { nameIdOf } from '../../model/names';
import { maneuversFromCatalogs } from '../../model/storyboard';
import type { DocumentRule } from '../kinds';

/** Traffic that is stopped by its name was started by that name. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:reference_control.resolvable_traffic_name',
  level: 'semantics',
  severity: 'warning',
  since: '1.1',
  meaning: 'A TrafficStopAction names traffic that another action starts',
  explanation: {
    asks: 'A TrafficAction with a trafficName and a TrafficStopAction in it stops the traffic that an action with the same trafficName started. Where no action has that name, it stops nothing.',
    source: 'ASAM OpenSCENARIO XML 1.1, class reference of TrafficAction@trafficName',
    example: {
      wrong:
        '<TrafficAction trafficName="rush"><TrafficSwarmAction …/>…\n<TrafficAction trafficName="Rush"><TrafficStopAction/>',
      right:
        '<TrafficAction trafficName="rush"><TrafficSwarmAction …/>…\n<TrafficAction trafficName="rush"><TrafficStopAction/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    const stops = elements.named('TrafficStopAction');
    if (stops.length === 0 || model.kind !== 'scenario') return;
    // A catalog's maneuver may stop what the scenario around it starts, and the other way round.
    if (maneuversFromCatalogs(model).length > 0) return;
    const stopping = new Set(Array.from(stops, (stop) => elements.parentOf(stop)));
    const started: number[] = [];
    for (const attribute of elements.attributesNamed('trafficName')) {
      if (!stopping.has(elements.elementOf(attribute))) started.push(nameIdOf(model, attribute));
    }
    if (started.includes(0)) return;
    for (const action of stopping) {
      const attribute = elements.attributeOf(action, 'trafficName');
      const name = attribute === none ? 0 : nameIdOf(model, attribute);
      if (name === 0 || started.includes(name)) continue;
      const text = texts.interner.text(name);
      const close = nearest(
        text,
        started.map((id) => texts.interner.text(id)),
      );
      tell({
        code: 'unknown-traffic',
        at: texts.valueRange(attribute),
        message: `No action starts traffic of the name ${quoted(text)}, so there is nothing to stop.`,
        ...(close !== null && { help: `Did you mean ${quoted(close)}?` }),
      });
    }
  },
};
