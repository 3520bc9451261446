/**
 * What a document's project says of the files around it. Rules never read another file: they ask for
 * its digest, which is made once for each content and kept.
 */
export interface Neighbours {
  /**
   * Looks for files and folders, several at once. Paths are as a document would write them: relative
   * to the document's own folder (or absolute), with slashes or backslashes. Answers come in order.
   */
  look(asked: readonly Asked[]): Promise<Neighbour[]>;
}

export interface Asked {
  /**
   * Path relative to the folder of the document that `from` names, else of the one being checked; empty
   * for `project`.
   */
  path: string;
  /** `project`: everything that is being checked, in whatever folder; it is answered as a folder is. */
  want: 'file' | 'folder' | 'project';
  /** Path of the document that says so (as `Neighbour` gives it), where it is not the one checked. */
  from?: string;
}

/** What there is at a path. */
export type Neighbour =
  | {
      found: 'file';
      /** Path of the file as it is shown, spelt as it really is. */
      path: string;
      /** False where only the case of letters tells the path from the one that was asked for. */
      exact: boolean;
      digest: Digest | null;
    }
  | {
      found: 'folder';
      path: string;
      exact: boolean;
      /** The documents directly in it that a pack can digest, ordered by path. */
      files: { path: string; digest: Digest | null }[];
    }
  /** It is certain that there is nothing; `similar` are paths, as they would be written, of what there is. */
  | { found: 'nothing'; similar: string[] }
  /** Nothing can be said: only the document itself was given. */
  | { found: 'unknown' };

/**
 * What others need to know of a document, as its pack made it: opaque bytes, so that it can be kept
 * and can cross threads. `null` digests stand for documents that cannot be read, or that no pack
 * knows.
 */
export interface Digest {
  /** Id of the pack that made it and reads it. */
  pack: string;
  bytes: Uint8Array<ArrayBuffer>;
}
