import { testRule } from '../../testing/rules';
import { event, scenario, trigger } from '../../testing/scenarios';
import { group, maneuver } from '../../testing/storyboards';
import { rule } from './validActorReferenceInPrivateActions';

const begins = trigger('StartTrigger');
const byEntity = trigger(
  'StartTrigger',
  '<Condition name="c" delay="0" conditionEdge="none"><ByEntityCondition><TriggeringEntities triggeringEntitiesRule="any"><EntityRef entityRef="Ego"/></TriggeringEntities><EntityCondition><StandStillCondition duration="1"/></EntityCondition></ByEntityCondition></Condition>',
);
const globally = event().replace(
  /<PrivateAction>.*<\/PrivateAction>/,
  '<UserDefinedAction><CustomCommandAction type="log"/></UserDefinedAction>',
);
const mark = (text: string): string => text.replace(/<Actors [^>]*>/, (tag) => `«${tag}»`);
const select = (text: string): string =>
  text.replace('selectTriggeringEntities="false"', 'selectTriggeringEntities="true"');

testRule(rule, [
  { name: 'an actor', text: scenario() },
  {
    name: 'no actor',
    text: scenario({ act: mark(group('g', maneuver('m', event()), '')) + begins }),
    codes: ['no-actor'],
    says: ['The maneuver group `g` has private actions, but nobody to carry them out.'],
    helps: ['Name the actors by `EntityRef` in `Actors`.'],
  },
  {
    name: 'already in version 1.0',
    text: scenario({ version: '1.0', act: mark(group('g', maneuver('m', event()), '')) + begins }),
  },
  {
    name: 'an entity in a condition is no actor',
    text: scenario({ act: mark(group('g', maneuver('m', event('e', byEntity)), '')) + begins }),
  },
  {
    name: 'those that trigger act',
    text: scenario({ act: select(group('g', maneuver('m', event('e', byEntity)), '')) + begins }),
  },
  {
    name: 'nobody is needed for what is no private action',
    text: scenario({ act: group('g', maneuver('m', globally), '') + begins }),
  },
  { name: 'nothing is done at all', text: scenario({ act: group('g', '', '') + begins }) },
  {
    name: 'a maneuver from a catalog, which nobody may carry out',
    text: scenario({
      act: mark(group('g', '<CatalogReference catalogName="c" entryName="e"/>', '')) + begins,
    }),
    codes: ['no-actor-for-catalog'],
  },
]);
