import { guessEncoding } from './encoding';
import type { Gathered } from './gathered';
import { fileSource } from './gathered';

/**
 * What the clipboard holds: files if there are any, else its text as a file of the given name.
 * Nothing at all comes back as no sources. Call it within the event's handler.
 */
export function pasted(data: DataTransfer, name = 'pasted.xml'): Gathered {
  const files = Array.from(data.files);
  if (files.length > 0) {
    return {
      sources: files.map((file) => fileSource(file, file.name, 'named')),
      findings: [],
    };
  }
  return pastedText(data.getData('text/plain'), name);
}

/** A text as a source; an empty text is none. */
export function pastedText(text: string, name: string): Gathered {
  if (text === '') return { sources: [], findings: [] };
  return {
    sources: [fileSource(new Blob([encodeAsDeclared(text)]), name, 'named')],
    findings: [],
  };
}

/**
 * A text has no bytes, but its XML declaration may name an encoding. It is given the bytes that the
 * declaration speaks of, as the file had that it was copied from; else it would contradict itself.
 */
function encodeAsDeclared(text: string): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder().encode(text);
  if (/^<\?xml\s[^>]*encoding\s*=\s*["']utf-16/i.test(text)) return utf16(text);
  const { encoding } = guessEncoding(utf8);
  const single = encoding === 'iso-8859-1' || encoding === 'windows-1252';
  // In windows-1252, 80 to 9F are other characters than in Unicode; those texts stay as they are.
  // eslint-disable-next-line no-control-regex -- the range is meant: all that the encodings share
  if (!single || !/^[\x00-\x7f\xa0-\xff]*$/.test(text)) return utf8;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const marked = text.startsWith('\uFEFF') ? text : `\uFEFF${text}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), true);
  return new Uint8Array(view.buffer);
}
