import type { LinkTables } from './tables';

/** What belongs to all documents: the rules that hold for every file, and the codes of syntax. */
export const generalTables: Pick<LinkTables, 'rules' | 'codes' | 'dictionary'> = {
  rules: [],
  codes: [],
  dictionary: '',
};
