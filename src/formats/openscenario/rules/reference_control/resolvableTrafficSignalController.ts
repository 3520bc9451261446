import { nearest } from '../../../../schema/nearest';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { nameIdOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** Every signal controller that an action or a condition names is declared. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:reference_control.resolvable_traffic_signal_controller_by_traffic_signal_controller_ref',
  aliases: [
    'asam.net:xosc:1.0.0:reference_control.traffic_signal_controller_action_references',
    'asam.net:xosc:1.0.0:reference_control.traffic_signal_controller_condition_references',
  ],
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Every trafficSignalControllerRef names a controller that RoadNetwork declares',
  explanation: {
    asks: 'TrafficSignalControllerAction and TrafficSignalControllerCondition name a TrafficSignalController that TrafficSignals in RoadNetwork declares. Where it is not there, the action has nothing to switch, and the condition never becomes true.',
    source:
      'ASAM OpenSCENARIO XML 1.2, checker rule on actions; Annex C of 1.3.1, rules C.7.11 and C.7.12 on actions and conditions; checked here from 1.0 on',
    example: {
      wrong:
        '<TrafficSignalController name="crossing" …>…\n<TrafficSignalControllerAction trafficSignalControllerRef="junction" …/>',
      right:
        '<TrafficSignalController name="crossing" …>…\n<TrafficSignalControllerAction trafficSignalControllerRef="crossing" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    if (model.kind !== 'scenario') return;
    for (const attribute of elements.attributesNamed('trafficSignalControllerRef')) {
      const controllers = model.signalControllers;
      const name = nameIdOf(model, attribute);
      if (name === 0 || controllers.named(name) !== none || !controllers.complete) continue;
      const text = texts.interner.text(name);
      const declared = controllers.shownNames;
      const close = nearest(text, declared);
      tell({
        code: 'unknown-signal-controller',
        at: texts.valueRange(attribute),
        message: `There is no traffic signal controller ${quoted(text)} in \`RoadNetwork\`.`,
        ...(declared.length === 0
          ? { help: 'Declare it as a `TrafficSignalController` in `TrafficSignals`.' }
          : close !== null && { help: `Did you mean ${quoted(close)}?` }),
      });
    }
  },
};
