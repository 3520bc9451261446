import { testRule } from '../../testing/rules';
import { event, scenario, trigger } from '../../testing/scenarios';
import { byEntity, group, maneuver } from '../../testing/storyboards';
import { rule } from './selectedTriggeringEntities';

const begins = trigger('StartTrigger');
const byEgo = trigger('StartTrigger', byEntity('Ego'));

/** A maneuver group whose triggering entities act. */
function selecting(value: string, inside: string, actors = ''): string {
  return group('g', inside, actors).replace('"false"', `"${value}"`);
}

testRule(rule, [
  {
    name: 'an event that entities trigger',
    text: scenario({ act: selecting('true', maneuver('m', event('e', byEgo))) + begins }),
  },
  {
    name: 'an act that entities trigger',
    text: scenario({ act: selecting('1', maneuver('m', event())) + byEgo }),
  },
  {
    name: 'time alone, in version 1.0',
    text: scenario({
      version: '1.0',
      act: selecting('«true»', maneuver('m', event())) + begins,
    }),
    codes: ['no-triggering-entity'],
    says: [
      'The actors of the maneuver group `g` are those that trigger it, but no start trigger has a condition on an entity.',
    ],
  },
  {
    name: 'someone else acts anyway',
    text: scenario({
      act: selecting('true', maneuver('m', event()), '<EntityRef entityRef="Ego"/>') + begins,
    }),
  },
  {
    name: 'nobody is selected, or a catalog says what is done',
    text: scenario({
      act:
        selecting('false', maneuver('m', event())) +
        selecting('true', '<CatalogReference catalogName="c" entryName="e"/>').replace(
          '"g"',
          '"h"',
        ) +
        begins,
    }),
  },
]);
