import { joined, quoted } from '../../../schema/words';
import { formatValue } from '../expressions/values';
import type { Constraint, ConstraintGroup } from './constraints';

/** What a value has to be, to stand between "to be" and its bound. */
const phrases: Readonly<Record<string, string>> = {
  equalTo: '',
  notEqualTo: 'other than ',
  greaterThan: 'greater than ',
  greaterOrEqual: 'at least ',
  lessThan: 'less than ',
  lessOrEqual: 'at most ',
};

/** Groups of bounds in words: "greater than `0` and at most `60`, or `100`". */
export function boundsWords(groups: readonly ConstraintGroup[]): string {
  return groups.map((group) => joined(group.map(boundWords), 'and')).join(', or ');
}

function boundWords({ rule, bound }: Constraint): string {
  const what = bound === null ? 'a bound that is not known' : quoted(formatValue(bound));
  return `${phrases[rule] ?? ''}${what}`;
}
