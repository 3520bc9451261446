import type { BytesAccess } from '../intake/bytes';
import { openContent } from '../intake/open';
import type { Source } from '../intake/source';
import { asUnreadable, UnreadableSource } from '../intake/unreadable';
import { detectEncoding } from '../intake/xmlEncoding';
import { openBatch } from '../tape/reader';
import { ElementPaths } from '../tree/elementPaths';
import { ChunkReader } from './chunks';
import { TextOffsets } from './textOffsets';
import { Status, type Tokenizer } from './tokenizer';

/**
 * The paths of the innermost elements at ascending byte offsets into a file, in one pass over it that
 * keeps only what they are about, however large the file is. Where the file cannot be read to its
 * end, as far as it could. Rejects with UnreadableSource where it cannot be read at all, and with the
 * signal's reason.
 */
export async function elementsIn(
  source: Source,
  offsets: ArrayLike<number>,
  access: BytesAccess,
  tokenizer: Tokenizer,
  signal: AbortSignal,
): Promise<(string | null)[]> {
  const content = await openContent(source, access, signal);
  const { encoding, mark, problem } = detectEncoding(content.head);
  const paths = new ElementPaths();
  const texts = new TextOffsets(encoding, mark, offsets);
  const chunks = new ChunkReader(content.whole ?? content.stream, signal, mark);
  try {
    // Such a document was not read, and no element of it is known.
    if (problem === 'contradicted' || problem === 'unsupported')
      return paths.finish(offsets.length);
    tokenizer.begin({ encoding, mark, tape: true, structure: false });
    for (;;) {
      const chunk = await nextOf(chunks);
      for (const text of texts.push(chunk ?? noBytes)) paths.ask(text);
      const status = tokenizer.push(chunk ?? noBytes, chunk === null);
      // What is wrong in it was found when it was checked.
      tokenizer.takeIssues();
      paths.add(openBatch(tokenizer.takeTape()));
      if (status !== Status.more) return paths.finish(offsets.length);
    }
  } finally {
    await chunks.cancel();
  }
}

const noBytes = new Uint8Array(0);

/** The next chunk; null at the end, and where no more of the file can be read. */
async function nextOf(chunks: ChunkReader): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await chunks.next();
  } catch (error) {
    if (asUnreadable(error) instanceof UnreadableSource) return null;
    throw error;
  }
}
