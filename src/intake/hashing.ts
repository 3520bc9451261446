/** Larger files are not hashed: they would have to be held in memory whole. */
export const hashLimit = 64 * 1024 * 1024;

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
