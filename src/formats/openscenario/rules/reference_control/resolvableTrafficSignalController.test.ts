import { testRule } from '../../testing/rules';
import { scenario, trigger } from '../../testing/scenarios';
import { byValue, doing } from '../../testing/storyboards';
import { rule } from './resolvableTrafficSignalController';

const roads =
  '<TrafficSignals><TrafficSignalController name="crossing"><Phase name="go" duration="1"/></TrafficSignalController></TrafficSignals>';
const set = (controller: string): string =>
  doing(
    'set',
    `<GlobalAction><InfrastructureAction><TrafficSignalAction><TrafficSignalControllerAction trafficSignalControllerRef="${controller}" phase="go"/></TrafficSignalAction></InfrastructureAction></GlobalAction>`,
    trigger('StartTrigger'),
  );
const stop = (controller: string): string =>
  trigger(
    'StopTrigger',
    byValue(
      `<TrafficSignalControllerCondition trafficSignalControllerRef="${controller}" phase="go"/>`,
    ),
  );

testRule(rule, [
  { name: 'declared', text: scenario({ roads, events: set('crossing'), stop: stop('crossing') }) },
  {
    name: 'not declared: an action and a condition',
    text: scenario({ roads, events: set('«crosing»'), stop: stop('«other»') }),
    codes: ['unknown-signal-controller', 'unknown-signal-controller'],
    says: ['There is no traffic signal controller `crosing` in `RoadNetwork`.'],
    helps: ['Did you mean `crossing`?'],
  },
  {
    name: 'none declared, in version 1.0',
    text: scenario({ version: '1.0', events: set('«crossing»') }),
    helps: ['Declare it as a `TrafficSignalController` in `TrafficSignals`.'],
  },
]);
