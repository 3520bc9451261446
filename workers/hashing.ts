/** Up to this size a file is hashed before it is parsed; above, both go on side by side. */
export const hashFirstLimit = 8 * 1024 * 1024;

/** True for what begins as a zip does: its outcome is a list of entries, which is never cached. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
