import { testProjectRule } from '../../testing/projects';
import { catalog, fromCatalog, locations, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './assignedParameters';

const declared = '<ParameterDeclaration name="maxSpeed" parameterType="double" value="50"/>';
const files = { 'v/cars.xosc': catalog(vehicle('sedan', declared), { name: 'cars' }) };
const assigning = (name: string): string =>
  scenario({
    catalogs: locations({ VehicleCatalog: 'v' }),
    entities: fromCatalog(
      'Ego',
      'cars',
      'sedan',
      `<ParameterAssignments><ParameterAssignment parameterRef="${name}" value="1"/></ParameterAssignments>`,
    ),
    stories: '',
  });

testProjectRule(rule, [
  { name: 'a declared parameter', files, text: assigning('maxSpeed') },
  {
    name: 'one that is not declared',
    files,
    text: assigning('«maxspeed»'),
    says: ['The entry `sedan` declares no parameter `maxspeed`.'],
    helps: ['Did you mean `maxSpeed`?'],
  },
  {
    name: 'an entry that does not exist',
    files: { 'v/cars.xosc': catalog(vehicle('van'), { name: 'cars' }) },
    text: assigning('anything'),
  },
]);
