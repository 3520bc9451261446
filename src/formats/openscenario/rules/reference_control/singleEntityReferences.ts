import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { objectsOf } from '../../model/actors';
import { nameTextOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/**
 * Elements whose entity is one that something is compared with, or is relative to: there is no speed,
 * place or lane that several objects have in common (class reference; the same for 1.0 to 1.3).
 */
const comparing = new Set([
  'CentralObject',
  'FromCurrentEntity',
  'LateralDistanceAction',
  'LongitudinalDistanceAction',
  'RelativeAngleCondition',
  'RelativeLanePosition',
  'RelativeObjectPosition',
  'RelativeRoadPosition',
  'RelativeSpeedCondition',
  'RelativeTargetLane',
  'RelativeTargetLaneOffset',
  'RelativeTargetSpeed',
  'RelativeWorldPosition',
  'SpeedProfileAction',
  'SynchronizeAction',
  'ConnectTrailerAction',
  'TrailerRef',
]);

/** What is compared with an entity is compared with one. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:reference_control.single_entity_references',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Where something is relative to an entity, the entity is a single object',
  explanation: {
    asks: 'A position, speed, lane or distance relative to an entity needs one object to be measured from. An EntitySelection that stands for several has no such thing, and simulators refuse it or take any of its members.',
    source:
      'ASAM OpenSCENARIO XML, class reference of the relative positions, targets and conditions; scenario simulators refuse selections in RelativeSpeedCondition and TimeToCollisionConditionTarget',
    example: {
      wrong: '<EntitySelection name="all">…\n<RelativeSpeedCondition entityRef="all" …/>',
      right: '<ScenarioObject name="Ego">…\n<RelativeSpeedCondition entityRef="Ego" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, entities, texts } = model;
    if (elements.named('EntitySelection').length === 0) return;
    for (const name of ['entityRef', 'masterEntityRef', 'trailerRef']) {
      for (const attribute of elements.attributesNamed(name)) {
        const element = elements.elementOf(attribute);
        const target = elements.nameOf(elements.parentOf(element));
        const compared =
          comparing.has(elements.nameOf(element)) || target === 'TimeToCollisionConditionTarget';
        if (!compared) continue;
        const entity = entities.referredBy(attribute);
        if (entity === none || entities.kindOf(entity) !== 'selection') continue;
        if (objectsOf(model, entity).size < 2) continue;
        tell({
          code: 'selection-for-one',
          at: texts.valueRange(attribute),
          message: `${quoted(nameTextOf(model, attribute) ?? '')} stands for several objects, while ${quoted(elements.nameOf(element))} needs a single one.`,
          help: 'Name one `ScenarioObject`.',
          related: [{ message: 'the selection is declared here', at: texts.tagRange(entity) }],
        });
      }
    }
  },
};
