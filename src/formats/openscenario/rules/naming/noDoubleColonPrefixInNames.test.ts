import { testRule } from '../../testing/rules';
import { event, scenario } from '../../testing/scenarios';
import { rule } from './noDoubleColonPrefixInNames';

testRule(rule, [
  { name: 'a colon alone', text: scenario({ events: event('at 10:30: go') }) },
  {
    name: 'two in a row',
    text: scenario({ events: event('«cut::in»') }),
    codes: ['double-colon'],
    says: ['The name of the event `cut::in` contains `::`'],
    helps: ['Write it without, such as `cut_in`.'],
  },
  { name: 'already in version 1.0', text: scenario({ version: '1.0', events: event('«::go»') }) },
  {
    name: 'written as a character reference',
    text: scenario({ events: event('«a:&#58;b»') + event('a&amp;b') }),
  },
]);
