import { testProjectRule } from '../../testing/projects';
import { fromCatalog, locations, scenario } from '../../testing/scenarios';
import { rule } from './neighboursGiven';

const text = (path: string): string =>
  scenario({
    roads: `<LogicFile filepath="${path}"/>`,
    catalogs: locations({ VehicleCatalog: 'v' }),
    entities: fromCatalog('Ego', 'cars', 'sedan'),
    stories: '',
  });

testProjectRule(rule, [
  { name: 'with its folder', files: {}, text: text('a.xodr') },
  {
    name: 'given alone',
    text: text('«a.xodr»'),
    codes: ['neighbours-not-given'],
    says: ['The file refers to `a.xodr` and 1 other path, which cannot be seen from here.'],
  },
  { name: 'given alone, and needing nothing', text: scenario() },
]);
