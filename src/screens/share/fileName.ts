import type { ReportDocument } from '../../findings/reportDocument';
import { commonFolder, folderOf, nameOf } from '../../project/paths';

/** More characters of a name say no more, and some systems take only so many. */
const mostCharacters = 80;

/** What Windows, the strictest of all, does not allow in names. */
// eslint-disable-next-line no-control-regex -- control characters are among them
const forbidden = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g;

/**
 * A name for a file that a report is saved in, without its extension: that of the file that it is
 * about, or of the folder that all of them lie in.
 */
export function reportName({ files }: ReportDocument): string {
  const [first, ...others] = files;
  if (!first) return 'report';
  if (others.length === 0) return tidy(nameOf(first.path).replace(/(\.[^.]+?)?(\.gz)?$/i, ''));
  const folder = others.reduce(
    (shared, { path }) => commonFolder(shared, path).folder,
    folderOf(first.path),
  );
  return tidy(nameOf(folder));
}

function tidy(name: string): string {
  const allowed = name.replaceAll(forbidden, '-').replace(/^[\s.]+|[\s.]+$/g, '');
  return Array.from(allowed).slice(0, mostCharacters).join('') || 'report';
}
