import type { FileReport } from '../report';
import { findingParts, type LinkBody } from './body';
import type { LinkContent } from './link';
import { noParts, type Material, type PartCounts } from './material';
import { largestThatFits } from './search';
import { aloneUnit, unitLimit, unitsOf, worstFirst, type Unit } from './units';

/** Of a link's room, the share that the mere list of files may take before there are any findings. */
const shareOfFiles = 1 / 3;

/** A link's content with as much in it as there is room for, as characters of a fragment. */
export interface Fitted {
  fragment: string;
  kept: LinkContent;
}

/** Gives the fragment for a content; null where no fragment can hold it. */
type Encode = (body: LinkBody) => Promise<string | null>;

/**
 * Takes in of a report what there is room for: files and findings first, then part by part what else is
 * known of findings. Null where there is no room for anything. Rejects as `encode` does.
 */
export async function fit(
  material: Material,
  files: readonly FileReport[],
  room: number,
  encode: Encode,
): Promise<Fitted | null> {
  const encoded = (units: readonly Unit[], parts: Readonly<PartCounts>): Promise<string | null> =>
    encode(material.body(units, parts));
  const sizeOf = async (units: readonly Unit[], parts: Readonly<PartCounts>): Promise<number> =>
    (await encoded(units, parts))?.length ?? Infinity;

  const ordered = worstFirst(files).slice(0, unitLimit);
  const firstFiles = await largestThatFits(ordered.length, room * shareOfFiles, (number) =>
    sizeOf(ordered.slice(0, number).map(aloneUnit), noParts),
  );
  const units = unitsOf(ordered, Math.max(1, firstFiles));
  const taken = await largestThatFits(units.length, room, (number) =>
    sizeOf(units.slice(0, number), noParts),
  );
  const carried = units.slice(0, taken);
  const parts = await takeParts(material.partsOf(carried), room, (some) => sizeOf(carried, some));
  const fragment = await encoded(carried, parts);
  if (fragment === null || fragment.length > room) return null;
  const findings = carried.filter(({ finding }) => finding !== null).length;
  return { fragment, kept: { files: taken - findings, findings, ...parts } };
}

async function takeParts(
  available: Readonly<PartCounts>,
  room: number,
  sizeOf: (parts: Readonly<PartCounts>) => Promise<number>,
): Promise<PartCounts> {
  // Most reports are small, and all of them fits.
  if ((await sizeOf(available)) <= room) return { ...available };
  const parts = { ...noParts };
  for (const part of findingParts) {
    parts[part] = await largestThatFits(available[part], room, (number) =>
      sizeOf({ ...parts, [part]: number }),
    );
    if (parts[part] < available[part]) break;
  }
  return parts;
}
