import { testRule } from '../../testing/rules';
import { privately, scenario, trigger } from '../../testing/scenarios';
import { doing, entityAction } from '../../testing/storyboards';
import { rule } from './entitiesAreAddedOnce';

const begins = trigger('StartTrigger');
const add = (entity: string): string => doing('add', entityAction(entity, 'add'), begins);
const remove = (entity: string): string => doing('remove', entityAction(entity, 'delete'), begins);

testRule(rule, [
  { name: 'one that was not there', text: scenario({ events: add('Target') }) },
  {
    name: 'one that is there, in version 1.0',
    text: scenario({ version: '1.0', init: privately('Target'), events: add('«Target»') }),
    codes: ['added-again'],
    says: ['`Target` is added, but has been there since `Init`.'],
  },
  {
    name: 'one that is deleted at some time',
    text: scenario({ init: privately('Target'), events: remove('Target') + add('Target') }),
  },
  {
    name: 'where a parameter says who is deleted',
    text: scenario({ init: privately('Target'), events: remove('$who') + add('Target') }),
  },
  {
    name: 'in Init itself',
    text: scenario({ init: entityAction('Target', 'add') + privately('Target') }),
  },
]);
