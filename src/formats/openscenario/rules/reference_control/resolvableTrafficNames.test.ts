import { testRule } from '../../testing/rules';
import { scenario, trigger } from '../../testing/scenarios';
import { doing } from '../../testing/storyboards';
import { rule } from './resolvableTrafficNames';

const traffic = (name: string, inside: string): string =>
  doing(
    'traffic',
    `<GlobalAction><TrafficAction ${name}>${inside}</TrafficAction></GlobalAction>`,
    trigger('StartTrigger'),
  );
const sink =
  '<TrafficSinkAction radius="1"><Position><WorldPosition x="0" y="0"/></Position></TrafficSinkAction>';
const stop = '<TrafficStopAction/>';

testRule(rule, [
  {
    name: 'started and stopped',
    text: scenario({
      events: traffic('trafficName="rush"', sink) + traffic('trafficName="rush"', stop),
    }),
  },
  { name: 'all traffic', text: scenario({ version: '1.1', events: traffic('', stop) }) },
  {
    name: 'a name that nothing starts',
    text: scenario({
      version: '1.1',
      events: traffic('trafficName="rush"', sink) + traffic('trafficName="«Rush»"', stop),
    }),
    codes: ['unknown-traffic'],
    helps: ['Did you mean `rush`?'],
  },
]);
