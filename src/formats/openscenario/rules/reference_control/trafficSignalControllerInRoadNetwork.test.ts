import { openDrive } from '../../roads/testing/roads';
import { testProjectRule } from '../../testing/projects';
import { scenario, signalController } from '../../testing/scenarios';
import { rule } from './trafficSignalControllerInRoadNetwork';

const files = { 'a.xodr': openDrive('<controller id="7" name="Crossing"/>') };
const named = (name: string, version: '1.0' | '1.3' = '1.3'): string =>
  scenario({
    version,
    roads: `<LogicFile filepath="a.xodr"/><TrafficSignals>${signalController(name, '42')}</TrafficSignals>`,
  });

testProjectRule(rule, [
  { name: 'the id of a controller', files, text: named('7') },
  {
    name: 'the name of a controller',
    files,
    text: named('«Crossing»'),
    codes: ['unknown-controller'],
    says: ['There is no traffic signal controller with the id `Crossing` in the road network.'],
    helps: ['The controller with the name `Crossing` has the id `7`.'],
  },
  { name: 'something else', files, text: named('«8»'), helps: ['It has `7`.'] },
  { name: 'already in version 1.0', files, text: named('«8»', '1.0') },
  {
    name: 'controllers that are not all known',
    files: { 'a.xodr': openDrive('<include file="b"/>') },
    text: named('8'),
  },
  { name: 'a file given alone', text: named('8') },
]);
