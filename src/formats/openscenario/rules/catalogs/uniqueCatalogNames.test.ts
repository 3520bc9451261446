import { testProjectRule } from '../../testing/projects';
import { catalog, fromCatalog, locations, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './uniqueCatalogNames';

const cars = catalog(vehicle('sedan'), { name: 'cars' });
const using = (name: string): string =>
  scenario({
    catalogs: locations({ VehicleCatalog: 'all', PedestrianCatalog: 'all' }),
    entities: fromCatalog('Ego', name, 'sedan') + fromCatalog('Target', 'cars', 'sedan'),
    stories: '',
  });

testProjectRule(rule, [
  { name: 'one file, named twice', files: { 'all/a.xosc': cars }, text: using('cars') },
  {
    name: 'two files',
    files: { 'all/a.xosc': cars, 'all/b.xosc': cars },
    text: using('«cars»'),
    codes: ['catalog-twice'],
    says: ['2 files hold a catalog named `cars`.'],
  },
]);
