import { nearest } from '../../../../schema/nearest';
import { joined, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { nameIdOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** A signal controller that starts after another names one that there is, and not itself by a detour. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.traffic_signal_controller_references',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'The controller that a signal controller is delayed against exists, without circles',
  explanation: {
    asks: 'TrafficSignalController@reference names the controller whose first phase the delay counts from. It has to be another controller of the scenario, and following the references must not lead back: then none of them could ever start.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule C.7.13; class reference of 1.0',
    example: {
      wrong: '<TrafficSignalController name="second" delay="10" reference="second"/>',
      right: '<TrafficSignalController name="second" delay="10" reference="first"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { texts } = model;
    const controllers = model.signalControllers;
    const next = new Map<number, number>();
    for (const controller of controllers.elements) {
      const reference = referenceOf(model, controller);
      const name = nameIdOf(model, reference);
      if (name === 0) continue;
      const target = controllers.named(name);
      if (target !== none) next.set(controller, target);
      else if (controllers.complete) {
        const text = texts.interner.text(name);
        const close = nearest(text, controllers.shownNames);
        tell({
          code: 'unknown-signal-controller',
          at: texts.valueRange(reference),
          message: `There is no traffic signal controller ${quoted(text)} to be delayed against.`,
          ...(close !== null && { help: `Did you mean ${quoted(close)}?` }),
        });
      }
    }
    for (const circle of circles(next)) {
      const [first = none] = circle;
      const names = [...circle, first].map((each) => quoted(nameOf(model, each)));
      tell({
        code: 'signal-controllers-in-a-circle',
        at: texts.valueRange(referenceOf(model, first)),
        message:
          circle.length === 1
            ? `The traffic signal controller ${names[0] ?? ''} is delayed against itself.`
            : `Traffic signal controllers are delayed against each other in a circle: ${names.join(' → ')}.`,
        help: `Take the reference away from ${joined(names.slice(0, -1), 'or')}.`,
        related: circle.slice(1).map((each) => ({
          message: `${quoted(nameOf(model, each))} refers on from here`,
          at: texts.valueRange(referenceOf(model, each)),
        })),
      });
    }
  },
};

function referenceOf({ elements }: Model, controller: number): number {
  return elements.attributeOf(controller, 'reference');
}

function nameOf({ elements, values }: Model, controller: number): string {
  return values.textOf(elements.attributeOf(controller, 'name')) ?? '';
}

/** The circles among what leads to one other each, every one once, from its first element on. */
function circles(next: ReadonlyMap<number, number>): number[][] {
  const found: number[][] = [];
  const seen = new Set<number>();
  for (const start of next.keys()) {
    const path: number[] = [];
    let at: number | undefined = start;
    for (; at !== undefined && !seen.has(at); at = next.get(at)) {
      seen.add(at);
      path.push(at);
    }
    if (at !== undefined && path.includes(at)) found.push(path.slice(path.indexOf(at)));
  }
  return found;
}
