import { deflateSync, Inflate } from 'fflate';

/** Bytes unpacked at a time: at 1,032:1, the most that there is, they become a megabyte. */
const sliceBytes = 1024;

/** Packs bytes (RFC 1951); `dictionary` is as good as written in front of them. */
export function pack(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, mem: 4, ...(dictionary.length > 0 ? { dictionary } : {}) });
}

/** What was unpacked, and whether the packed data went wrong, or on for too long, behind it. */
export interface Unpacked {
  bytes: Uint8Array;
  sound: boolean;
}

/**
 * Unpacks what `pack` packed, up to `limit` bytes. Never throws. Data that were cut give what they
 * hold up to there, and are sound.
 */
export function unpack(packed: Uint8Array, dictionary: Uint8Array, limit: number): Unpacked {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let sound = true;
  const decoder = new Inflate(dictionary.length > 0 ? { dictionary } : {}, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length && sound; at += sliceBytes) {
    try {
      decoder.push(packed.subarray(at, at + sliceBytes));
    } catch {
      // Whatever is wrong with them, there is nothing more to be had from damaged data.
      sound = false;
    }
    if (length > limit) sound = false;
  }
  const bytes = new Uint8Array(Math.min(length, limit));
  let at = 0;
  for (const chunk of chunks) {
    const rest = chunk.subarray(0, bytes.length - at);
    bytes.set(rest, at);
    at += rest.length;
  }
  return { bytes, sound };
}
