import { single, stepped } from '../../testing/distributions';
import { testRule } from '../../testing/rules';
import { rule } from './stepWidthSound';

testRule(rule, [
  { name: 'steps through a range', text: single(stepped('5', '5', '60'), '1.1') },
  { name: 'a step as wide as the range', text: single(stepped('5', '5', '10')) },
  { name: 'a single value', text: single(stepped('1', '5', '5')) },
  { name: 'no step', text: single(stepped('«0»', '5', '60'), '1.1'), codes: ['no-step'] },
  {
    name: 'a step back',
    text: single(stepped('«-5»', '5', '60')),
    says: ['Steps of -5 never lead'],
  },
  {
    name: 'too wide a step',
    text: single(stepped('«6»', '5', '10')),
    codes: ['wide-step'],
    says: ['The step of 6 is wider than the range, 5'],
  },
]);
