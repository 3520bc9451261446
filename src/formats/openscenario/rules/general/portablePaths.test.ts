import { distribution, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './portablePaths';

const road = (path: string) => scenario({ roads: `<LogicFile filepath="${path}"/>` });
const folder = (path: string) =>
  scenario({
    version: '1.0',
    catalogs: `<VehicleCatalog><Directory path="${path}"/></VehicleCatalog>`,
  });

testRule(rule, [
  { name: 'a relative path', text: road('../maps/town 1.xodr') },
  { name: 'a parameter', text: road('$map') },
  {
    name: 'backslashes',
    text: road('«..\\maps\\town.xodr»'),
    codes: ['backslashes'],
    helps: ['Write `../maps/town.xodr`, which holds on Windows too.'],
  },
  { name: 'a drive', text: road('«c:/maps/town.xodr»'), codes: ['absolute-path'] },
  { name: 'a root', text: folder('«/tmp/catalogs»'), codes: ['absolute-path'] },
  { name: 'a share', text: folder('«\\\\server\\catalogs»'), codes: ['absolute-path'] },
  {
    name: 'nothing',
    text: distribution('<Deterministic/>', { file: '«»' }),
    codes: ['empty-path'],
  },
]);
