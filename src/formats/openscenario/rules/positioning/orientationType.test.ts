import { privately, scenario, teleport } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './orientationType';

const turned = (orientation: string) =>
  privately('Ego', teleport(`<RoadPosition roadId="1" s="0" t="0">${orientation}</RoadPosition>`));

testRule(rule, [
  { name: 'a type', text: scenario({ init: turned('<Orientation type="relative" h="1"/>') }) },
  {
    name: 'no type',
    text: scenario({ init: turned('«<Orientation h="1"/>»') }),
    codes: ['type-missing'],
  },
  {
    name: 'no type, and nothing turned',
    text: scenario({ init: turned('<Orientation h="0.0"/>') }),
  },
  {
    name: 'no type in version 1.2',
    text: scenario({ version: '1.2', init: turned('<Orientation h="1"/>') }),
  },
]);
