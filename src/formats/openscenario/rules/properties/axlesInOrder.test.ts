import { catalog, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './axlesInOrder';

const axles = (front: string, rear: string) =>
  vehicle()
    .replace('positionX="3"', `positionX="${front}"`)
    .replace('positionX="0"', `positionX="${rear}"`);

testRule(rule, [
  { name: 'in order', text: catalog(axles('2.9', '0') + axles('1.5', '-1.4')) },
  {
    name: 'exchanged',
    text: catalog(axles('«0»', '2.9')),
    codes: ['axles-exchanged'],
    says: ['The front axle, at 0 m, is not in front of the rear axle, at 2.9 m.'],
  },
  {
    name: 'one upon the other, in version 1.0',
    text: catalog(axles('«0»', '0'), { version: '1.0' }),
  },
  { name: 'a place that is not known', text: catalog(axles('$base', '0')) },
]);
