import type { ReportForm } from '../../findings/writers/forms';

/** Forms that are pasted somewhere: into a ticket, a sheet, a chat. The others are read as files. */
const pasted: ReadonlySet<string> = new Set(['json', 'csv', 'markdown']);

/** Whether it makes sense to put a report of this form on the clipboard. */
export function isPasted({ id }: Pick<ReportForm, 'id'>): boolean {
  return pasted.has(id);
}
