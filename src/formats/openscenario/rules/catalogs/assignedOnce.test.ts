import { testRule } from '../../testing/rules';
import { fromCatalog, scenario } from '../../testing/scenarios';
import { rule } from './assignedOnce';

const assigning = (...names: string[]): string =>
  scenario({
    entities: fromCatalog(
      'Ego',
      'cars',
      'sedan',
      `<ParameterAssignments>${names.map((name) => `<ParameterAssignment parameterRef="${name}" value="1"/>`).join('')}</ParameterAssignments>`,
    ),
    stories: '',
  });

testRule(rule, [
  { name: 'different parameters', text: assigning('a', 'b') },
  { name: 'the same twice', text: assigning('a', 'b', '«a»'), says: ['`a` is assigned twice.'] },
]);
