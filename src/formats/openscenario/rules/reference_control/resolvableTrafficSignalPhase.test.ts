import { testRule } from '../../testing/rules';
import { scenario, trigger } from '../../testing/scenarios';
import { byValue } from '../../testing/storyboards';
import { rule } from './resolvableTrafficSignalPhase';

const roads =
  '<TrafficSignals><TrafficSignalController name="crossing"><Phase name="go" duration="1"/><Phase name="stop" duration="1"/></TrafficSignalController><TrafficSignalController name="empty"/></TrafficSignals>';
const stop = (phase: string, controller = 'crossing'): string =>
  trigger(
    'StopTrigger',
    byValue(
      `<TrafficSignalControllerCondition trafficSignalControllerRef="${controller}" phase="${phase}"/>`,
    ),
  );

testRule(rule, [
  { name: 'a phase of the controller', text: scenario({ roads, stop: stop('go') }) },
  {
    name: 'another phase',
    text: scenario({ roads, stop: stop('«green»') }),
    codes: ['unknown-phase'],
    says: ['The traffic signal controller `crossing` has no phase `green`.'],
    helps: ['It has `go` or `stop`.'],
  },
  {
    name: 'a phase in another case, in version 1.0',
    text: scenario({ version: '1.0', roads, stop: stop('«Go»') }),
    helps: ['Did you mean `go`?'],
  },
  {
    name: 'a controller without phases',
    text: scenario({ roads, stop: stop('«go»', 'empty') }),
    helps: ['It has no phases at all.'],
  },
  { name: 'a controller that is not there', text: scenario({ roads, stop: stop('go', 'other') }) },
]);
