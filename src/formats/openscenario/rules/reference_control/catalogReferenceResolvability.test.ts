import { testProjectRule } from '../../testing/projects';
import { catalog, fromCatalog, locations, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './catalogReferenceResolvability';

const catalogs = locations({ VehicleCatalog: 'vehicles' });
const files = {
  'vehicles/cars.xosc': catalog(vehicle('sedan') + vehicle('van'), { name: 'cars' }),
};
const using = (entities: string): string => scenario({ catalogs, entities, stories: '' });

testProjectRule(rule, [
  { name: 'an entry that exists', files, text: using(fromCatalog('Ego', 'cars', 'sedan')) },
  {
    name: 'in version 1.0',
    files,
    text: scenario({
      version: '1.0',
      catalogs,
      entities: fromCatalog('Ego', 'cars', '«seden»'),
    }),
    codes: ['unknown-entry'],
    says: ['The catalog `cars` has no entry `seden`.'],
    helps: ['Did you mean `sedan`?'],
  },
  {
    name: 'a catalog that does not exist',
    files,
    text: using(fromCatalog('Ego', '«trucks»', 'sedan')),
    codes: ['unknown-catalog'],
    helps: ['They hold `cars`.'],
  },
  {
    name: 'the name of the file instead of that of the catalog',
    files: { 'vehicles/VehicleCatalog.xosc': files['vehicles/cars.xosc'] },
    text: using(fromCatalog('Ego', '«VehicleCatalog»', 'sedan')),
    codes: ['catalog-found-by-file-name'],
    says: ['No catalog is named `VehicleCatalog`; the file of that name holds the catalog `cars`.'],
    helps: [/^Name the catalog `VehicleCatalog` in its file, or write `catalogName="cars"` here\./],
  },
  {
    name: 'names by parameters',
    files,
    text: scenario({
      catalogs,
      parameters:
        '<ParameterDeclaration name="entry" parameterType="string" value="coupe"/><ParameterDeclaration name="folder" parameterType="string" value="vehicles"/>',
      entities: fromCatalog('Ego', 'cars', '«$entry»') + fromCatalog('Target', 'cars', '$unknown'),
      stories: '',
    }),
    says: ['The catalog `cars` has no entry `coupe`.'],
  },
  {
    name: 'a scenario without folders',
    files,
    text: scenario({ entities: fromCatalog('Ego', '«cars»', 'sedan'), stories: '' }),
    helps: ['Add the folder of the catalog file to `CatalogLocations`.'],
  },
  {
    name: 'a folder that is not there',
    files: {},
    text: using(fromCatalog('Ego', 'cars', 'sedan')),
  },
  { name: 'a file given alone', text: using(fromCatalog('Ego', 'cars', 'sedan')) },
]);
