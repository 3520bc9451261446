import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { entityName } from '../../model/actors';
import { tooFastFor } from '../../model/speeds';
import type { DocumentRule } from '../kinds';

/** A speed action that respects the vehicle's limits does not want more of it. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:scenario_logic.targetspeed_maxspeed_general',
  level: 'semantics',
  severity: 'warning',
  since: '1.2',
  meaning:
    'The target speed of an action in following mode follow is not above the vehicle’s maximum',
  explanation: {
    asks: 'With followingMode="follow" a vehicle keeps to its Performance while it follows a SpeedAction. A target above Performance@maxSpeed is then never reached, and the action does not end.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule targetspeed_maxspeed_general (“should”); vehicles from catalogs are not looked up',
    example: {
      wrong: '<Performance maxSpeed="50" …/>…\n<AbsoluteTargetSpeed value="60"/>',
      right: '<Performance maxSpeed="50" …/>…\n<AbsoluteTargetSpeed value="50"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    // Only few documents name a mode at all.
    for (const mode of elements.attributesNamed('followingMode')) {
      const dynamics = elements.elementOf(mode);
      const action = elements.parentOf(dynamics);
      if (elements.nameOf(action) !== 'SpeedAction' || values.textOf(mode) !== 'follow') continue;
      const target = elements.childNamed(action, 'SpeedActionTarget');
      const absolute = elements.childNamed(target, 'AbsoluteTargetSpeed');
      if (absolute === none) continue;
      const value = elements.attributeOf(absolute, 'value');
      const speed = values.numberOf(value);
      const found = tooFastFor(model, action, speed);
      if (!found) continue;
      tell({
        code: 'target-above-maximum',
        at: texts.valueRange(value),
        message: `The target speed of ${speed} m/s is more than ${quoted(entityName(model, found.actor))} can do, which is ${found.speed} m/s.`,
        help: 'Lower the target, or raise `Performance@maxSpeed`.',
        related: [{ message: 'the maximum is given here', at: texts.valueRange(found.maxSpeed) }],
      });
    }
  },
};
