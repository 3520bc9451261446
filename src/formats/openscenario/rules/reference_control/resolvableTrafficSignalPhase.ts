import { nearest } from '../../../../schema/nearest';
import { anyOf, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { nameIdOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** Every phase that is named belongs to the controller that is named with it. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:reference_control.resolvable_traffic_signal_phase',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Every phase that is set or waited for is one of its signal controller’s',
  explanation: {
    asks: 'TrafficSignalControllerAction and TrafficSignalControllerCondition name a phase of the controller that they refer to. A phase that the controller does not have can neither be set nor reached.',
    source:
      'ASAM OpenSCENARIO XML, class reference of TrafficSignalControllerAction@phase: the phases are those that RoadNetwork defines for the controller',
    example: {
      wrong: '<Phase name="green" …/>…\n<TrafficSignalControllerAction phase="go" …/>',
      right: '<Phase name="green" …/>…\n<TrafficSignalControllerAction phase="green" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const attribute of elements.attributesNamed('trafficSignalControllerRef')) {
      const phase = elements.attributeOf(elements.elementOf(attribute), 'phase');
      const name = nameIdOf(model, phase);
      const controller = model.signalControllers.named(nameIdOf(model, attribute));
      if (name === 0 || controller === none) continue;
      const declared = phaseNames(model, controller);
      if (declared.includes(name) || declared.includes(0)) continue;
      const text = texts.interner.text(name);
      const known = declared.map((each) => texts.interner.text(each));
      const close = nearest(text, known);
      tell({
        code: 'unknown-phase',
        at: texts.valueRange(phase),
        message: `The traffic signal controller ${quoted(model.values.textOf(attribute) ?? '')} has no phase ${quoted(text)}.`,
        help: helpFor(text, close, known),
        related: [
          {
            message: 'the controller is declared here',
            at: texts.valueRange(elements.attributeOf(controller, 'name')),
          },
        ],
      });
    }
  },
};

function phaseNames(model: Model, controller: number): number[] {
  return model.signalControllers
    .phasesOf(controller)
    .map((phase) => nameIdOf(model, model.elements.attributeOf(phase, 'name')));
}

function helpFor(text: string, close: string | null, known: string[]): string {
  if (close !== null) return `Did you mean ${quoted(close)}?`;
  return known.length === 0 ? 'It has no phases at all.' : `It has ${anyOf(known, text)}.`;
}
