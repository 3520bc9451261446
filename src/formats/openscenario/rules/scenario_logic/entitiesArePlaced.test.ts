import { testRule } from '../../testing/rules';
import { object, privately, scenario, trigger, vehicle } from '../../testing/scenarios';
import { doing, entityAction, group } from '../../testing/storyboards';
import { rule } from './entitiesArePlaced';

const begins = trigger('StartTrigger');

testRule(rule, [
  {
    name: 'in Init',
    text: scenario({ init: privately('Ego') + privately('Target') }),
  },
  {
    name: 'never, in version 1.0',
    text: scenario({
      version: '1.0',
      entities: object('Ego') + object('«Target»'),
      init: privately('Ego'),
    }),
    codes: ['never-placed'],
    says: ['`Target` never gets a position.'],
  },
  {
    name: 'only driven',
    text: scenario({
      entities: object('«Ego»'),
      init: privately(
        'Ego',
        '<ControllerAction><ActivateControllerAction lateral="true"/></ControllerAction>',
      ),
    }),
  },
  {
    name: 'by way of a selection',
    text: scenario({
      entities:
        object('Ego') +
        object('Target') +
        '<EntitySelection name="all"><Members><ByType objectType="vehicle"/></Members></EntitySelection>',
      init: privately('all'),
    }),
  },
  {
    name: 'two of the same name',
    text: scenario({ entities: object('Ego') + object('Ego'), init: privately('Ego') }),
  },
  {
    name: 'taken away at once',
    text: scenario({
      init: entityAction('Target', 'delete') + privately('Ego'),
    }),
  },
  {
    name: 'by an event',
    text: scenario({
      entities: object('Ego') + object('Late'),
      init: privately('Ego'),
      events: doing('appear', entityAction('Late', 'add'), begins),
    }),
  },
  {
    name: 'trailers and external objects',
    text: scenario({
      entities:
        object(
          'Ego',
          vehicle().replace(
            '</Vehicle>',
            '<Trailer><TrailerRef entityRef="Cart"/></Trailer></Vehicle>',
          ),
        ) +
        object('Cart') +
        object('There', '<ExternalObjectReference name="x"/>'),
      init: privately('Ego'),
    }),
  },
  {
    name: 'a name that cannot be known',
    text: scenario({ init: privately('$who') }),
  },
  {
    name: 'a maneuver that cannot be seen',
    text: scenario({
      act: group('g', '<CatalogReference catalogName="c" entryName="e"/>') + begins,
    }),
  },
]);
