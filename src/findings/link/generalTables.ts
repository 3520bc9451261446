import { codes } from './generalCodes';
import { dictionary } from './generalDictionary';
import { ruleIds } from './generalRules';
import type { LinkTables } from './tables';

/** What belongs to all documents. */
export const generalTables: Pick<LinkTables, 'rules' | 'codes' | 'dictionary'> = {
  rules: ruleIds,
  codes,
  dictionary,
};
