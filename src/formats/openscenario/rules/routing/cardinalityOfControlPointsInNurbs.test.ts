import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { follow, nurbs } from '../../testing/trajectories';
import { rule } from './cardinalityOfControlPointsInNurbs';

const knots = ['0', '1', '2', '3', '4', '5', '6'];

testRule(rule, [
  { name: 'enough', text: scenario({ init: follow(nurbs('3', ['', '', ''], knots)) }) },
  {
    name: 'too few',
    text: scenario({ init: follow(nurbs('«4»', ['', '', ''], knots)) }),
    codes: ['few-control-points'],
    says: ['`Nurbs` of order 4 needs at least 4 control points, but has 3.'],
  },
  {
    name: 'an order that is not known',
    text: scenario({ init: follow(nurbs('$order', ['', ''], knots)) }),
  },
  {
    name: 'in version 1.0',
    text: scenario({
      version: '1.0',
      init: follow(nurbs('«4»', ['', ''], knots), { version: '1.0' }),
    }),
  },
]);
