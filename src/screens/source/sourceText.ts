import { detectEncoding } from '../../intake/xmlEncoding';
import { blobAccess } from '../../intake/bytes';
import { chunksOf, type Bytes } from '../../intake/chunks';
import { decoderFor, isUtf8, type PieceDecoder } from '../../intake/decoding';
import { headBytes } from '../../intake/limits';
import { contentBlob, openContent } from '../../intake/open';
import type { Source } from '../../intake/source';
import { asUnreadable, UnreadableSource } from '../../intake/unreadable';
import { Encoding } from '../../../wasm/assembly/codes';
import { RegionText, type ReadRegion } from './regionText';
import type { GrowingIndex } from './sparseLines';

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

/** A source, opened for reading at any place. */
export interface OpenedSource {
  text: SourceText;
  /** Whether it is so large that it must not be looked through on the page. */
  large: boolean;
}

/** Packed bytes up to which unpacking is tried at once. */
const surelySmall = 1_000_000;

/** What the text of a large file is read by. */
export interface LargeParts {
  /** Resolves when it is known whether a packed file is large. */
  decided: () => Promise<boolean>;
  /** Bytes from which on a text is large. */
  from: number;
  growing: () => GrowingIndex;
  readRegion: ReadRegion;
}

/**
 * Opens a source for reading at any place. What is packed is unpacked once and held as a Blob, and
 * what is not UTF-8 is converted once; of a large file, this is done part by part as parts are wanted.
 * Rejects with an UnreadableSource when the bytes cannot be had, and with the signal's reason.
 */
export async function openSourceText(
  source: Source,
  signal: AbortSignal,
  large: LargeParts,
): Promise<OpenedSource> {
  const blob = await unpackedBlob(source, large, signal);
  const head = blob ? await bytesOf(blob.slice(0, headBytes)) : await packedHead(source, signal);
  signal.throwIfAborted();
  const { encoding, mark, title } = detectEncoding(head);
  const sameOffsets = isUtf8(encoding);
  const ownMark = encoding === Encoding.utf8 ? mark : 0;
  const isLarge = blob === null || blob.size > large.from;
  if (blob && sameOffsets) return { text: textOf(blob, ownMark, title, true), large: isLarge };
  if (isLarge) {
    const form = { encoding: title, fileMark: mark, mark: sameOffsets ? ownMark : 0, sameOffsets };
    return { text: new RegionText(form, large.growing, large.readRegion), large: true };
  }
  const converted = await convert(blob.slice(mark), decoderFor(encoding), signal);
  return { text: textOf(converted, 0, title, false), large: false };
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

/**
 * Plain files stay where they are; only what is packed is brought into memory, unless it is large:
 * then `null`.
 */
async function unpackedBlob(
  source: Source,
  { from, decided }: LargeParts,
  signal: AbortSignal,
): Promise<Blob | null> {
  const { bytes, packing } = source;
  if (packing === 'none' && bytes instanceof Blob) {
    const [a, b] = await bytesOf(bytes.slice(0, 2));
    if (a !== 0x1f || b !== 0x8b) return bytes;
  }
  if (packing !== 'none' && (source.size ?? 0) > from) return null;
  // What may become large is not unpacked here before the check has come so far.
  if (bytes instanceof Blob && bytes.size > surelySmall && (await decided())) return null;
  try {
    return await contentBlob(source, blobAccess, signal, from);
  } catch (error) {
    if (error instanceof UnreadableSource && error.code === 'too-large') return null;
    throw error;
  }
}

async function packedHead(source: Source, signal: AbortSignal): Promise<Bytes> {
  const { head, stream } = await openContent(source, blobAccess, signal);
  await stream.cancel();
  return head;
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
