import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { entityName } from '../../model/actors';
import { tooFastFor } from '../../model/speeds';
import type { DocumentRule } from '../kinds';

/** A speed profile that respects the vehicle's limits does not want more of it. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:scenario_logic.targetspeed_maxspeed_speedprofileaction',
  level: 'semantics',
  severity: 'warning',
  since: '1.2',
  meaning: 'No speed of a profile in following mode follow is above the vehicle’s maximum',
  explanation: {
    asks: 'With followingMode="follow" a vehicle keeps to its Performance while it follows a SpeedProfileAction. An entry above Performance@maxSpeed is then never reached. Where entityRef is given, speeds are relative to that entity, and nothing is compared.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule targetspeed_maxspeed_speedprofileaction (“should”); vehicles from catalogs are not looked up',
    example: {
      wrong: '<Performance maxSpeed="50" …/>…\n<SpeedProfileEntry speed="60" time="5"/>',
      right: '<Performance maxSpeed="50" …/>…\n<SpeedProfileEntry speed="50" time="5"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const action of elements.named('SpeedProfileAction')) {
      if (elements.attributeOf(action, 'entityRef') !== none) continue;
      if (values.textOf(elements.attributeOf(action, 'followingMode')) !== 'follow') continue;
      const entries = [...elements.childrenOf(action)].map((entry) =>
        elements.attributeOf(entry, 'speed'),
      );
      const speeds = entries.map((each) => (each === none ? NaN : values.numberOf(each)));
      if (!tooFastFor(model, action, Math.max(...speeds.filter((speed) => speed > 0)))) continue;
      for (const [at, attribute] of entries.entries()) {
        const speed = speeds[at] ?? NaN;
        const found = tooFastFor(model, action, speed);
        if (!found) continue;
        tell({
          code: 'target-above-maximum',
          at: texts.valueRange(attribute),
          message: `The speed of ${speed} m/s is more than ${quoted(entityName(model, found.actor))} can do, which is ${found.speed} m/s.`,
          help: 'Lower the speed, or raise `Performance@maxSpeed`.',
          related: [{ message: 'the maximum is given here', at: texts.valueRange(found.maxSpeed) }],
        });
      }
    }
  },
};
