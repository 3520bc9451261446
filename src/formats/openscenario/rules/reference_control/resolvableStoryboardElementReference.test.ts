import { testRule } from '../../testing/rules';
import { catalog, event, scenario, trigger } from '../../testing/scenarios';
import { afterElement, group, maneuver } from '../../testing/storyboards';
import { rule } from './resolvableStoryboardElementReference';

const begins = trigger('StartTrigger');

/** An event that waits for an element. */
function waiting(reference: string, type = 'event'): string {
  return event('waiting', trigger('StartTrigger', afterElement(reference, type)));
}

const twoGroups = (reference: string, type = 'event'): string =>
  group('left', maneuver('m', event('go'))) +
  group('right', maneuver('m', event('go') + waiting(reference, type))) +
  begins;

testRule(rule, [
  {
    name: 'each type by its name',
    text: scenario({
      events:
        event() +
        [
          ['story', 'story'],
          ['act', 'act'],
          ['group', 'maneuverGroup'],
          ['maneuver', 'maneuver'],
          ['event', 'event'],
        ]
          .map(([name = '', type], at) =>
            waiting(name, type).replace('"waiting"', `"w${at}"`).replace('"action"', `"a${at}"`),
          )
          .join('') +
        waiting('a1', 'action'),
    }),
  },
  {
    name: 'a name that nothing has',
    text: scenario({ events: event('brake') + waiting('«breke»') }),
    codes: ['unknown-storyboard-element'],
    says: ['There is no event `breke` in the storyboard.'],
    helps: ['Did you mean `brake`?'],
  },
  {
    name: 'already in version 1.0',
    text: scenario({ version: '1.0', events: event('brake') + waiting('«nothing»') }),
  },
  {
    name: 'the name of an element of another type',
    text: scenario({ events: event('brake') + waiting('«act»') }),
    codes: ['storyboard-element-of-other-type'],
    says: ['`act` is an act, not an event.'],
    helps: ['If that is what is meant, write `storyboardElementType="act"`.'],
  },
  {
    name: 'a name that elements of two types have, of which one is meant',
    text: scenario({
      events: event('act') + waiting('act') + waiting('act', 'act').replace('"waiting"', '"other"'),
    }),
  },
  {
    name: 'a name that several have',
    text: scenario({ act: twoGroups('«go»') }),
    codes: ['ambiguous-storyboard-element'],
    says: ['`go` may be any of 2 events of that name.'],
    helps: ['Say which one: `story::act::left::m::go` or `story::act::right::m::go`.'],
  },
  {
    name: 'a path that tells them apart, whole or in part',
    text: scenario({
      act: twoGroups('left::m::go'),
    }),
  },
  { name: 'a whole path', text: scenario({ act: twoGroups('story::act::right::m::go') }) },
  {
    name: 'a path that does not tell them apart',
    text: scenario({ act: twoGroups('«m::go»') }),
    codes: ['ambiguous-storyboard-element'],
  },
  {
    name: 'a path that leaves an element out',
    text: scenario({ act: twoGroups('«left::go»') }),
    codes: ['unknown-storyboard-element'],
    helps: [/^Its name with those of the elements around it is `story::act::left::m::go`/],
  },
  {
    name: 'twins in one maneuver, which no path tells apart',
    text: scenario({ events: event('go') + event('go') + waiting('«go»') }),
    helps: ['Some of them have the same names all the way up'],
  },
  {
    name: 'an empty name',
    text: scenario({ events: waiting('«»') }),
    codes: ['no-storyboard-element-named'],
  },
  {
    name: 'a parameter that stands for a name, and one that nobody declares',
    text: scenario({
      parameters: '<ParameterDeclaration name="which" parameterType="string" value="event"/>',
      events: event() + waiting('$which') + waiting('«$nothing»').replace('"waiting"', '"other"'),
    }),
    codes: ['unknown-parameter'],
    says: ['There is no parameter `nothing` here.'],
  },
  {
    name: 'a parameter that stands for a name that nothing has',
    text: scenario({
      parameters: '<ParameterDeclaration name="which" parameterType="string" value="evnt"/>',
      events: event() + waiting('«$which»'),
    }),
    says: ['There is no event `evnt` in the storyboard.'],
    pointsAt: ['evnt'],
  },
  {
    name: 'a maneuver from a catalog: its name is that of the entry, its events cannot be seen',
    text: scenario({
      act:
        group(
          'group',
          '<CatalogReference catalogName="c" entryName="turn"/>' +
            maneuver(
              'm',
              waiting('turn', 'maneuver') + waiting('deep').replace('"waiting"', '"other"'),
            ),
        ) + begins,
    }),
  },
  {
    name: 'an entry of a catalog that waits for what it has, and for what it has not',
    text: catalog(maneuver('a', event() + waiting('event')) + maneuver('b', waiting('«event»'))),
    codes: ['storyboard-element-elsewhere'],
    says: [/works only in scenarios that have one\.$/],
  },
]);
