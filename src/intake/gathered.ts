import type { Finding } from '../findings/finding';
import type { Source } from './source';

/**
 * Some of what a person gave: what can be inspected, and what could not even be reached. Intake
 * gives many of these one after the other, so that the page stays smooth over thousands of files.
 */
export interface Gathered {
  sources: Source[];
  findings: Finding[];
}

/** At most so many sources come in one piece. */
export const batchSize = 30;

/** A file of the browser as a source. */
export function fileSource(file: Blob, path: string, origin: Source['origin']): Source {
  return {
    path,
    bytes: file,
    packing: 'none',
    size: file.size,
    origin,
    nesting: 0,
  };
}
