import type { ReportDocument, Tool } from '../findings/reportDocument';
import { blobAccess } from '../intake/bytes';
import type { GatherParts, Reported } from '../reporting/gatherDocument';
import type { RuleInfo } from '../rules/rule';
import type { FileEntry } from './entry.svelte';

/** What is to be in a report that leaves the page. */
export interface DocumentWish {
  /**
   * The files whose reports are wanted, whatever they are. All unless told: then without those that
   * no pack knows and that nobody asked for by name.
   */
  entries?: readonly FileEntry[];
  /** Whether source lines are to go with the findings. */
  excerpts: boolean;
  /** Told how many of the files are done with. */
  progress?: (done: number, total: number) => void;
}

/** What a document is put together with. */
export interface DocumentParts {
  /** This program. */
  tool: Tool;
  rules: () => Promise<readonly RuleInfo[]>;
  elementsAt: GatherParts['elementsAt'];
}

/** Files that are asked for at the same time: as many as keep a pool busy. */
const atOnce = 16;

/**
 * The report on files of the session, to be written into a file or a link. Files without a report
 * (those that are still checked, were given up, or could not be checked) are left out; reports that
 * were made elsewhere are in it as they came. Rejects with the signal's reason, and where the rules
 * cannot be loaded.
 */
export async function documentOf(
  all: readonly FileEntry[],
  { entries, excerpts, progress }: DocumentWish,
  parts: DocumentParts,
  signal: AbortSignal,
): Promise<ReportDocument> {
  const reported = (entries ?? all).flatMap(({ report, source, received }): Reported[] =>
    report ? [{ report, source, madeBy: received?.tool ?? null }] : [],
  );
  // Most visits write no report down.
  const { gatherDocument } = await import('../reporting/gatherDocument');
  return gatherDocument(
    reported,
    { excerpts, strangers: entries !== undefined },
    {
      ...parts,
      access: blobAccess,
      subtle: (globalThis.crypto as Crypto | undefined)?.subtle,
      atOnce,
      progress,
    },
    signal,
  );
}
