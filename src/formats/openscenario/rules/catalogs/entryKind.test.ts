import { testProjectRule } from '../../testing/projects';
import { catalog, fromCatalog, locations, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './entryKind';

const catalogs = locations({ VehicleCatalog: 'all', ControllerCatalog: 'all' });
const controller = '<Controller name="acc"><Properties/></Controller>';
const files = {
  'all/cars.xosc': catalog(vehicle('sedan'), { name: 'cars' }),
  'all/controllers.xosc': catalog(controller, { name: 'controllers' }),
};
const using = (entities: string): string => scenario({ catalogs, entities, stories: '' });

testProjectRule(rule, [
  { name: 'a vehicle for an object', files, text: using(fromCatalog('Ego', 'cars', 'sedan')) },
  {
    name: 'a controller for an object',
    files,
    text: using(fromCatalog('Ego', 'controllers', '«acc»')),
    codes: ['wrong-kind'],
    says: [
      '`acc` is a `Controller`, and `ScenarioObject` needs a `Vehicle`, `Pedestrian` or `MiscObject`.',
    ],
  },
  {
    name: 'an entry that does not exist is no wrong kind',
    files,
    text: using(fromCatalog('Ego', 'cars', 'acc')),
  },
]);
