import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { entityName } from '../../model/actors';
import type { DocumentRule } from '../kinds';

/** What cannot move by itself has no controller. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:general.controllers_of_road_users',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Only vehicles and pedestrians have controllers',
  explanation: {
    asks: 'A controller moves an entity or switches its lights and animations. Miscellaneous objects and references to external objects must not have one: a simulator has nothing that it could control.',
    source: 'ASAM OpenSCENARIO XML, class reference of ScenarioObject and ObjectController',
    example: {
      wrong: '<ScenarioObject name="cone">\n  <MiscObject …/>\n  <ObjectController>…',
      right: '<ScenarioObject name="cone">\n  <MiscObject …/>\n</ScenarioObject>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, entities, texts } = model;
    for (const controller of elements.named('ObjectController')) {
      const object = elements.parentOf(controller);
      // An empty one, as 1.0 to 1.2 allow it, gives no controller.
      if (elements.firstChildOf(controller) === none) continue;
      const kind = entities.kindOf(object);
      if (kind !== 'misc' && kind !== 'external') continue;
      tell({
        code: 'controller-without-driver',
        at: texts.tagRange(controller),
        message: `${quoted(entityName(model, object))} has a controller, but is ${
          kind === 'misc' ? 'a miscellaneous object' : 'a reference to an external object'
        }.`,
        help: 'Leave the controller out.',
      });
    }
  },
};
