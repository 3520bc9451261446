import { openDrive, signals } from '../../roads/testing/roads';
import { testProjectRule } from '../../testing/projects';
import { scenario, signalController } from '../../testing/scenarios';
import { rule } from './trafficSignalStateReferences';

const files = { 'a.xodr': openDrive(signals('<signal id="42"/>')) };
const state = (id: string, version: '1.0' | '1.3' = '1.3'): string =>
  scenario({
    version,
    roads: `<LogicFile filepath="a.xodr"/><TrafficSignals>${signalController('7', id)}</TrafficSignals>`,
  });

testProjectRule(rule, [
  { name: 'a signal that is there', files, text: state('42') },
  { name: 'a signal that is not', files, text: state('«24»'), codes: ['unknown-signal'] },
  { name: 'already in version 1.0', files, text: state('«24»', '1.0') },
  { name: 'a file given alone', text: state('24') },
]);
