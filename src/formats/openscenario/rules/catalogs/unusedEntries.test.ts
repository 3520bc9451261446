import { testProjectRule } from '../../testing/projects';
import { catalog, fromCatalog, locations, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './unusedEntries';

const using = (...entries: string[]): string =>
  scenario({
    catalogs: locations({ VehicleCatalog: '.' }),
    entities: entries.map((entry, at) => fromCatalog(`Car${at}`, 'cars', entry)).join(''),
    stories: '',
  });
const sedan = vehicle('sedan');
const truck = vehicle('truck');

testProjectRule(rule, [
  {
    name: 'all are used',
    files: { 'a.xosc': using('sedan'), 'b.xosc': using('truck') },
    text: catalog(sedan + truck, { name: 'cars' }),
  },
  {
    name: 'one is used by nobody',
    files: { 'a.xosc': using('sedan'), 'below/b.xosc': using('sedan') },
    text: catalog(sedan + vehicle('«truck»'), { name: 'cars' }),
    codes: ['unused-entry'],
    says: ['No scenario that is checked here uses `truck` of the catalog `cars`.'],
  },
  {
    name: 'entries of the same name in another catalog',
    files: { 'a.xosc': using('sedan') },
    text: catalog(vehicle('«sedan»'), { name: 'other', version: '1.0' }),
  },
  {
    name: 'an entry whose name only a run decides',
    files: { 'a.xosc': using('$car') },
    text: catalog(truck, { name: 'cars' }),
  },
  { name: 'no scenario at hand', files: {}, text: catalog(truck, { name: 'cars' }) },
  { name: 'nothing can be seen', text: catalog(truck, { name: 'cars' }) },
]);
