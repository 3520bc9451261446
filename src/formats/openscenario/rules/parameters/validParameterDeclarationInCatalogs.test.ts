import { catalog, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './validParameterDeclarationInCatalogs';

const declared = (value: string, type = 'double'): string =>
  `<ParameterDeclaration name="gap" parameterType="${type}" value="${value}"/>`;
const controller = (value: string, parameters = ''): string =>
  `<Controller name="driver"><ParameterDeclarations>${parameters}</ParameterDeclarations><Properties><Property name="gap" value="${value}"/></Properties></Controller>`;
const nested = (value: string): string =>
  `<Maneuver name="outer"><ParameterDeclarations>${declared('1')}</ParameterDeclarations><Event name="e" priority="parallel"><Action name="a"><PrivateAction><RoutingAction><AssignRouteAction><Route name="r" closed="false"><ParameterDeclarations><ParameterDeclaration name="inner" parameterType="double" value="2"/></ParameterDeclarations><Waypoint routeStrategy="shortest"><Position><WorldPosition x="${value}" y="$gap"/></Position></Waypoint><Waypoint routeStrategy="shortest"><Position><WorldPosition x="0" y="0"/></Position></Waypoint></Route></AssignRouteAction></RoutingAction></PrivateAction></Action></Event></Maneuver>`;

testRule(rule, [
  { name: 'a parameter with a default', text: catalog(controller('$gap', declared('2'))) },
  {
    name: 'one that is not declared, in version 1.0',
    text: catalog(controller('«$gap»'), { version: '1.0' }),
    codes: ['undeclared'],
    says: ['The parameter `gap` is not declared in the catalog entry that uses it.'],
  },
  {
    name: 'one that another entry declares',
    text: catalog(vehicle('car', declared('2')) + controller('«$gap»')),
  },
  {
    name: 'a slip of the pen',
    text: catalog(controller('«$Gap»', declared('2'))),
    helps: ['Did you mean `gap`?'],
  },
  {
    name: 'no default for a number',
    text: catalog(controller('$gap', `«${declared('')}»`)),
    codes: ['no-default'],
    says: ['The parameter `gap` of the `Controller` `driver` has no default value.'],
  },
  {
    name: 'no default for a text, used twice',
    text: catalog(controller('$gap $gap', `«${declared('', 'string')}»`)),
    codes: ['no-default'],
  },
  { name: 'no default that is never used', text: catalog(controller('2', declared(''))) },
  {
    name: 'declarations within the entry, from 1.3',
    text: catalog(nested('$inner')),
    misshapen: true,
  },
  { name: 'in an expression', text: catalog(nested('${$inner + «$outer»}')), misshapen: true },
  {
    name: 'a scenario',
    text: scenario({ entities: `<ScenarioObject name="$who">${vehicle()}</ScenarioObject>` }),
  },
]);
