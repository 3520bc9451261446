import { testRule } from '../../testing/rules';
import { object, privately, scenario } from '../../testing/scenarios';
import { rule } from './actionsFitTheirActors';

const box =
  '<BoundingBox><Center x="0" y="0" z="0"/><Dimensions width="1" length="1" height="1"/></BoundingBox><Properties/>';
const walker = object(
  'Walker',
  `<Pedestrian name="p" mass="70" model="m" pedestrianCategory="pedestrian">${box}</Pedestrian>`,
);
const cone = object(
  'Cone',
  `<MiscObject name="c" mass="1" miscObjectCategory="obstacle">${box}</MiscObject>`,
);
const entities = object('Ego') + walker.replace('model=', 'model3d=') + cone;
const pedals =
  '<OverrideControllerValueAction><Throttle active="true" value="1"/></OverrideControllerValueAction>';
const activate = '<ActivateControllerAction lateral="true"/>';
const controlled = (inside: string): string => `<ControllerAction>${inside}</ControllerAction>`;
const mark = (inside: string): string => inside.replace(/<[^>]*>/, (tag) => `«${tag}»`);

testRule(rule, [
  {
    name: 'a vehicle’s pedals, a pedestrian’s controller',
    text: scenario({
      entities,
      init: privately('Ego', controlled(pedals)) + privately('Walker', controlled(activate)),
    }),
  },
  {
    name: 'a pedestrian’s pedals, an obstacle’s controller',
    text: scenario({
      version: '1.1',
      entities,
      init:
        privately('Walker', controlled(mark(pedals))) +
        privately('Cone', controlled(mark(activate))),
    }),
    codes: ['action-of-other-kind', 'action-of-other-kind'],
    says: [
      '`Walker` is a pedestrian, which has no pedals, gear and steering wheel.',
      '`Cone` is a miscellaneous object, which has no controllers.',
    ],
  },
  {
    name: 'an object’s controller, in version 1.0',
    text: scenario({
      version: '1.0',
      entities: object('Ego') + cone,
      init: privately('Cone', mark('<ActivateControllerAction/>')),
    }),
  },
  {
    name: 'trailers and lights of a pedestrian, in version 1.3',
    text: scenario({
      entities,
      init:
        privately('Walker', mark('<TrailerAction><DisconnectTrailerAction/></TrailerAction>')) +
        privately(
          'Walker',
          '<AppearanceAction><LightStateAction><LightType>«<VehicleLight vehicleLightType="lowBeam"/>»</LightType><LightState mode="on"/></LightStateAction></AppearanceAction>',
        ),
    }),
  },
  {
    name: 'an object from a catalog',
    text: scenario({
      entities: object('Ego', '<CatalogReference catalogName="c" entryName="e"/>'),
      stories: '',
      init: privately('Ego', controlled(pedals)),
    }),
  },
]);
