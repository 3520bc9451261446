import { detectEncoding } from '../../intake/xmlEncoding';
import { blobAccess } from '../../intake/bytes';
import { chunksOf, type Bytes } from '../../intake/chunks';
import { decoderFor, isUtf8, type PieceDecoder } from '../../intake/decoding';
import { headBytes, maxDocumentBytes } from '../../intake/limits';
import { contentBlob } from '../../intake/open';
import type { Source } from '../../intake/source';
import { asUnreadable } from '../../intake/unreadable';
import { Encoding } from '../../../wasm/assembly/codes';

/**
 * The text of a file in the form that the tape's offsets speak of: its bytes as they are where it is
 * UTF-8 (a byte order mark included), else converted to UTF-8 (without one).
 */
export interface SourceText {
  /** Number of bytes in this form. */
  readonly size: number;
  /** Bytes of the byte order mark in front, which is no part of the text. */
  readonly mark: number;
  /** The encoding of the file itself, for people. */
  readonly encoding: string;
  /** Whether byte offsets of the file are offsets of this form too. */
  readonly sameOffsets: boolean;
  /** The bytes from `start` up to `end`; fewer at the text's end. Rejects with an UnreadableSource. */
  read(start: number, end: number): Promise<Bytes>;
}

/**
 * Opens a source for reading at any place. What is packed is unpacked once and held as a Blob, and
 * what is not UTF-8 is converted once. Rejects with an UnreadableSource when the bytes cannot be
 * had, and with the signal's reason.
 */
export async function openSourceText(source: Source, signal: AbortSignal): Promise<SourceText> {
  const blob = await unpackedBlob(source, signal);
  const head = await bytesOf(blob.slice(0, headBytes));
  signal.throwIfAborted();
  const { encoding, mark, title } = detectEncoding(head);
  if (isUtf8(encoding)) {
    return textOf(blob, encoding === Encoding.utf8 ? mark : 0, title, true);
  }
  const converted = await convert(blob.slice(mark), decoderFor(encoding), signal);
  return textOf(converted, 0, title, false);
}

function textOf(blob: Blob, mark: number, encoding: string, sameOffsets: boolean): SourceText {
  return {
    size: blob.size,
    mark,
    encoding,
    sameOffsets,
    read: (start, end) => bytesOf(blob.slice(start, end)),
  };
}

async function bytesOf(blob: Blob): Promise<Bytes> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** Plain files stay where they are; only what is packed is brought into memory. */
async function unpackedBlob(source: Source, signal: AbortSignal): Promise<Blob> {
  const { bytes, packing } = source;
  if (packing === 'none' && bytes instanceof Blob) {
    const [a, b] = await bytesOf(bytes.slice(0, 2));
    if (a !== 0x1f || b !== 0x8b) return bytes;
  }
  return contentBlob(source, blobAccess, signal, maxDocumentBytes);
}

async function convert(blob: Blob, decode: PieceDecoder, signal: AbortSignal): Promise<Blob> {
  const encoder = new TextEncoder();
  const parts: Bytes[] = [];
  try {
    for await (const chunk of chunksOf(blobAccess.stream(blob), signal)) {
      parts.push(encoder.encode(decode(chunk)));
    }
  } catch (error) {
    throw signal.aborted ? error : asUnreadable(error);
  }
  parts.push(encoder.encode(decode()));
  return new Blob(parts);
}
