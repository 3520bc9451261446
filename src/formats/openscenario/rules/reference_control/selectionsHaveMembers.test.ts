import { testRule } from '../../testing/rules';
import { object, scenario } from '../../testing/scenarios';
import { rule } from './selectionsHaveMembers';

const member = (name: string): string => `<EntityRef entityRef="${name}"/>`;
const vehicles = '<ByType objectType="vehicle"/>';
const pedestrians = '<ByType objectType="pedestrian"/>';

/** A scenario with an entity and selections by their names and members. */
function selections(...all: [name: string, members: string][]): string {
  const each = all.map(
    ([name, members]) =>
      `<EntitySelection name="${name}"><Members>${members}</Members></EntitySelection>`,
  );
  return scenario({ entities: object('Ego') + each.join('') });
}

testRule(rule, [
  {
    name: 'members by name, by type and by way of others',
    text: selections(['a', member('Ego')], ['b', vehicles], ['c', member('a') + member('b')]),
  },
  {
    name: 'itself',
    text: selections(['«a»', member('Ego') + member('a')]),
    codes: ['selection-of-itself'],
    says: ['The selection `a` contains itself.'],
  },
  {
    name: 'each other, told once',
    text: selections(['«a»', member('b')], ['b', member('c')], ['c', member('a')]),
    says: ['The selections `a`, `b` and `c` contain each other.'],
  },
  {
    name: 'nobody',
    text: selections(['«a»', pedestrians]),
    codes: ['empty-selection'],
    says: ['The selection `a` stands for no object at all.'],
  },
  {
    name: 'already in version 1.0',
    text: selections(['«a»', pedestrians]).replace('revMinor="3"', 'revMinor="0"'),
  },
  { name: 'a member that is not there', text: selections(['a', member('Nobody')]) },
  {
    name: 'what a catalog may make a pedestrian',
    text: selections(['a', pedestrians]).replace(
      /<Vehicle.*<\/Vehicle>/,
      '<CatalogReference catalogName="c" entryName="e"/>',
    ),
  },
]);
