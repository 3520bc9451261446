import type { LinkTables } from '../../../findings/link/tables';
import { codes } from './codes';
import { dictionary } from './dictionary';
import { ruleIds } from './rules';

/** What links to reports on documents of this format need not spell out. */
export const linkTables: LinkTables = {
  number: 1,
  format: 'openscenario',
  rules: ruleIds,
  codes,
  dictionary,
};
