import { testRule } from '../../testing/rules';
import { catalog, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './storyboardCanEnd';

testRule(rule, [
  { name: 'a condition', text: scenario() },
  {
    name: 'no conditions, in version 1.0',
    text: scenario({ version: '1.0', stop: '«<StopTrigger/>»' }),
    codes: ['empty-stop-trigger'],
  },
  {
    name: 'no trigger, in version 1.3',
    text: scenario({ stop: '' }).replace('<Storyboard>', '«<Storyboard>»'),
    codes: ['no-stop-trigger'],
    says: ['The storyboard has no `StopTrigger`, so the scenario never ends by itself.'],
  },
  { name: 'a catalog', text: catalog(vehicle()) },
]);
