import { testRule } from '../../testing/rules';
import { afterSeconds, event, scenario, trigger } from '../../testing/scenarios';
import { afterElement, doing, entityAction, group, maneuver } from '../../testing/storyboards';
import { rule } from './entitiesAreThereWhenUsed';

const begins = trigger('StartTrigger');
const gone = doing('gone', entityAction('Target', 'delete'), begins);
const after = (name: string): string => trigger('StartTrigger', afterElement(name));

/** A group in which the target is deleted, and one in which an actor acts then. */
function acts(actor: string, start: string, more = ''): string {
  return (
    group('clean', maneuver('m', gone + more)) +
    group('drive', maneuver('n', event('drive', start)), `<EntityRef entityRef="${actor}"/>`) +
    begins
  );
}

testRule(rule, [
  { name: 'another one acts', text: scenario({ act: acts('Ego', after('gone')) }) },
  { name: 'it acts at some other time', text: scenario({ act: acts('Target', begins) }) },
  {
    name: 'it acts afterwards, in version 1.0',
    text: scenario({ version: '1.0', act: acts('«Target»', after('gone')) }),
    codes: ['used-after-deletion'],
    says: ['`Target` has been deleted when the event `drive` starts.'],
  },
  {
    name: 'it acts after something that comes afterwards',
    text: scenario({
      act: acts(
        '«Target»',
        after('later'),
        doing('later', entityAction('Ego', 'delete'), after('gone')),
      ),
    }),
  },
  {
    name: 'it may have been started otherwise',
    text: scenario({
      act: acts(
        'Target',
        `<StartTrigger><ConditionGroup>${afterElement('gone')}</ConditionGroup><ConditionGroup>${afterSeconds()}</ConditionGroup></StartTrigger>`,
      ),
    }),
  },
  {
    name: 'it comes back',
    text: scenario({
      act: acts('Target', after('gone'), doing('back', entityAction('Target', 'add'), begins)),
    }),
  },
  {
    name: 'it is deleted again',
    text: scenario({
      act:
        group(
          'clean',
          maneuver('m', gone + doing('again', entityAction('«Target»', 'delete'), after('gone'))),
        ) + begins,
    }),
  },
]);
