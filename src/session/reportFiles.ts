import type { ReadResult } from '../findings/readers';
import { mostBytes } from '../findings/readers/limits';
import { recogniseReport, type ReadableForm } from '../findings/readers/recognise';
import { blobAccess } from '../intake/bytes';
import { chunksOf, concat, type Bytes } from '../intake/chunks';
import { openContent, tooLarge, type Content } from '../intake/open';
import type { Source } from '../intake/source';
import { UnreadableSource } from '../intake/unreadable';
import { extensionOf, nameOf } from '../project/paths';

/** Reads a report of a form. Rejects only where what reads it cannot be loaded. */
export type ReadReportBytes = (form: ReadableForm, bytes: Uint8Array) => Promise<ReadResult>;

/** What files with reports are called; no other file is looked into before it is checked. */
const extensions: ReadonlySet<string> = new Set([
  'json',
  'jsonl',
  'ndjson',
  'sarif',
  'xml',
  'xqar',
]);

/**
 * Whether a source may be a report rather than a document. A folder or an archive is given to be
 * checked: reports that merely lie in it are of earlier checks, and are not opened.
 */
export function mayBeReport({ path, origin }: Source): boolean {
  return origin === 'named' && extensions.has(extensionOf(path));
}

/** Whether an archive may hold reports and nothing else, as builds pack what they made. */
export function holdReportsAlone(members: readonly Source[]): boolean {
  return members.length > 0 && members.every(({ path }) => extensions.has(extensionOf(path)));
}

/**
 * Reads a source that may be a report; null where it is none, or cannot be read at all, which its
 * check will tell. Rejects with the signal's reason, and as `read` does.
 */
export async function readReportFile(
  source: Source,
  read: ReadReportBytes,
  signal: AbortSignal,
): Promise<ReadResult | null> {
  const content = await openedContent(source, signal);
  if (content === null) return null;
  const form = recogniseReport(content.head, nameOf(source.path).replace(/\.gz$/i, ''));
  if (form === null) {
    if (!content.whole) await content.stream.cancel();
    return null;
  }
  try {
    return await read(form, content.whole ?? (await allOf(content, signal)));
  } catch (error) {
    if (error instanceof UnreadableSource) return { problem: error.message };
    throw error;
  }
}

async function openedContent(source: Source, signal: AbortSignal): Promise<Content | null> {
  try {
    return await openContent(source, blobAccess, signal);
  } catch (error) {
    if (error instanceof UnreadableSource) return null;
    throw error;
  }
}

async function allOf({ stream }: Content, signal: AbortSignal): Promise<Bytes> {
  const parts: Bytes[] = [];
  let size = 0;
  for await (const chunk of chunksOf(stream, signal)) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge(mostBytes);
    parts.push(chunk);
  }
  return concat(parts, size);
}
