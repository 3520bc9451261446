import type { Finding } from './finding';

/**
 * Tells a finding from others across versions of a file, in 16 hexadecimal digits: its rule, its code,
 * the element and the message count, its place in the text does not. Not for secrets: it is FNV-1a,
 * twice, over UTF-16 units.
 */
export function fingerprint({ rule, code, element, message }: Finding): string {
  const text = [rule, code, element ?? '', message].join('\n');
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x01000193);
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
