import type { ReportDocument } from '../reportDocument';
import { encodeBody } from './codec';
import { fit } from './fit';
import type { LinkWish, ReportLink } from './link';
import { Material } from './material';
import type { LinkTables } from './tables';

/** Milliseconds of work after which whoever else wants the thread gets it. */
const sliceMs = 8;

/**
 * Puts a report into a link, as much of it as the budget allows: the files with the worst findings
 * first, and of the findings the worst. Source lines go before what else is known of findings, since
 * somebody asked for them. It takes a few milliseconds, some tens for reports on thousands of
 * findings; other tasks come between. Rejects with the signal's reason, and with a RangeError where the
 * page's own address leaves no room for a link.
 * @param tables those of all packs
 */
export async function linkFor(
  report: ReportDocument,
  wish: LinkWish,
  tables: readonly LinkTables[],
  signal: AbortSignal,
): Promise<ReportLink> {
  const material = new Material(report, wish);
  const own = tablesFor(report, tables);
  const room = wish.budget - wish.base.length - 1;
  let since = performance.now();
  const fitted = await fit(material, report.files, room, async (body) => {
    if (performance.now() - since > sliceMs) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    signal.throwIfAborted();
    return encodeBody(body, own);
  });
  if (!fitted) throw new RangeError('The address of this page is too long for a link.');
  return { url: `${wish.base}#${fitted.fragment}`, kept: fitted.kept, total: material.total };
}

/** The tables of the format that most of the files are of. */
function tablesFor({ files }: ReportDocument, tables: readonly LinkTables[]): LinkTables | null {
  const count = ({ format }: LinkTables): number =>
    files.filter((file) => file.format === format).length;
  const [most] = tables
    .map((some) => ({ some, files: count(some) }))
    .sort((a, b) => b.files - a.files);
  return most && most.files > 0 ? most.some : null;
}
