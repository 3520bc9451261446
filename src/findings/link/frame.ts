import { crc32 } from '../../intake/crc32';
import { fromBase64url, toBase64url } from './base64url';
import { packedLimit } from './limits';

/*
 * What is around a link's content: `r<version>.<length>.<checksum>.<content>`. The length is that of
 * the content in characters, the checksum its CRC-32 in base64url, so that a link that lost its end on
 * the way is told from one that was altered. All of it is letters, digits, `-`, `_` and three dots,
 * which mail and chat programs leave alone, and it never ends in a dot.
 */

/** A link's content, and what is wrong with what is around it. */
export interface Framed {
  content: Uint8Array;
  /** Set where characters are missing at the end of the content. */
  cut: { missing: number; of: number } | null;
}

/** Puts what is around it around a link's content. */
export function frame(version: number, content: Uint8Array): string {
  const text = toBase64url(content);
  return `r${version}.${text.length}.${checksumOf(text)}.${text}`;
}

/**
 * The version of the form of the link in a fragment, be the link whole or not; null where the fragment
 * is not meant to be a link to a report.
 */
export function versionIn(fragment: string): number | null {
  const [, version] = /^#?r(\d{1,6})(?!\w)/.exec(cleaned(fragment)) ?? [];
  return version === undefined ? null : Number(version);
}

/**
 * Takes a link's content out of what is around it, as all versions so far have it. What programs add
 * behind it, or put into it (percent-encoding, line breaks), does no harm.
 */
export function unframe(fragment: string): Framed | 'altered' | 'cut' {
  const parts = /^#?r\d+(?:\.(?:(\d{1,7})(?:\.(?:([\w-]*)(?:\.([\w-]*))?)?)?)?)?/.exec(
    cleaned(fragment),
  );
  const [, length, checksum, text] = parts ?? [];
  if (length === undefined || checksum === undefined || text === undefined) return 'cut';
  const of = Number(length);
  const own = text.slice(0, of);
  const missing = of - own.length;
  if (of > packedLimit || (missing === 0 && checksumOf(own) !== checksum)) return 'altered';
  const content = fromBase64url(own);
  return content ? { content, cut: missing > 0 ? { missing, of } : null } : 'altered';
}

/** The fragment as it was before programs wrote it in their own way. */
function cleaned(fragment: string): string {
  return fragment
    .slice(0, 4 * packedLimit)
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\s|\u200b|\u200c|\u200d|\u00ad/g, '');
}

function checksumOf(text: string): string {
  const sum = crc32(0, new TextEncoder().encode(text));
  return toBase64url(Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum));
}
