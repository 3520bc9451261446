import { object, privately, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './constraintsWithinPerformance';

const keepGap = (constraints: string) =>
  privately(
    'Ego',
    `<LongitudinalAction><LongitudinalDistanceAction entityRef="Target" timeGap="2" freespace="true" continuous="true"><DynamicConstraints ${constraints}/></LongitudinalDistanceAction></LongitudinalAction>`,
  );

testRule(rule, [
  {
    name: 'within what the vehicle can do, and without a limit',
    text: scenario({
      init: keepGap('maxSpeed="50" maxAcceleration="3"') + keepGap('maxSpeed="INF"') + keepGap(''),
    }),
  },
  {
    name: 'more than the vehicle can do',
    text: scenario({ init: keepGap('maxSpeed="«80»" maxDeceleration="«12.5»"') }),
    codes: ['beyond-performance', 'beyond-performance'],
    says: ['`maxSpeed` of 80 is more than the 50 that the vehicle of `Ego` can do.'],
  },
  { name: 'in version 1.0', text: scenario({ version: '1.0', init: keepGap('maxSpeed="«51»"') }) },
  {
    name: 'a vehicle of a catalog',
    text: scenario({
      entities:
        object('Ego', '<CatalogReference catalogName="a" entryName="b"/>') + object('Target'),
      init: keepGap('maxSpeed="80"'),
    }),
  },
]);
