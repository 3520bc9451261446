import { quoted } from '../../../../schema/words';
import { tellDuplicates } from '../../model/duplicates';
import type { DocumentRule } from '../kinds';

/** No two parameters of one place have the same name. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:parameters.unique_parameters',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'No name is declared twice among the parameters of one element',
  explanation: {
    asks: 'Parameters that are declared side by side need names of their own. Which of two equal ones holds is for each simulator to decide: some take the first, some the last, some stop.',
    source: 'ASAM OpenSCENARIO XML, section 9.1: names of parameters are unique within their scope',
  },
  cost: 'cheap',

  check(model, tell) {
    tellDuplicates(model, model.parameters, tell, (name) => ({
      code: 'duplicate-parameter',
      message: `The parameter ${quoted(name)} is declared twice in the same place.`,
    }));
  },
};
