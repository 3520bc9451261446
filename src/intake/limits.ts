/**
 * What intake will not go beyond. Each limit has a finding of its own, so that nobody wonders why a
 * file stopped half-way.
 */
const mebi = 1024 * 1024;

/** Bytes of one document after unpacking. Offsets are 32-bit words in the tape. */
export const maxDocumentBytes = 2048 * mebi;

/**
 * A packed file may grow this many times. DEFLATE cannot do better than 1,032:1, which only data of
 * one repeated pattern reach; scenario files are packed 5:1 to 30:1.
 */
export const maxRatio = 500;

/** Up to this size a file may grow as it likes: it is no danger, however well it was packed. */
export const ratioFreeBytes = 64 * mebi;

/** Bytes of an archive inside an archive after unpacking: it is held in memory while it is listed. */
export const maxInnerArchiveBytes = 512 * mebi;

/** Entries that are taken from one archive. */
export const maxArchiveEntries = 100_000;

/** Archives around an entry: an archive in an archive is opened, a third one is not. */
export const maxNesting = 2;

/** How often gzip may be wrapped around gzip. */
export const maxGzipLayers = 2;

/** A file of no more bytes than this is read whole: to set up a stream would take longer. */
export const smallBytes = mebi;

/** Bytes that are looked at to tell what a file is. */
export const headBytes = 4096;
