import type { Tell } from '../../../rules/rule';
import { quoted } from '../../../schema/words';
import { none } from '../../../tree/tree';
import type { Project } from '../project/project';
import { helpOn } from '../project/words';
import type { RoadNetwork } from './roadNetwork';

/**
 * Tells of the attributes, all of one name in elements of one name, that name a traffic signal which the
 * road network does not have. Says nothing where there is no road network, or it is known in part only.
 */
export function tellUnknownSignals(
  { roads, model }: Project,
  element: string,
  attribute: string,
  tell: Tell,
): void {
  if (!roads || roads.network.partial) return;
  const { network } = roads;
  const { elements, texts, values } = model;
  for (const each of elements.named(element)) {
    const named = elements.attributeOf(each, attribute);
    const id = values.textOf(named);
    if (id === null || network.signalOf(id) !== none) continue;
    tell({
      code: 'unknown-signal',
      at: texts.valueRange(named),
      message: `There is no traffic signal with the id ${quoted(id)} in the road network.`,
      help: helpOnSignal(network, id),
    });
  }
}

function helpOnSignal(network: RoadNetwork, id: string): string {
  const signal = network.signalNamed(id);
  if (signal !== none) {
    return `The signal with the name ${quoted(id)} has the id ${quoted(network.signalIdOf(signal))}.`;
  }
  return helpOn(id, network.signalIds(), 'It has');
}
