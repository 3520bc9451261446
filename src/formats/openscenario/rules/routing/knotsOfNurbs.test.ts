import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { follow, nurbs } from '../../testing/trajectories';
import { rule } from './knotsOfNurbs';

const curve = (...knots: string[]) => follow(nurbs('2', ['', ''], knots));

testRule(rule, [
  { name: 'as many as it takes', text: scenario({ init: curve('0', '0', '1', '1') }) },
  {
    name: 'too few and too many',
    text: scenario({
      init: [curve('0', '0', '1'), curve('0', '0', '1', '1', '1')]
        .join('')
        .replaceAll(/<Nurbs .*?>/g, '«$&»'),
    }),
    codes: ['number-of-knots', 'number-of-knots'],
    says: [
      '`Nurbs` with 2 control points of order 2 needs 4 knots, but has 3.',
      'needs 4 knots, but has 5.',
    ],
    helps: ['Add 1.', 'Remove 1.'],
  },
  {
    name: 'one that decreases, in version 1.0',
    text: scenario({
      version: '1.0',
      init: follow(nurbs('2', ['', ''], ['0', '1', '«0.5»', '1']), { version: '1.0' }),
    }),
    codes: ['knots-decrease'],
    says: ['The knot 0.5 comes after 1, but knots may not decrease.'],
  },
  {
    name: 'an order that is not known',
    text: scenario({ init: follow(nurbs('$order', ['', ''], ['0', '1'])) }),
  },
]);
