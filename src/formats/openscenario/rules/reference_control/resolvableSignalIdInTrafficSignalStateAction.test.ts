import { openDrive, signals } from '../../roads/testing/roads';
import { testProjectRule } from '../../testing/projects';
import { globally, onRoads, scenario } from '../../testing/scenarios';
import { rule } from './resolvableSignalIdInTrafficSignalStateAction';

const files = {
  'a.xodr': openDrive(signals('<signal id="42" name="north"/><signalReference id="43"/>')),
};
const setting = (name: string): string =>
  onRoads('a.xodr', '').replace(
    '<Actions>',
    `<Actions>${globally(`<InfrastructureAction><TrafficSignalAction><TrafficSignalStateAction name="${name}" state="on"/></TrafficSignalAction></InfrastructureAction>`)}`,
  );

testProjectRule(rule, [
  { name: 'the id of a signal', files, text: setting('42') },
  { name: 'the id of a signal that is only referred to', files, text: setting('43') },
  {
    name: 'the name of a signal',
    files,
    text: setting('«north»'),
    codes: ['unknown-signal'],
    says: ['There is no traffic signal with the id `north` in the road network.'],
    helps: ['The signal with the name `north` has the id `42`.'],
  },
  { name: 'another id', files, text: setting('«7»'), helps: ['It has `42`.'] },
  {
    name: 'a road network without signals',
    files: { 'a.xodr': openDrive() },
    text: setting('«42»'),
    helps: ['It has none.'],
  },
  {
    name: 'signals that are not all known',
    files: { 'a.xodr': openDrive('<include file="b"/>') },
    text: setting('7'),
  },
  { name: 'an id that nobody can know', files, text: setting('$nobody') },
  { name: 'no road network', files, text: scenario() },
]);
