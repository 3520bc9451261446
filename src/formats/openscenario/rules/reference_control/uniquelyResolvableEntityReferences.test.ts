import { testRule } from '../../testing/rules';
import { catalog, object, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './uniquelyResolvableEntityReferences';

testRule(rule, [
  { name: 'entries with names of their own', text: catalog(vehicle('a') + vehicle('b')) },
  {
    name: 'two of one name',
    text: catalog(vehicle('a') + vehicle('b') + vehicle('«a»')),
    codes: ['ambiguous-catalog-entry'],
    says: ['References to the entry `a` of this catalog may mean this one or an earlier one.'],
  },
  {
    name: 'already in version 1.0',
    text: catalog(vehicle('a') + vehicle('«a»'), { version: '1.0' }),
  },
  {
    name: 'vehicles of a scenario, which nobody refers to',
    text: scenario({ entities: object('Ego', vehicle('a')) + object('Target', vehicle('a')) }),
  },
]);
