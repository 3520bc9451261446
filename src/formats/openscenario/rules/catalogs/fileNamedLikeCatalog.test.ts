import { testProjectRule } from '../../testing/projects';
import { catalog, fromCatalog, locations, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './fileNamedLikeCatalog';

const cars = catalog(vehicle('sedan'), { name: 'cars' });
const using = (name: string): string =>
  scenario({
    catalogs: locations({ VehicleCatalog: 'all' }),
    entities: fromCatalog('Ego', name, 'sedan'),
    stories: '',
  });

testProjectRule(rule, [
  { name: 'a file of the same name', files: { 'all/cars.xosc': cars }, text: using('cars') },
  {
    name: 'a file of another name',
    files: { 'all/vehicles.xosc': cars },
    text: using('«cars»'),
    says: ['The catalog `cars` lies in the file `vehicles.xosc`.'],
  },
]);
