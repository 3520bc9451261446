import type { FileColumn } from '../../session/fileList';

/** How a column of the file list is headed and laid out. */
export interface ColumnLook {
  column: FileColumn;
  title: string;
  /** What the heading says when there is room only for a sign of it. */
  hint: string;
  numeric: boolean;
}

/** The columns from left to right; which of them fit is a matter of the pane's width. */
export const columnLooks: readonly ColumnLook[] = [
  { column: 'verdict', title: 'Verdict', hint: 'Verdict', numeric: false },
  { column: 'path', title: 'File', hint: 'Path of the file', numeric: false },
  { column: 'version', title: 'Version', hint: 'Version that the file declares', numeric: true },
  { column: 'kind', title: 'Kind', hint: 'What kind of file it is', numeric: false },
  { column: 'errors', title: 'Errors', hint: 'Errors, critical ones among them', numeric: true },
  { column: 'warnings', title: 'Warnings', hint: 'Warnings', numeric: true },
  { column: 'size', title: 'Size', hint: 'Size after unpacking', numeric: true },
  { column: 'time', title: 'Time', hint: 'Duration of the check', numeric: true },
];
