import { quoted } from '../../../../schema/words';
import { tellDuplicates } from '../../model/duplicates';
import type { DocumentRule } from '../kinds';

/** No two variables have the same name. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.2.0:reference_control.unique_variables',
  level: 'semantics',
  severity: 'error',
  since: '1.2',
  meaning: 'No two variables have the same name',
  explanation: {
    asks: 'Actions and conditions name the variable that they are about. Of two with the same name it cannot be said which one is meant.',
    source: 'ASAM OpenSCENARIO XML 1.2, class VariableDeclaration: its name identifies it',
  },
  cost: 'cheap',

  check(model, tell) {
    tellDuplicates(model, model.variables, tell, (name) => ({
      code: 'duplicate-variable',
      message: `The variable ${quoted(name)} is declared twice.`,
    }));
  },
};
