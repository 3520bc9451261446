import { testRule } from '../../testing/rules';
import { scenario } from '../../testing/scenarios';
import { rule } from './trafficSignalControllerReferences';

/** Controllers by their names and what they refer to. */
function roads(controllers: readonly (readonly [name: string, reference?: string])[]): string {
  const each = controllers.map(
    ([name, reference]) =>
      `<TrafficSignalController name="${name}"${reference === undefined ? '' : ` delay="1" reference="${reference}"`}/>`,
  );
  return `<TrafficSignals>${each.join('')}</TrafficSignals>`;
}

testRule(rule, [
  { name: 'a chain', text: scenario({ roads: roads([['a'], ['b', 'a'], ['c', 'b']]) }) },
  {
    name: 'a controller that is not there',
    text: scenario({ roads: roads([['first'], ['second', '«frist»']]) }),
    codes: ['unknown-signal-controller'],
    helps: ['Did you mean `first`?'],
  },
  {
    name: 'itself, in version 1.0',
    text: scenario({ version: '1.0', roads: roads([['a', '«a»']]) }),
    says: ['The traffic signal controller `a` is delayed against itself.'],
  },
  {
    name: 'a circle, told once',
    text: scenario({
      roads: roads([
        ['start', 'a'],
        ['a', '«b»'],
        ['b', 'c'],
        ['c', 'a'],
      ]),
    }),
    codes: ['signal-controllers-in-a-circle'],
    says: [/in a circle: `a` → `b` → `c` → `a`\.$/],
  },
]);
