import { testRule } from '../../testing/rules';
import {
  catalog,
  event,
  object,
  privately,
  scenario,
  trigger,
  vehicle,
} from '../../testing/scenarios';
import { rule } from './resolvableEntityReferences';

testRule(rule, [
  {
    name: 'what looks like an expression, which a name cannot be',
    text: scenario({ init: privately('«${1 + 1}»') + privately('«${Ego}»') + privately('«$1x»') }),
    codes: ['unknown-entity', 'unknown-entity', 'unknown-entity'],
    says: ['There is no entity `${1 + 1}` in `Entities`.'],
  },
  {
    name: 'a parameter that nobody declares',
    text: scenario({ init: privately('«$who»') }),
    codes: ['unknown-parameter'],
    says: ['There is no parameter `who` here.'],
  },
  { name: 'declared entities', text: scenario({ init: privately('Ego') + privately('Target') }) },
  {
    name: 'an entity in another case',
    text: scenario({ init: privately('«ego»') }),
    codes: ['unknown-entity'],
    says: ['There is no entity `ego` in `Entities`.'],
    helps: ['Did you mean `Ego`?'],
  },
  {
    name: 'already in version 1.0',
    text: scenario({ version: '1.0', init: privately('«Nobody»') }),
  },
  {
    name: 'a parameter that names an entity',
    text: scenario({
      parameters: '<ParameterDeclaration name="who" parameterType="string" value="Target"/>',
      init: privately('$who'),
    }),
  },
  {
    name: 'a parameter that names none',
    text: scenario({
      parameters: '<ParameterDeclaration name="who" parameterType="string" value="Nobody"/>',
      init: privately('«$who»'),
    }),
    says: ['There is no entity `Nobody` in `Entities`.'],
    pointsAt: ['Nobody'],
  },
  {
    name: 'a scenario without entities',
    text: scenario({ entities: '', stories: '', init: privately('«Ego»') }),
    helps: ['`Entities` declares none at all.'],
  },
  {
    name: 'a name with more than ASCII',
    text: scenario({
      entities: object('Egö😀'),
      stories: '',
      init: privately('Egö😀') + privately('«Egö»'),
    }),
  },
  { name: 'a catalog', text: catalog(vehicle()) },
  {
    name: 'no name at all',
    text: scenario({
      init: '<Private entityRef="«»"><PrivateAction><ControllerAction><ActivateControllerAction lateral="true"/></ControllerAction></PrivateAction></Private>',
    }),
    codes: ['no-entity-named'],
    says: ['`entityRef` is empty: it names no entity.'],
  },
  {
    name: 'a master, a selection’s members, a condition and a position',
    text: scenario({
      version: '1.2',
      entities:
        object('Ego') +
        '<EntitySelection name="all"><Members><EntityRef entityRef="Ego"/><EntityRef entityRef="«Egon»"/></Members></EntitySelection>',
      init: privately(
        'all',
        '<SynchronizeAction masterEntityRef="«Mister»"><TargetPositionMaster><WorldPosition x="0" y="0"/></TargetPositionMaster><TargetPosition><RelativeWorldPosition entityRef="«Nobody»" dx="0" dy="0"/></TargetPosition></SynchronizeAction>',
      ),
      events: event(
        'event',
        trigger(
          'StartTrigger',
          '<Condition name="c" delay="0" conditionEdge="none"><ByEntityCondition><TriggeringEntities triggeringEntitiesRule="any"><EntityRef entityRef="«Egos»"/></TriggeringEntities><EntityCondition><StandStillCondition duration="1"/></EntityCondition></ByEntityCondition></Condition>',
        ),
      ),
    }),
  },
  {
    name: 'trailers: brought along, referred to, connected',
    text: scenario({
      entities:
        object(
          'Ego',
          vehicle().replace(
            '</Vehicle>',
            `<Trailer><Trailer name="Cart">${vehicle()}</Trailer></Trailer></Vehicle>`,
          ),
        ) +
        object(
          'Target',
          vehicle().replace(
            '</Vehicle>',
            '<Trailer><TrailerRef entityRef="«Carts»"/></Trailer></Vehicle>',
          ),
        ),
      init:
        privately(
          'Ego',
          '<TrailerAction><ConnectTrailerAction trailerRef="Cart"/></TrailerAction>',
        ) +
        privately(
          'Target',
          '<TrailerAction><ConnectTrailerAction trailerRef="«Wagon»"/></TrailerAction>',
        ),
    }),
  },
  {
    name: 'an entity whose own name cannot be known',
    text: scenario({
      entities: object('$nobody'),
      stories: '',
      init: privately('Someone'),
    }),
  },
]);
