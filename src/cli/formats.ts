import { reportForms } from '../findings/writers/forms';

/** Forms that are written while files are being checked; all others wait for the last of them. */
export const streamedFormats = [
  { id: 'text', use: 'people: what is wrong, where, and the source line', extension: 'txt' },
  { id: 'jsonl', use: 'programs: one JSON object a file, in their order', extension: 'jsonl' },
] as const;

/** Every form that a report can be written in, as `--format` takes it, with what it is for. */
export const formats: readonly { id: string; use: string; extension: string }[] = [
  ...streamedFormats,
  ...reportForms,
];

/**
 * The form that a file is to hold by its name: by the extension, or by the one before it, as in
 * `report.junit.xml`. Null where the name tells of none.
 */
export function formatOfFile(path: string): string | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const [last, beforeLast] = name.toLowerCase().split('.').slice(1).reverse();
  const found =
    formats.find(({ id }) => id === beforeLast) ??
    formats.find(({ extension }) => extension === last);
  return found?.id ?? null;
}
