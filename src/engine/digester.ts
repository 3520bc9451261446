import type { Pack, Semantics } from '../formats/pack';
import { loadPacks } from '../formats/registry';
import type { BytesAccess } from '../intake/bytes';
import { chunksOf, concat, type Bytes } from '../intake/chunks';
import { asUtf8, isUtf8 } from '../intake/decoding';
import { openContent, type Content } from '../intake/open';
import type { Source } from '../intake/source';
import { asUnreadable, UnreadableSource } from '../intake/unreadable';
import { detectEncoding } from '../intake/xmlEncoding';
import type { ReadDocument } from '../rules/document';
import type { Digest } from '../rules/neighbours';
import { Elements } from '../tree/elements';
import { isNoRoom } from './memoryFinding';
import { HeadReader, type Recognized } from './recognition';
import { Encoding, MemoryExhausted, Status, Tokenizer } from './tokenizer';
import { keptBytes } from './tokenizerShelf';

/** Bytes of content of which a digest is made: the document is held in memory whole for it. */
export const digestLimit = 128 * 1024 * 1024;

/** Bytes of memory that the tokenizer may take for it. */
const memoryLimit = 1_000_000_000;

/** Bytes that are given to the tokenizer at once. */
const stepBytes = 256 * 1024;

/** A document in UTF-8, and how many bytes of it are its byte order mark. */
interface Utf8Document {
  bytes: Bytes;
  mark: number;
}

/**
 * Makes digests of documents, one at a time, with a tokenizer of its own: while a document waits for
 * its neighbours, an engine's other tokenizers hold what was read of it.
 */
export class Digester {
  readonly #module: WebAssembly.Module;
  readonly #access: BytesAccess;
  readonly #packs: () => Promise<Pack[]>;
  #tokenizer: Tokenizer | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(module: WebAssembly.Module, access: BytesAccess, packs = loadPacks) {
    this.#module = module;
    this.#access = access;
    this.#packs = packs;
  }

  /** Memory that the tokenizer holds, in bytes. */
  get memoryBytes(): number {
    return this.#tokenizer?.memoryBytes ?? 0;
  }

  /**
   * What other documents need to know of a source, when those asked for before are done. Null where
   * it cannot be read, or is nothing that a pack makes digests of. Rejects when the signal fires.
   */
  digest(source: Source, signal: AbortSignal): Promise<Digest | null> {
    const digest = this.#turn.then(() => this.#digestNow(source, signal));
    this.#turn = digest.catch(() => undefined);
    return digest;
  }

  async #digestNow(source: Source, signal: AbortSignal): Promise<Digest | null> {
    signal.throwIfAborted();
    try {
      const packs = await this.#packs();
      const document = await readUtf8(source, this.#access, signal);
      return document && (await this.#digestOf(document, source.path, packs));
    } catch (error) {
      signal.throwIfAborted();
      if (isAboutSource(error)) return null;
      throw error;
    } finally {
      if (this.#tokenizer?.broken === true || this.memoryBytes > keptBytes) this.#tokenizer = null;
    }
  }

  async #digestOf(
    document: Utf8Document,
    path: string,
    packs: readonly Pack[],
  ): Promise<Digest | null> {
    this.#tokenizer ??= new Tokenizer(this.#module);
    const tokenizer = this.#tokenizer;
    tokenizer.limitMemory(memoryLimit);
    const recognized = recognize(tokenizer, document, packs);
    const concerned = packsFor(recognized, packs);
    // Most files around a document are nobody's: they need not be read to their end.
    if (concerned.length === 0) return null;
    const semantics: [Pack, Semantics][] = [];
    for (const pack of concerned) {
      const its = await pack.semantics?.();
      if (its) semantics.push([pack, its]);
    }
    const marked = semantics.find(([pack]) => pack.marked !== undefined)?.[0].marked;
    if (semantics.length === 0 || !read(tokenizer, document, marked)) return null;
    const { recognition } = recognized;
    const readDocument: ReadDocument = {
      path,
      bytes: document.bytes,
      elements: new Elements(tokenizer.columns(), tokenizer.names),
      schema: null,
      version: recognition?.schemaVersion ?? '',
      kind: recognition?.kind ?? null,
    };
    for (const [pack, its] of semantics) {
      const bytes = its.digest(readDocument);
      if (bytes) return { pack: pack.id, bytes: ownBytes(bytes) };
    }
    return null;
  }
}

/** The pack that claims the document, or those that know it as one that lies beside theirs. */
function packsFor({ pack, root }: Recognized, packs: readonly Pack[]): readonly Pack[] {
  if (pack) return [pack];
  return root === null ? [] : packs.filter(({ neighbours }) => neighbours[root] !== undefined);
}

function recognize(
  tokenizer: Tokenizer,
  { bytes, mark }: Utf8Document,
  packs: readonly Pack[],
): Recognized {
  const encoding = { encoding: Encoding.utf8, mark, declared: null, problem: null };
  const head = new HeadReader(tokenizer, packs, { ...encoding, title: 'UTF-8', unitBytes: 1 });
  for (let at = mark, step = 2048; at < bytes.length; at += step, step = stepBytes) {
    const decided = head.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    if (decided || (at > stepBytes && !head.patient)) break;
  }
  return head.conclude();
}

/** Reads the whole document into the tokenizer's columns; false where it is not well-formed. */
function read(tokenizer: Tokenizer, { bytes, mark }: Utf8Document, marked = 0): boolean {
  const wanted = { tape: true, structure: false, columns: true, marked };
  tokenizer.begin({ encoding: Encoding.utf8, mark, ...wanted });
  for (let at = mark; ; at += stepBytes) {
    const last = at + stepBytes >= bytes.length;
    const status = tokenizer.push(bytes.subarray(at, at + stepBytes), last);
    tokenizer.dropIssues();
    tokenizer.moveTape();
    if (status !== Status.more) return status === Status.done;
    if (last) return false;
  }
}

/** A document's bytes in UTF-8; null for what is none, or too large. */
async function readUtf8(
  source: Source,
  access: BytesAccess,
  signal: AbortSignal,
): Promise<Utf8Document | null> {
  const content = await openContent(source, access, signal);
  const encoding = detectEncoding(content.head);
  const { problem, mark } = encoding;
  if (content.sniffed.kind !== 'xml' || problem === 'contradicted' || problem === 'unsupported') {
    if (!content.whole) await content.stream.cancel();
    return null;
  }
  const bytes = content.whole ?? (await readAll(content, signal));
  if (bytes === null || isUtf8(encoding.encoding)) return bytes && { bytes, mark };
  return { bytes: asUtf8(encoding.encoding, bytes.subarray(mark)), mark: 0 };
}

async function readAll(content: Content, signal: AbortSignal): Promise<Bytes | null> {
  const chunks: Bytes[] = [];
  let size = 0;
  for await (const chunk of chunksOf(content.stream, signal)) {
    size += chunk.length;
    if (size > digestLimit) return null;
    chunks.push(chunk);
  }
  return concat(chunks, size);
}

/** Whether an error says that the source cannot be read here, and nothing else. */
function isAboutSource(error: unknown): boolean {
  if (error instanceof MemoryExhausted || isNoRoom(error)) return true;
  return asUnreadable(error) instanceof UnreadableSource;
}

/** The bytes in a buffer that holds nothing else: what crosses threads, crosses with its buffer. */
function ownBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
