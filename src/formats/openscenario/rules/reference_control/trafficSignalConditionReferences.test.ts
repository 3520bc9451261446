import { openDrive, signals } from '../../roads/testing/roads';
import { testProjectRule } from '../../testing/projects';
import { scenario, trigger } from '../../testing/scenarios';
import { rule } from './trafficSignalConditionReferences';

const files = { 'a.xodr': openDrive(signals('<signal id="42"/>')) };
const waiting = (name: string, version: '1.0' | '1.3' = '1.3'): string =>
  scenario({
    version,
    roads: '<LogicFile filepath="a.xodr"/>',
    stop: trigger(
      'StopTrigger',
      `<Condition name="green" delay="0" conditionEdge="none"><ByValueCondition><TrafficSignalCondition name="${name}" state="on"/></ByValueCondition></Condition>`,
    ),
  });

testProjectRule(rule, [
  { name: 'a signal that is there', files, text: waiting('42') },
  { name: 'a signal that is not', files, text: waiting('«24»'), codes: ['unknown-signal'] },
  { name: 'already in version 1.0', files, text: waiting('«24»', '1.0') },
  { name: 'a file given alone', text: waiting('24') },
]);
