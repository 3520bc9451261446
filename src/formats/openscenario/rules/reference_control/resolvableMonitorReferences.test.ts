import { testRule } from '../../testing/rules';
import { scenario, trigger } from '../../testing/scenarios';
import { doing } from '../../testing/storyboards';
import { rule } from './resolvableMonitorReferences';

const monitors = '<MonitorDeclaration name="collided" value="false"/>';
const set = (monitor: string): string =>
  doing(
    'set',
    `<GlobalAction><SetMonitorAction monitorRef="${monitor}" value="true"/></GlobalAction>`,
    trigger('StartTrigger'),
  );

testRule(rule, [
  { name: 'declared', text: scenario({ monitors, events: set('collided') }) },
  {
    name: 'misspelt',
    text: scenario({ monitors, events: set('«colided»') }),
    codes: ['unknown-monitor'],
    helps: ['Did you mean `collided`?'],
  },
  {
    name: 'none declared',
    text: scenario({ events: set('«collided»') }),
    helps: ['Declare it as a `MonitorDeclaration` of the scenario.'],
  },
  { name: 'there are no monitors before version 1.3', text: scenario({ version: '1.2' }) },
]);
