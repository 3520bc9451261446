import { Encoding } from '../../wasm/assembly/codes';
import type { Bytes } from './chunks';

/** Decodes a text in pieces; the last call has no bytes. */
export type PieceDecoder = (piece?: Bytes) => string;

/** Whether a document's bytes are UTF-8 as they stand. */
export function isUtf8(encoding: Encoding): boolean {
  return encoding === Encoding.utf8 || encoding === Encoding.ascii;
}

/** A decoder for an encoding that is not UTF-8. A byte order mark is kept as a character. */
export function decoderFor(encoding: Encoding): PieceDecoder {
  if (encoding === Encoding.latin1) return (piece) => (piece ? latin1(piece) : '');
  const label =
    encoding === Encoding.utf16le
      ? 'utf-16le'
      : encoding === Encoding.utf16be
        ? 'utf-16be'
        : 'windows-1252';
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return (piece) => (piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
}

/** A whole document in UTF-8: its own bytes where they are that. */
export function asUtf8(encoding: Encoding, bytes: Bytes): Bytes {
  if (isUtf8(encoding)) return bytes;
  const decode = decoderFor(encoding);
  return new TextEncoder().encode(decode(bytes) + decode());
}

/** The web's decoder of that name is the one of windows-1252, which differs from 80 to 9F. */
function latin1(bytes: Bytes): string {
  const most = 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += most) {
    text += String.fromCharCode(...bytes.subarray(at, at + most));
  }
  return text;
}
