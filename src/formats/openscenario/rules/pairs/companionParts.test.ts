import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './companionParts';

const lights = (attributes: string) =>
  `<TrafficSignals><TrafficSignalController name="first"/><TrafficSignalController name="second"${attributes}/></TrafficSignals>`;

testRule(rule, [
  { name: 'both', text: scenario({ roads: lights(' reference="first" delay="5"') }) },
  { name: 'neither', text: scenario({ roads: lights('') }) },
  { name: 'a delay alone', text: scenario({ roads: lights(' delay="0"') }) },
  {
    name: 'a reference alone',
    text: scenario({ roads: lights(' reference="«first»"') }),
    codes: ['companion-missing'],
    says: ['`TrafficSignalController` has `reference`, but no `delay`.'],
    helps: ['Add `delay`, or leave `reference` out.'],
  },
  {
    name: 'the same in version 1.0',
    text: scenario({ version: '1.0', roads: lights(' reference="«first»"') }),
  },
]);
