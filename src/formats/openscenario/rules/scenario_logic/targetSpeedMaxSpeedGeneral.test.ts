import { testRule } from '../../testing/rules';
import { object, privately, scenario } from '../../testing/scenarios';
import { rule } from './targetSpeedMaxSpeedGeneral';

const speed = (value: string, mode = 'follow'): string =>
  `<LongitudinalAction><SpeedAction><SpeedActionDynamics dynamicsShape="linear" value="1" dynamicsDimension="time" followingMode="${mode}"/><SpeedActionTarget><AbsoluteTargetSpeed value="${value}"/></SpeedActionTarget></SpeedAction></LongitudinalAction>`;

testRule(rule, [
  { name: 'as fast as it can', text: scenario({ init: privately('Ego', speed('50')) }) },
  {
    name: 'faster',
    text: scenario({ version: '1.2', init: privately('Ego', speed('«50.5»')) }),
    codes: ['target-above-maximum'],
    says: ['The target speed of 50.5 m/s is more than `Ego` can do, which is 50 m/s.'],
  },
  {
    name: 'a member of a selection, and an expression',
    text: scenario({
      entities:
        object('Ego') +
        '<EntitySelection name="all"><Members><ByType objectType="vehicle"/></Members></EntitySelection>',
      init: privately('all', speed('«${50 * 2}»')),
    }),
  },
  {
    name: 'the limits do not count in the other mode',
    text: scenario({ init: privately('Ego', speed('80', 'position')) }),
  },
  {
    name: 'a vehicle from a catalog',
    text: scenario({
      entities: object('Ego', '<CatalogReference catalogName="c" entryName="e"/>'),
      stories: '',
      init: privately('Ego', speed('80')),
    }),
  },
]);
