import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './timeFormat';

const at = (date: string) =>
  `<GlobalAction><EnvironmentAction><Environment name="sky"><TimeOfDay animation="false" dateTime="${date}"/><Weather/><RoadCondition frictionScaleFactor="1"/></Environment></EnvironmentAction></GlobalAction>`;

testRule(rule, [
  {
    name: 'a date, with a zone or without',
    text: scenario({ init: at('2024-05-17T12:30:00') + at('2024-05-17T12:30:00.5+02:00') }),
  },
  {
    name: 'unusual years',
    text: scenario({ init: at('«12024-05-17T12:30:00»') + at('«-0044-03-15T12:00:00»') }),
    codes: ['unusual-year', 'unusual-year'],
  },
  { name: 'spaces around', text: scenario({ init: at('  2024-05-17T12:30:00 ') }) },
  { name: 'a parameter', text: scenario({ init: at('$then') }) },
  {
    name: 'the date of the header, in version 1.0',
    text: scenario({ version: '1.0' }).replace(/date="([^"]*)"/, 'date="«1$1»"'),
  },
]);
