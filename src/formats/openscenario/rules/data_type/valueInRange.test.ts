import {
  catalog,
  distribution,
  object,
  privately,
  scenario,
  vehicle,
} from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './valueInRange';

const speed = (value: string, shape = 'linear') =>
  `<LongitudinalAction><SpeedAction><SpeedActionDynamics dynamicsShape="${shape}" value="${value}" dynamicsDimension="time"/><SpeedActionTarget><AbsoluteTargetSpeed value="-10"/></SpeedActionTarget></SpeedAction></LongitudinalAction>`;

const weather = (inside: string, attributes = '') =>
  `<GlobalAction><EnvironmentAction><Environment name="sky"><Weather ${attributes}>${inside}</Weather></Environment></EnvironmentAction></GlobalAction>`;

const geo = (attributes: string) =>
  `<TeleportAction><Position><GeoPosition ${attributes}/></Position></TeleportAction>`;

const number = (value: string) =>
  `<ParameterDeclaration name="number" parameterType="double" value="${value}"/>`;

testRule(rule, [
  { name: 'what is right', text: scenario({ init: weather('<Wind direction="0" speed="0"/>') }) },
  {
    name: 'numbers below and above',
    text: scenario({
      init:
        weather('<Wind direction="«-0.1»" speed="«-3»"/>') +
        weather('<Wind direction="«7»" speed="3"/>'),
    }),
    codes: ['out-of-range', 'out-of-range', 'out-of-range'],
    says: [
      '`direction` of `Wind` is -0.1 rad, but has to be at least 0 and less than 2π rad.',
      '`speed` of `Wind` is -3 m/s, but has to be 0 or more.',
    ],
  },
  {
    name: 'angles in degrees, temperatures in °C, pressures in hPa',
    text: scenario({
      init: weather(
        '<Sun azimuth="«180»" elevation="1" illuminance="1"/>',
        'temperature="«20»" atmosphericPressure="«1013»"',
      ),
    }),
    helps: [
      'Temperatures are in kelvins: 20 °C would be 293.15 K.',
      'Pressures are in pascals: 1013 hPa would be 101300 Pa.',
      'Angles are in radians: 180° would be 3.14159 rad.',
    ],
  },
  {
    name: 'π in a few decimals',
    text: scenario({ init: weather('<Sun azimuth="6.2832" elevation="-3.142" illuminance="1"/>') }),
  },
  {
    name: 'in version 1.0',
    text: scenario({
      version: '1.0',
      entities: object('Ego', vehicle().replace('trackWidth="1.8"', 'trackWidth="«-1.8»"')),
      stories:
        '<Story name="story"><Act name="act"><ManeuverGroup name="group" maximumExecutionCount="«0»"><Actors selectTriggeringEntities="false"/></ManeuverGroup><StartTrigger/></Act></Story>',
    }),
    says: ['', '`maximumExecutionCount` of `ManeuverGroup` is 0, but has to be 1 or more.'],
  },
  {
    name: 'a wheel without a diameter',
    text: catalog(vehicle().replace('wheelDiameter="0.6"', 'wheelDiameter="«0.0»"')),
    says: ['`wheelDiameter` of `FrontAxle` is 0 m, but has to be more than 0.'],
  },
  {
    name: 'a parameter that comes to a wrong number',
    text: scenario({
      parameters: number('-2'),
      init: weather('<Wind direction="0" speed="«$number»"/>'),
    }),
    says: ['`speed` of `Wind` comes to -2 m/s, but has to be 0 or more.'],
    pointsAt: ['-2'],
  },
  {
    name: 'an expression that comes to a wrong number',
    text: scenario({
      parameters: number('2'),
      init: weather('<Wind direction="0" speed="«${1 - $number}»"/>'),
    }),
    says: ['`speed` of `Wind` comes to -1 m/s, but has to be 0 or more.'],
    pointsAt: ['2'],
  },
  {
    name: 'parameters that come to a right number, to none, or are not declared',
    text: scenario({
      parameters: number('2'),
      init: weather('<Wind direction="$nobody" speed="$number"/>'),
    }),
  },
  {
    name: 'an endless range holds infinity',
    text: scenario({
      init: weather('<Fog visualRange="INF"/>') + weather('<Fog visualRange="«-INF»"/>'),
    }),
  },
  { name: 'no number at all', text: scenario({ init: weather('<Fog visualRange="NaN"/>') }) },
  {
    name: 'a share above 1',
    text: scenario({
      version: '1.1',
      init: privately(
        'Ego',
        '<ControllerAction><OverrideControllerValueAction><Clutch active="true" value="«2.0»"/></OverrideControllerValueAction></ControllerAction>',
      ),
    }),
    says: ['`value` of `Clutch` is 2, but has to be from 0 to 1.'],
  },
  {
    name: 'a transition with a sign is a warning',
    text: scenario({ init: privately('Ego', speed('«-5»')) }),
    helps: ['Whether it rises or falls follows from the target; leave the sign out.'],
  },
  {
    name: 'latitudes and longitudes in radians, in the wider reading',
    text: scenario({
      version: '1.1',
      init:
        privately('Ego', geo('latitude="1.6" longitude="3"')) +
        privately('Ego', geo('latitude="«48»" longitude="«11»"')),
    }),
    helps: ['Angles are in radians: 48° would be 0.837758 rad.'],
  },
  {
    name: 'latitudes and longitudes in degrees',
    text: scenario({
      version: '1.2',
      init:
        privately('Ego', geo('latitudeDeg="-90" longitudeDeg="179.9"')) +
        privately('Ego', geo('latitudeDeg="«90.1»" longitudeDeg="«-181»"')),
    }),
    says: ['`latitudeDeg` of `GeoPosition` is 90.1°, but has to be from -90 to 90°.'],
  },
  {
    name: 'weights of a distribution',
    text: distribution(
      '<Stochastic numberOfTestRuns="1"><StochasticDistribution parameterName="a"><LogNormalDistribution expectedValue="-1" variance="«0»"/></StochasticDistribution></Stochastic>',
    ),
  },
]);
