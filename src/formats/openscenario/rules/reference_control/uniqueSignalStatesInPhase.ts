import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { nameIdOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** A phase gives a signal one state. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:reference_control.unique_signal_states_in_phase',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'No phase of a signal controller gives a traffic signal more than one state',
  explanation: {
    asks: 'A Phase lists the traffic signals and their states during it. Where it lists one signal twice, it depends on the simulator which of the states the signal takes.',
    source: 'ASAM OpenSCENARIO XML, class reference of Phase and TrafficSignalState',
    example: {
      wrong:
        '<TrafficSignalState trafficSignalId="1" state="on;off"/>\n<TrafficSignalState trafficSignalId="1" state="off;on"/>',
      right:
        '<TrafficSignalState trafficSignalId="1" state="on;off"/>\n<TrafficSignalState trafficSignalId="2" state="off;on"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    let phase = none;
    const states = new Map<number, number>();
    for (const state of elements.named('TrafficSignalState')) {
      const parent = elements.parentOf(state);
      if (parent !== phase) states.clear();
      phase = parent;
      const attribute = elements.attributeOf(state, 'trafficSignalId');
      const signal = nameIdOf(model, attribute);
      const first = states.get(signal);
      if (signal === 0) continue;
      if (first === undefined) {
        states.set(signal, attribute);
        continue;
      }
      tell({
        code: 'signal-twice-in-phase',
        at: texts.valueRange(attribute),
        message: `The phase gives the traffic signal ${quoted(texts.interner.text(signal))} more than one state.`,
        help: 'Leave one of them.',
        related: [{ message: 'its first state is given here', at: texts.valueRange(first) }],
      });
    }
  },
};
