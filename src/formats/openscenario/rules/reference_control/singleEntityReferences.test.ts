import { testRule } from '../../testing/rules';
import { object, privately, scenario, teleport, trigger } from '../../testing/scenarios';
import { byEntity } from '../../testing/storyboards';
import { rule } from './singleEntityReferences';

const entities =
  object('Ego') +
  object('Target') +
  '<EntitySelection name="all"><Members><ByType objectType="vehicle"/></Members></EntitySelection><EntitySelection name="one"><Members><EntityRef entityRef="Ego"/></Members></EntitySelection>';
const stop = (condition: string): string => trigger('StopTrigger', byEntity('all', condition));
const beside = (entity: string): string =>
  teleport(`<RelativeWorldPosition entityRef="${entity}" dx="1" dy="0"/>`);

testRule(rule, [
  {
    name: 'one object, and a selection where several may be meant',
    text: scenario({
      entities,
      init: privately('all', beside('Ego')) + privately('Ego', beside('one')),
      stop: stop('<RelativeSpeedCondition entityRef="Ego" value="1" rule="lessThan"/>'),
    }),
  },
  {
    name: 'several objects to be relative to',
    text: scenario({
      entities,
      init: privately('Ego', beside('«all»')),
      stop: stop('<RelativeSpeedCondition entityRef="«all»" value="1" rule="lessThan"/>'),
    }),
    codes: ['selection-for-one', 'selection-for-one'],
    says: ['`all` stands for several objects, while `RelativeWorldPosition` needs a single one.'],
  },
  {
    name: 'a target of a time to collision, in version 1.0',
    text: scenario({
      version: '1.0',
      entities,
      stop: stop(
        '<TimeToCollisionCondition alongRoute="false" freespace="true" rule="lessThan" value="1"><TimeToCollisionConditionTarget><EntityRef entityRef="«all»"/></TimeToCollisionConditionTarget></TimeToCollisionCondition>',
      ),
    }),
  },
]);
