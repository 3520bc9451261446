import type { Tag } from '../../engine/tokenizer';
import { MemoryExhausted, Status, Tokenizer } from '../../engine/tokenizer';
import { detectEncoding } from '../../intake/xmlEncoding';

/** Memory that reading a report may take, in bytes. */
const memoryLimit = 512 * 1024 * 1024;

/** How the reading of a document's start tags ended. */
export type TagsEnd =
  | { complete: true }
  /** `line` is the one in which it broke, where it is known. */
  | { complete: false; reason: 'encoding' | 'memory' | 'malformed'; line: number | null };

/**
 * Shows the start tags of an XML document one after the other, the root first: local names, depths and
 * attributes. It is read as every document is that is checked, with the same bounds on entities; what
 * stands in front of where it breaks is shown.
 */
export function readStartTags(
  module: WebAssembly.Module,
  bytes: Uint8Array,
  see: (tag: Tag) => void,
): TagsEnd {
  const { encoding, mark, problem } = detectEncoding(bytes.subarray(0, 2048));
  if (problem === 'unsupported' || problem === 'contradicted') {
    return { complete: false, reason: 'encoding', line: null };
  }
  const tokenizer = new Tokenizer(module);
  tokenizer.limitMemory(memoryLimit);
  tokenizer.begin({ encoding, mark, tape: false, structure: false, pauseAfter: 1 });
  try {
    let status = Status.more;
    for (let at = mark; status === Status.more;) {
      const end = Math.min(at + chunkBytes, bytes.length);
      const last = end === bytes.length;
      status = tokenizer.push(bytes.subarray(at, end), last);
      while (status === Status.paused) {
        see(tokenizer.tag);
        status = tokenizer.resume(last);
      }
      if (last) break;
      tokenizer.dropIssues();
      at = end;
    }
    if (status === Status.done) return { complete: true };
    return {
      complete: false,
      reason: 'malformed',
      line: tokenizer.takeIssues().at(-1)?.start.line ?? null,
    };
  } catch (error) {
    if (!(error instanceof MemoryExhausted)) throw error;
    return { complete: false, reason: 'memory', line: null };
  }
}

/** What is pushed at once: little, since what is not read yet is moved at every tag. */
const chunkBytes = 32 * 1024;
