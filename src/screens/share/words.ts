import type { LinkBudget, LinkContent } from '../../findings/link/link';
import { countOf, formatCount } from '../../ui/format';

/** How the lengths of links are called, and where a link of that length survives. */
export const budgetWords: Record<LinkBudget, { title: string; fits: string }> = {
  1900: { title: 'Short', fits: 'fits most chat programs' },
  4000: { title: 'Medium', fits: 'fits long chat messages' },
  8000: { title: 'Long', fits: 'fits issue forms and e-mails' },
};

/** What comes with findings, in the order in which it is given up last. */
const parts: readonly [part: Exclude<keyof LinkContent, 'files' | 'findings'>, name: string][] = [
  ['help', 'help texts'],
  ['related', 'related places'],
  ['elements', 'paths of elements'],
  ['fixes', 'repairs'],
  ['excerpts', 'source lines'],
];

/** Whether a link carries all that there was to carry. */
export function isWhole(kept: LinkContent, total: LinkContent): boolean {
  return (
    kept.files === total.files &&
    kept.findings === total.findings &&
    parts.every(([part]) => kept[part] === total[part])
  );
}

/** What a link carries: `20 of 57 findings, no help texts`. */
export function keptWords(kept: LinkContent, total: LinkContent): string {
  const words = [findingWords(kept.findings, total.findings)];
  if (kept.files < total.files) {
    words.push(`${formatCount(kept.files)} of ${countOf(total.files, 'file')}`);
  }
  for (const [part, name] of parts) {
    // Of findings that are left out, all else is left out anyway.
    const most = Math.min(total[part], kept.findings);
    if (total[part] > 0 && kept[part] === 0) words.push(`no ${name}`);
    else if (kept[part] < most) words.push(`${name} of ${formatCount(kept[part])}`);
  }
  return words.join(', ');
}

function findingWords(kept: number, total: number): string {
  if (total === 0) return 'No findings';
  if (kept === total) return total === 1 ? 'The finding' : `All ${countOf(total, 'finding')}`;
  return `${formatCount(kept)} of ${countOf(total, 'finding')}`;
}
