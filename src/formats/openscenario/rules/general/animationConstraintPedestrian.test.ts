import { object, privately, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './animationConstraintPedestrian';

const walker =
  '<Pedestrian name="walker" mass="80" pedestrianCategory="pedestrian"><BoundingBox><Center x="0" y="0" z="0.9"/><Dimensions width="0.5" length="0.5" height="1.8"/></BoundingBox></Pedestrian>';

const animated = (entity: string, animation: string) =>
  privately(
    entity,
    `<AppearanceAction><AnimationAction><AnimationType>${animation}</AnimationType></AnimationAction></AppearanceAction>`,
  );

const walk = '<PedestrianAnimation motion="walking"/>';

testRule(rule, [
  {
    name: 'a pedestrian that walks, and one of a catalog',
    text: scenario({
      entities:
        object('Ego', walker) +
        object('Other', '<CatalogReference catalogName="a" entryName="b"/>'),
      init: animated('Ego', walk) + animated('Other', walk),
    }),
  },
  {
    name: 'a vehicle that walks',
    text: scenario({ init: animated('Ego', `«${walk}»`) }),
    says: ['`Ego` is to move like a pedestrian, but is a vehicle.'],
  },
  {
    name: 'a vehicle in version 1.2, where an animation needs a light beside it',
    misshapen: true,
    text: scenario({ version: '1.2', init: animated('Ego', `«${walk}»`) }),
  },
]);
