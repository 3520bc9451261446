import { testProjectRule } from '../../testing/projects';
import { catalog, locations, scenario, vehicle, object } from '../../testing/scenarios';
import { rule } from './noReferenceCycles';

const reference = (to: string): string => `<CatalogReference catalogName="m" entryName="${to}"/>`;
const maneuver = (name: string, inside: string): string =>
  `<Maneuver name="${name}"><Event name="e" priority="parallel"><Action name="a"><PrivateAction><RoutingAction><AssignRouteAction>${inside}</AssignRouteAction></RoutingAction></PrivateAction></Action></Event></Maneuver>`;
const files = {
  'm/m.xosc': catalog(
    maneuver('one', reference('two')) +
      maneuver('two', reference('one')) +
      maneuver('three', reference('four')) +
      maneuver('four', reference('nothing')),
    { name: 'm' },
  ),
};
const using = (inside: string): string =>
  scenario({
    catalogs: locations({ ManeuverCatalog: 'm' }),
    entities: object('Ego', vehicle()),
    act: `<ManeuverGroup name="g" maximumExecutionCount="1"><Actors selectTriggeringEntities="false"><EntityRef entityRef="Ego"/></Actors>${inside}</ManeuverGroup>`,
  });

testProjectRule(rule, [
  { name: 'references that end', files, text: using(reference('three')) },
  {
    name: 'a circle',
    files,
    text: using(`«${reference('one')}»`),
    says: ['This reference leads in a circle: `m/one` → `m/two` → `m/one`.'],
  },
]);
