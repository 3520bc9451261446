import { testProjectRule } from '../../testing/projects';
import { catalog, fromCatalog, locations, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './catalogsReferencedByDirectory';

const files = { 'vehicles/cars.xosc': catalog(vehicle('sedan'), { name: 'cars' }) };
const using = (folder: string): string =>
  scenario({
    catalogs: locations({ VehicleCatalog: folder }),
    entities: fromCatalog('Ego', 'cars', 'sedan'),
    stories: '',
  });

testProjectRule(rule, [
  { name: 'a folder', files, text: using('vehicles') },
  { name: 'a folder with a slash behind it', files, text: using('./vehicles/') },
  {
    name: 'no folder',
    files,
    text: using('«cars»'),
    codes: ['folder-missing'],
    says: ['There is no folder `cars`.'],
  },
  {
    name: 'a file',
    files,
    text: using('«vehicles/cars.xosc»'),
    codes: ['folder-is-file'],
  },
  {
    name: 'a folder that nobody needs',
    files,
    text: scenario({ catalogs: locations({ VehicleCatalog: 'nowhere' }) }),
  },
  { name: 'a file given alone', text: using('cars') },
]);
