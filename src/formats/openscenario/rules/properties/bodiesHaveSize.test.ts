import { catalog, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './bodiesHaveSize';

const long = (length: string) => vehicle().replace('length="4"', `length="${length}"`);

testRule(rule, [
  { name: 'a body', text: catalog(vehicle()) },
  {
    name: 'a flat one',
    text: catalog(long('«0.0»')),
    says: ['The bounding box has a `length` of 0, and so no volume.'],
  },
  { name: 'in version 1.0', text: catalog(long('«0»'), { version: '1.0' }) },
  { name: 'less than flat is told by its range', text: catalog(long('-1')) },
]);
