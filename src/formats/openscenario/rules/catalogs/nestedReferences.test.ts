import { testProjectRule } from '../../testing/projects';
import { catalog, locations, object, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './nestedReferences';

const maneuver = (name: string, route: string): string =>
  `<Maneuver name="${name}"><Event name="e" priority="parallel"><Action name="a"><PrivateAction><RoutingAction><AssignRouteAction><CatalogReference catalogName="routes" entryName="${route}"/></AssignRouteAction></RoutingAction></PrivateAction></Action></Event></Maneuver>`;
const route =
  '<Route name="north" closed="false"><Waypoint routeStrategy="shortest"><Position><WorldPosition x="0" y="0"/></Position></Waypoint><Waypoint routeStrategy="shortest"><Position><WorldPosition x="9" y="0"/></Position></Waypoint></Route>';
const files = {
  'm/m.xosc': catalog(maneuver('to', 'north') + maneuver('fro', 'south'), { name: 'm' }),
  'r/routes.xosc': catalog(route, { name: 'routes' }),
};
const using = (inside: string): string =>
  scenario({
    catalogs: locations({ ManeuverCatalog: 'm', RouteCatalog: 'r' }),
    entities: object('Ego', vehicle()),
    act: `<ManeuverGroup name="g" maximumExecutionCount="1"><Actors selectTriggeringEntities="false"><EntityRef entityRef="Ego"/></Actors>${inside}</ManeuverGroup>`,
  });

testProjectRule(rule, [
  {
    name: 'an entry that refers to one that exists',
    files,
    text: using('<CatalogReference catalogName="m" entryName="to"/>'),
  },
  {
    name: 'an entry that refers to one that does not',
    files,
    text: using('«<CatalogReference catalogName="m" entryName="fro"/>»'),
    says: ['The entry `fro` refers to `south` in the catalog `routes`, which cannot be found.'],
  },
]);
