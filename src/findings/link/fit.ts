import { findingParts, type LinkBody } from './body';
import type { LinkContent } from './link';
import { noParts, type Material } from './material';
import { largestThatFits } from './search';
import { aloneUnit, unitsOf, worstFirst } from './units';
import type { FileReport } from '../report';

/** Of a link's room, the share that the mere list of files may take before there are any findings. */
const shareOfFiles = 1 / 3;

/** A link's content with as much in it as there is room for, as characters of a fragment. */
export interface Fitted {
  fragment: string;
  kept: LinkContent;
}

/**
 * Takes in of a report what there is room for: files and findings first, then part by part what else is
 * known of findings. Null where there is no room for anything.
 * @param encode gives the fragment for a content, null where no fragment can hold it
 */
export function fit(
  material: Material,
  files: readonly FileReport[],
  room: number,
  encode: (body: LinkBody) => string | null,
): Fitted | null {
  const fits = (body: LinkBody, size = room): boolean => (encode(body)?.length ?? Infinity) <= size;
  const ordered = worstFirst(files);
  const firstFiles = largestThatFits(ordered.length, (number) =>
    fits(material.body(ordered.slice(0, number).map(aloneUnit), noParts), room * shareOfFiles),
  );
  const units = unitsOf(ordered, Math.max(1, firstFiles));
  const taken = largestThatFits(units.length, (number) =>
    fits(material.body(units.slice(0, number), noParts)),
  );
  const carried = units.slice(0, taken);
  const parts = { ...noParts };
  const available = material.partsOf(carried);
  for (const part of findingParts) {
    parts[part] = largestThatFits(available[part], (number) =>
      fits(material.body(carried, { ...parts, [part]: number })),
    );
  }
  const fragment = encode(material.body(carried, parts));
  if (fragment === null || fragment.length > room) return null;
  const findings = carried.filter(({ finding }) => finding !== null).length;
  return { fragment, kept: { files: taken - findings, findings, ...parts } };
}
