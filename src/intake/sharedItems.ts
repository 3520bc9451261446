import type { SharedItem } from '../store/shared';
import type { Gathered } from './gathered';
import { fileSource } from './gathered';
import { pastedText } from './paste';

/** What another program has handed over, as if it had been dropped or pasted. */
export function sharedSources(items: readonly SharedItem[]): Gathered {
  const sources = items.flatMap((item) =>
    typeof item === 'string'
      ? pastedText(item, 'shared.xml').sources
      : [fileSource(item, item.name, 'named')],
  );
  return { sources, findings: [] };
}
