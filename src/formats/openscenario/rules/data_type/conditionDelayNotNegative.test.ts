import { afterSeconds, scenario, trigger } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './conditionDelayNotNegative';

const stop = (delay: string) =>
  trigger('StopTrigger', afterSeconds().replace('delay="0"', `delay="${delay}"`));

testRule(rule, [
  { name: 'none', text: scenario({ stop: stop('0') }) },
  { name: 'some', text: scenario({ stop: stop('1.5') }) },
  {
    name: 'a negative one',
    text: scenario({ stop: stop('«-1.5»') }),
    says: ['`delay` of `Condition` is -1.5 s, but has to be 0 or more.'],
  },
  { name: 'in version 1.0', text: scenario({ version: '1.0', stop: stop('«-1»') }) },
]);
