import { generalTables } from './generalTables';
import type { LinkBody } from './body';
import { frame } from './frame';
import { bodyLimit } from './limits';
import { linkVersion } from './link';
import { pack, unpack } from './packing';
import type { LinkTables } from './tables';
import { readBody, type ReadBody } from './v1/readBody';
import { writeBody } from './v1/writeBody';

/*
 * A link's content: the number of the tables that it was written with (0 for none but those that
 * belong to all), and behind it the packed body. The tables' dictionary is as good as written in
 * front of the body, so that words of theirs cost next to nothing.
 */

/** The fragment for a body; null where it is larger than what is read again. */
export function encodeBody(body: LinkBody, own: LinkTables | null): string | null {
  const bytes = writeBody(body, own);
  if (bytes.length > bodyLimit) return null;
  const packed = pack(bytes, dictionaryOf(own));
  const content = new Uint8Array(1 + packed.length);
  content[0] = own?.number ?? 0;
  content.set(packed, 1);
  return frame(linkVersion, content);
}

/**
 * What a link's content tells: `newer` where its tables are not known here, null where it is nothing
 * that `encodeBody` writes.
 */
export function decodeBody(
  content: Uint8Array,
  tables: readonly LinkTables[],
): ReadBody | 'newer' | null {
  const [number] = content;
  if (number === undefined) return null;
  const own = number === 0 ? null : tables.find((some) => some.number === number);
  if (own === undefined) return 'newer';
  const { bytes, sound } = unpack(content.subarray(1), dictionaryOf(own), bodyLimit);
  return sound ? readBody(bytes, own) : null;
}

const dictionaries = new Map<LinkTables | null, Uint8Array>();

function dictionaryOf(own: LinkTables | null): Uint8Array {
  let bytes = dictionaries.get(own);
  if (!bytes) {
    // What is nearest to the end is the cheapest to name.
    bytes = new TextEncoder().encode(generalTables.dictionary + (own?.dictionary ?? ''));
    dictionaries.set(own, bytes);
  }
  return bytes;
}
