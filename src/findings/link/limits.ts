/*
 * What a link may hold at most. The writer keeps to it, so that the reader can refuse what is beyond:
 * a link is made by anyone, and a few thousand characters can unpack to megabytes.
 */

/** Characters of the packed content. Programs write 8,000 at most; later ones may write more. */
export const packedLimit = 64 * 1024;

/** Bytes of the content, unpacked. */
export const bodyLimit = 256 * 1024;

/** UTF-16 units of a single text: a message, a path, a line of source. */
export const textLimit = 2000;

/** Lines of source that go with a finding. */
export const excerptLines = 3;

/** UTF-16 units of a line of source. */
export const excerptWidth = 120;

/** Bytes of a file's SHA-256 that go with it: enough to know the same file by. */
export const hashBytes = 12;
