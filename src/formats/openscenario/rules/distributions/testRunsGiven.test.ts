import { drawn, range } from '../../testing/distributions';
import { testRule } from '../../testing/rules';
import { rule } from './testRunsGiven';

const uniform = `<UniformDistribution>${range('0', '1')}</UniformDistribution>`;

testRule(rule, [
  { name: 'a run', text: drawn(uniform, { runs: '1', version: '1.1' }) },
  { name: 'none', text: drawn(uniform, { runs: '«0»', version: '1.1' }), codes: ['no-runs'] },
]);
