import { object, privately, scenario, teleport, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './emptyChoice';

testRule(rule, [
  { name: 'something', text: scenario({ version: '1.2', init: privately('Ego') }) },
  {
    name: 'nothing, in version 1.0',
    text: scenario({
      version: '1.0',
      init: privately('Ego', '').replace(/<PrivateAction>(.*)/, '«<PrivateAction>»$1'),
    }),
    codes: ['empty-choice'],
    says: ['`PrivateAction` is empty, and so says nothing.'],
    helps: [
      'Add one of `LongitudinalAction`, `LateralAction`, `VisibilityAction`, `SynchronizeAction`, `ActivateControllerAction` or 3 others.',
    ],
  },
  {
    name: 'nothing but a comment, in version 1.2',
    text: scenario({
      version: '1.2',
      init: privately('Ego', teleport('<!-- where? -->')).replace('<Position>', '«<Position>»'),
    }),
  },
  {
    name: 'objects of no kind',
    text: scenario({
      version: '1.1',
      entities:
        object(
          'Ego',
          `${vehicle()}<ObjectController><CatalogReference catalogName="a" entryName="b"/></ObjectController>`,
        ) +
        '«<ScenarioObject name="A"/>»' +
        '«<ScenarioObject name="B">»«<ObjectController/>»</ScenarioObject>',
    }),
  },
  {
    name: 'nothing, in version 1.3: the schema tells that',
    misshapen: true,
    text: scenario({ init: privately('Ego', teleport('')) }),
  },
]);
