/** Larger files are not hashed, and so not cached: they would have to be held in memory whole. */
export const hashLimit = 64 * 1024 * 1024;

/** Up to this size a file is hashed before it is parsed; above, both go on side by side. */
export const hashFirstLimit = 8 * 1024 * 1024;

/** SHA-256 in lower-case hex. */
export async function sha256(
  subtle: SubtleCrypto,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  let hex = '';
  for (const byte of digest) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** True for what begins as a zip does: its outcome is a list of entries, which is never cached. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
