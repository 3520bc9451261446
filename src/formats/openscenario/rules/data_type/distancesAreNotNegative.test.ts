import { privately, scenario, trigger } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './distancesAreNotNegative';

const nearer = (distance: string) =>
  trigger(
    'StopTrigger',
    `<Condition name="near" delay="0" conditionEdge="none"><ByEntityCondition><TriggeringEntities triggeringEntitiesRule="any"><EntityRef entityRef="Ego"/></TriggeringEntities><EntityCondition><RelativeDistanceCondition entityRef="Target" relativeDistanceType="longitudinal" value="${distance}" freespace="true" rule="lessThan"/></EntityCondition></ByEntityCondition></Condition>`,
  );

const beside = (distance: string) =>
  privately(
    'Ego',
    `<LateralAction><LateralDistanceAction entityRef="Target" distance="${distance}" freespace="true" continuous="false"/></LateralAction>`,
  );

testRule(rule, [
  { name: 'distances', text: scenario({ stop: nearer('20'), init: beside('2') + beside('0') }) },
  {
    name: 'a negative distance in a condition',
    text: scenario({ stop: nearer('«-20»') }),
    says: ['`value` of `RelativeDistanceCondition` is -20 m, but has to be 0 or more.'],
  },
  {
    name: 'a side told by the sign',
    text: scenario({ version: '1.0', init: beside('«-2.0»') }),
    helps: ['To say on which side to stay, use @displacement'],
  },
]);
