import type { Digest } from '../src/rules/neighbours';

/*
 * How a digest lies in the store:
 *
 *     word 0   magic, which counts up with each change of what is drawn here
 *     word 1   bytes of the pack's id; 0 where there is no digest of such content
 *     then     the pack's id in UTF-8
 *     then     the digest, to the end
 */
const magic = 0x64670001;
const headBytes = 8;

/** Encodes a digest, or that there is none. */
export function encodeKeptDigest(digest: Digest | null): ArrayBuffer {
  const pack = new TextEncoder().encode(digest?.pack ?? '');
  const bytes = digest?.bytes ?? new Uint8Array(0);
  const buffer = new ArrayBuffer(headBytes + pack.length + bytes.length);
  const view = new DataView(buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, pack.length, true);
  new Uint8Array(buffer).set(pack, headBytes);
  new Uint8Array(buffer).set(bytes, headBytes + pack.length);
  return buffer;
}

/** Decodes what was kept: a digest, or `null` for none. Throws a RangeError where it is damaged. */
export function decodeKeptDigest(buffer: ArrayBuffer): Digest | null {
  const view = new DataView(buffer);
  const packBytes = view.getUint32(4, true);
  if (view.getUint32(0, true) !== magic || headBytes + packBytes > buffer.byteLength) {
    throw new RangeError('Not a kept digest');
  }
  if (packBytes === 0) return null;
  const pack = new TextDecoder().decode(new Uint8Array(buffer, headBytes, packBytes));
  return { pack, bytes: new Uint8Array(buffer.slice(headBytes + packBytes)) };
}
