import type { ByteWindow, ExcerptLine, ExcerptOptions } from '../findings/excerpt';
import { excerpt, excerptReach } from '../findings/excerpt';
import type { Finding, Span } from '../findings/finding';
import type { ExcerptOf } from '../findings/text';
import type { BytesAccess } from '../intake/bytes';
import { chunksOf, concat } from '../intake/chunks';
import { guessEncoding } from '../intake/encoding';
import { openContent } from '../intake/open';
import type { Source } from '../intake/source';
import { UnreadableSource } from '../intake/unreadable';

/** Bytes of a span that are fetched to show it; a longer one is shown by its beginning. */
const spanBytes = 4096;

interface Piece {
  from: number;
  to: number;
  bytes: Uint8Array | null;
}

/**
 * Reads what the excerpts of these findings need, in one more pass over the file that keeps only
 * the bytes near a finding. What can no longer be read is shown without its source lines.
 */
export async function readExcerpts(
  source: Source,
  findings: readonly Finding[],
  access: BytesAccess,
  options: ExcerptOptions,
  signal: AbortSignal,
): Promise<ExcerptOf> {
  const spans = spansIn(source.path, findings);
  if (spans.length === 0) return () => null;
  const reach = excerptReach(options);
  const pieces = merge(
    spans.map(({ offset, endOffset }) => ({
      from: Math.max(0, offset - reach),
      to: Math.min(endOffset, offset + spanBytes) + reach,
      bytes: null,
    })),
  );
  const file = await readPieces(source, pieces, access, signal);
  if (!file) return () => null;
  return (path, span): ExcerptLine[] | null => {
    if (path !== source.path || span.endOffset === 0) return null;
    const piece = pieces.find(({ from, to }) => from <= span.offset && span.offset < to);
    if (!piece?.bytes) return null;
    const window: ByteWindow = {
      bytes: piece.bytes,
      start: piece.from,
      atEnd: file.size !== null && piece.from + piece.bytes.length >= file.size,
      ...file.encoding,
    };
    return excerpt(window, span, options);
  };
}

function spansIn(path: string, findings: readonly Finding[]): Span[] {
  const spans: Span[] = [];
  for (const finding of findings) {
    for (const place of [finding, ...(finding.related ?? [])]) {
      // Neither a file as a whole nor a place that is known by its line alone has bytes to show.
      if (place.path === path && place.span.endOffset > 0) spans.push(place.span);
    }
  }
  return spans;
}

function merge(pieces: Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && piece.from <= last.to) last.to = Math.max(last.to, piece.to);
    else merged.push(piece);
  }
  return merged;
}

/** Fills the pieces; null where the file cannot be read any more. `size` is null if not reached. */
async function readPieces(
  source: Source,
  pieces: readonly Piece[],
  access: BytesAccess,
  signal: AbortSignal,
): Promise<{
  size: number | null;
  encoding: ReturnType<typeof guessEncoding>;
} | null> {
  const end = pieces.at(-1)?.to ?? 0;
  const parts: Uint8Array[][] = pieces.map(() => []);
  let at = 0;
  let encoding = guessEncoding(new Uint8Array(0));
  let size: number | null = null;
  try {
    const { head, stream } = await openContent(source, access, signal);
    encoding = guessEncoding(head);
    let first = 0;
    for await (const chunk of chunksOf(stream, signal)) {
      const next = at + chunk.length;
      for (let index = first; index < pieces.length; index++) {
        const piece = pieces[index];
        if (!piece || piece.from >= next) break;
        if (piece.to <= at) first = index + 1;
        else parts[index]?.push(chunk.slice(Math.max(0, piece.from - at), piece.to - at));
      }
      at = next;
      if (at >= end) break;
    }
    if (at < end) size = at;
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    // The report says so already; what was read up to there can still be shown.
    if (at === 0) return null;
    size = at;
  }
  pieces.forEach((piece, index) => {
    const some = parts[index] ?? [];
    piece.bytes = concat(
      some,
      some.reduce((sum, { length }) => sum + length, 0),
    );
  });
  return { size, encoding };
}
