import { testRule } from '../../testing/rules';
import { object, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './controllersOfRoadUsers';

const cone =
  '<MiscObject name="cone" mass="1" miscObjectCategory="obstacle"><BoundingBox><Center x="0" y="0" z="0"/><Dimensions width="1" length="1" height="1"/></BoundingBox><Properties/></MiscObject>';
const controller =
  '<ObjectController><Controller name="c"><Properties/></Controller></ObjectController>';
const mark = controller.replace('<ObjectController>', '«<ObjectController>»');

testRule(rule, [
  {
    name: 'a vehicle',
    text: scenario({ entities: object('Ego', vehicle() + controller), stories: '' }),
  },
  {
    name: 'a miscellaneous object, in version 1.0',
    text: scenario({ version: '1.0', entities: object('cone', cone + mark) + object('Ego') }),
    codes: ['controller-without-driver'],
    says: ['`cone` has a controller, but is a miscellaneous object.'],
  },
  {
    name: 'an external object',
    text: scenario({
      entities: object('Ego', `<ExternalObjectReference name="x"/>${mark}`),
      stories: '',
    }),
    says: ['`Ego` has a controller, but is a reference to an external object.'],
  },
  {
    name: 'a controller that is none',
    text: scenario({
      version: '1.2',
      entities: object('cone', `${cone}<ObjectController/>`),
      stories: '',
    }),
    misshapen: true,
  },
]);
