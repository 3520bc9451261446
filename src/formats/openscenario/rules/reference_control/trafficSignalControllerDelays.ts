import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { nameIdOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** How much cycles may differ in seconds and still count as equal: durations are decimal fractions. */
const tolerance = 1e-6;

/** Delays between signal controllers mean something. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:reference_control.traffic_signal_controller_delays',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'A signal controller’s delay and reference come together, and cycles have equal lengths',
  explanation: {
    asks: 'The delay of a TrafficSignalController counts from the first phase of the controller that reference names: one without the other says nothing. And a delay between two controllers holds only as long as their phases take the same time in all; otherwise they drift apart with every cycle.',
    source: 'ASAM OpenSCENARIO XML, class reference of TrafficSignalController@delay, @reference',
    example: {
      wrong: '<TrafficSignalController name="second" delay="10"/>',
      right: '<TrafficSignalController name="second" delay="10" reference="first"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, signalControllers } = model;
    for (const controller of elements.named('TrafficSignalController')) {
      const delay = elements.attributeOf(controller, 'delay');
      const reference = elements.attributeOf(controller, 'reference');
      if (delay === none && reference === none) continue;
      const named = quoted(model.values.textOf(elements.attributeOf(controller, 'name')) ?? '');
      if (delay !== none && reference === none) {
        // A delay of nothing says nothing, and is written for completeness.
        if (!(model.values.numberOf(delay) > 0)) continue;
        tell({
          code: 'delay-without-reference',
          at: texts.valueRange(delay),
          message: `The traffic signal controller ${named} has a delay, but does not say after which controller.`,
          help: 'Name the other controller by `reference`.',
        });
        continue;
      }
      if (delay === none) {
        tell({
          code: 'reference-without-delay',
          at: texts.valueRange(reference),
          message: `The traffic signal controller ${named} refers to another one, but does not say how long after it it starts.`,
          help: 'Add `delay`, in seconds.',
        });
      }
      const other = signalControllers.named(nameIdOf(model, reference));
      if (other === none) continue;
      const [own, its] = [signalControllers.cycleOf(controller), signalControllers.cycleOf(other)];
      if (!(Math.abs(own - its) > tolerance)) continue;
      tell({
        code: 'cycles-differ',
        at: texts.valueRange(reference),
        message: `The phases of the traffic signal controller ${named} take ${own} s, those of the one it is delayed against ${its} s.`,
        help: 'Give both the same length, so that the delay holds in every cycle.',
        related: [{ message: 'the other controller is declared here', at: texts.tagRange(other) }],
      });
    }
  },
};
