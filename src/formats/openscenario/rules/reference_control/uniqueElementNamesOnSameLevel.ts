import type { Severity } from '../../../../findings/finding';
import type { Tell } from '../../../../rules/rule';
import { quoted, withArticle } from '../../../../schema/words';
import type { Elements } from '../../../../tree/elements';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { nameTextOf } from '../../model/names';
import { forEachNamesake } from '../../model/siblings';
import type { DocumentRule } from '../kinds';

/** Elements of one level, and how bad it is when two of them have the same name. */
interface NamedLevel {
  /** Name of the elements. */
  tag: string;
  /** Name of other elements that share their names' space. */
  other?: string;
  /** Where they are no level's elements unless their parent is this. */
  parent?: string;
  severity: Severity;
}

/**
 * What is referred to by its name is an error where that is ambiguous. Nothing refers to conditions
 * and properties by name: the standard's sentence holds for conditions all the same, while properties
 * are pairs of a name and a value and no elements with names.
 */
const levels: readonly NamedLevel[] = [
  { tag: 'ScenarioObject', other: 'EntitySelection', severity: 'error' },
  { tag: 'Story', severity: 'error' },
  { tag: 'Act', severity: 'error' },
  { tag: 'ManeuverGroup', severity: 'error' },
  { tag: 'Maneuver', parent: 'ManeuverGroup', severity: 'error' },
  { tag: 'Event', severity: 'error' },
  { tag: 'Action', severity: 'error' },
  { tag: 'TrafficSignalController', severity: 'error' },
  { tag: 'Phase', severity: 'error' },
  { tag: 'MonitorDeclaration', severity: 'error' },
  { tag: 'ParameterDeclaration', severity: 'error' },
  { tag: 'VariableDeclaration', severity: 'error' },
  { tag: 'Condition', severity: 'warning' },
  { tag: 'Property', severity: 'info' },
];

/** No two elements of a level have the same name. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:reference_control.unique_element_names_on_same_level',
  aliases: [
    'asam.net:xosc:1.0.0:naming.unique_element_names_on_same_level',
    'asam.net:xosc:1.1.0:naming.unique_element_names_on_same_level',
  ],
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'No two elements with the same parent have the same name',
  explanation: {
    asks: 'Stories, acts, maneuver groups, maneuvers, events, actions, entities, signal controllers and their phases, parameters and variables are referred to by their names, so within one element each name may occur only once. Of two with the same name a simulator takes one or the other, and a condition on one of them may never become true. Conditions with the same name are told as warnings, properties as notes: nothing refers to those.',
    source:
      'ASAM OpenSCENARIO XML, “Element names at each level shall be unique at that level”; checker rule of 1.2, in Annex C of 1.3.1 in the set naming',
    example: {
      wrong: '<Event name="Brake" …/>\n<Event name="Brake" …/>',
      right: '<Event name="Brake" …/>\n<Event name="BrakeAgain" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements } = model;
    for (const level of levels) {
      const siblings = siblingsOf(elements, level);
      if (siblings.length > 1) tellNamesakes(model, siblings, level.severity, tell);
    }
    const catalog = elements.childNamed(0, 'Catalog');
    if (catalog !== none) tellNamesakes(model, [...elements.childrenOf(catalog)], 'error', tell);
  },
};

function tellNamesakes(
  model: Model,
  siblings: ArrayLike<number>,
  severity: Severity,
  tell: Tell,
): void {
  forEachNamesake(model, siblings, (element, first) => {
    const { elements, texts } = model;
    const name = elements.attributeOf(element, 'name');
    const noun = elements.nameOf(element);
    const other = elements.nameOf(first);
    tell({
      code: 'duplicate-name',
      severity,
      at: texts.valueRange(name),
      message: `${quoted(nameTextOf(model, name) ?? texts.written(name))} is the name of ${
        noun === other
          ? `more than one ${quoted(noun)}`
          : `${withArticle(quoted(other))} and of ${withArticle(quoted(noun))}`
      } in the same ${quoted(elements.nameOf(elements.parentOf(element)))}.`,
      help: 'Give each a name of its own.',
      related: [
        {
          message: 'the first one of this name stands here',
          at: texts.valueRange(elements.attributeOf(first, 'name')),
        },
      ],
    });
  });
}

function siblingsOf(elements: Elements, { tag, other, parent }: NamedLevel): ArrayLike<number> {
  const first = elements.named(tag);
  if (parent !== undefined && first.length > 1) {
    const parentId = elements.names.idOf(parent);
    return first.filter((at) => elements.nameIdOf(elements.parentOf(at)) === parentId);
  }
  const others = other === undefined ? [] : elements.named(other);
  return others.length === 0 ? first : [...first, ...others].sort((a, b) => a - b);
}
