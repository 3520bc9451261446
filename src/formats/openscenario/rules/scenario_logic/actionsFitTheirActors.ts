import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { actorsOf, entityName } from '../../model/actors';
import type { EntityKind } from '../../model/entities';
import type { DocumentRule } from '../kinds';

const noun: Readonly<Record<EntityKind, string>> = {
  vehicle: 'a vehicle',
  pedestrian: 'a pedestrian',
  misc: 'a miscellaneous object',
  external: 'a reference to an external object',
  selection: 'a selection',
  unknown: 'an object',
};

/** What only some kinds of entities have or can do: elements of actions, and who they are for. */
const requirements: readonly (readonly [
  element: string,
  kinds: readonly EntityKind[],
  what: string,
])[] = [
  // Class reference: pedals, gear and steering wheel are a vehicle's.
  ['OverrideControllerValueAction', ['vehicle'], 'pedals, gear and steering wheel'],
  // 1.2: types VehicleLightType and VehicleComponentType.
  ['VehicleLight', ['vehicle'], 'vehicle lights'],
  ['VehicleComponent', ['vehicle'], 'vehicle components'],
  // 1.3: trailers are vehicles, and so is what draws them.
  ['TrailerAction', ['vehicle'], 'trailers'],
  // Class reference of ScenarioObject: other objects have no controllers.
  ['ActivateControllerAction', ['vehicle', 'pedestrian'], 'controllers'],
  ['AssignControllerAction', ['vehicle', 'pedestrian'], 'controllers'],
];

/** Actions are carried out by what can do so. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:scenario_logic.actions_fit_their_actors',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Actions that need a vehicle, or a controller, are not those of other objects',
  explanation: {
    asks: 'Pedals, lights, doors and trailers are a vehicle’s; controllers are a vehicle’s or a pedestrian’s. An action on them that another kind of object is to carry out does nothing, or stops the simulator.',
    source:
      'ASAM OpenSCENARIO XML, class reference of the actions and of ScenarioObject; objects from catalogs are not judged',
    example: {
      wrong:
        '<ScenarioObject name="Walker"><Pedestrian …/>…\n<Private entityRef="Walker">… <OverrideControllerValueAction>',
      right:
        '<ScenarioObject name="Ego"><Vehicle …/>…\n<Private entityRef="Ego">… <OverrideControllerValueAction>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, entities, texts } = model;
    for (const [element, kinds, what] of requirements) {
      for (const action of elements.named(element)) {
        for (const actor of actorsOf(model, action)) {
          const kind = entities.kindOf(actor);
          if (kind === 'unknown' || kinds.includes(kind)) continue;
          const name = elements.attributeOf(actor, 'name');
          tell({
            code: 'action-of-other-kind',
            at: texts.tagRange(action),
            message: `${quoted(entityName(model, actor))} is ${noun[kind]}, which has no ${what}.`,
            related:
              name === none
                ? []
                : [{ message: 'the actor is declared here', at: texts.valueRange(name) }],
          });
        }
      }
    }
  },
};
