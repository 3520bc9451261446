import { testProjectRule } from '../../testing/projects';
import { catalog, fromCatalog, locations, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './catalogFolderKind';

const files = { 'all/cars.xosc': catalog(vehicle('sedan'), { name: 'cars' }) };
const using = (folders: Record<string, string>, name: string): string =>
  scenario({
    catalogs: locations(folders),
    entities: fromCatalog('Ego', name, 'sedan'),
    stories: '',
  });

testProjectRule(rule, [
  { name: 'a folder for vehicles', files, text: using({ VehicleCatalog: 'all' }, 'cars') },
  {
    name: 'a folder for vehicles and others',
    files,
    text: using({ VehicleCatalog: 'all', RouteCatalog: 'all' }, 'cars'),
  },
  {
    name: 'a folder for routes',
    files,
    text: using({ RouteCatalog: 'all' }, '«cars»'),
    codes: ['other-location'],
    helps: ['Name its folder in `VehicleCatalog` too.'],
  },
]);
