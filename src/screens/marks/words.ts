import { verdictMeanings } from '../../findings/words';
import type { Standing } from '../../session/fileList';

export { capital, levelMeanings, severityMeanings, severityWords } from '../../findings/words';

export const standingWords: Record<Standing, string> = {
  valid: 'valid',
  invalid: 'invalid',
  malformed: 'malformed',
  unsupported: 'unsupported',
  failed: 'not checked',
  pending: 'waiting',
};

/** What a verdict means, or the lack of one, for those who see it for the first time. */
export const standingMeanings: Record<Standing, string> = {
  ...verdictMeanings,
  failed: 'The check was cancelled or broke off',
  pending: 'The check has not come to its end',
};
