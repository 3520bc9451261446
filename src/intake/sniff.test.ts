import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessEncoding } from './encoding';
import { sniffBytes } from './sniff';
import { bytesOf } from './testing/sources';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  [...text].forEach((unit, at) => view.setUint16(at * 2, unit.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
}
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

test.each([
  ['', 'empty', 'empty file'],
  ['PK\x03\x04rest', 'zip', 'ZIP archive'],
  ['\x1f\x8b\x08', 'gzip', 'gzip file'],
  ['\x89PNG\r\n\x1a\n\0\0', 'image', 'PNG image'],
  ['\xff\xd8\xff\xe0', 'image', 'JPEG image'],
  ['%PDF-1.7', 'document', 'PDF document'],
  ["7z\xbc\xaf'\x1c", 'packed', '7-Zip archive'],
  ['\0\0\0\x20ftypisom', 'media', 'MP4 video'],
  ['MDF     4.10    ', 'data', 'MDF 4 measurement'],
  ['MDF     3.30    ', 'data', 'MDF 3 measurement'],
  ['#ROSBAG V2.0\n', 'data', 'ROS bag'],
  ['SQLite format 3\0', 'data', 'SQLite database'],
  ['\x7fELF\x02', 'program', 'ELF program'],
  ['MZ\x90\0\x03\0', 'program', 'Windows program'],
  ['\x01\x02\x03\0\xff', 'binary', 'binary file'],
  ['{ "a": 1 }', 'json', 'JSON file'],
  ['[1, 2]', 'json', 'JSON file'],
  ['[section]\nkey=value', 'text', 'plain text'],
  ['just words', 'text', 'plain text'],
  ['Stra\xdfe und Gr\xfc\xdfe in Latin-1', 'text', 'plain text'],
  ['<!DOCTYPE html><html>', 'html', 'HTML page'],
  ['<OpenSCENARIO/>', 'xml', 'XML document'],
])('%j is told', (text, kind, title) => {
  expect(sniffBytes(latin1(text), 'name.xosc')).toMatchObject({ kind, title });
});

test('a tar archive is told by the mark in its first header', () => {
  const header = new Uint8Array(512);
  header.set(bytesOf('file.txt'));
  header.set(bytesOf('ustar'), 257);
  expect(sniffBytes(header, 'x')).toMatchObject({
    kind: 'packed',
    title: 'tar archive',
  });
});

test('phrases read well in a sentence', () => {
  const phrase = (text: string, name = 'x') => sniffBytes(latin1(text), name).phrase;
  expect(phrase('\x89PNG\r\n\x1a\n')).toBe('a PNG image');
  expect(phrase('MDF     4.10')).toBe('an MDF 4 measurement');
  expect(phrase('words')).toBe('plain text');
  expect(phrase('a,b\n1,2\n', 'x.csv')).toBe('a CSV table');
  expect(phrase('<?xml version="1.0"?><OpenDRIVE/>')).toBe(
    'an XML document with the root element OpenDRIVE',
  );
});

test.each([
  '<?xml version="1.0"?>\n<!-- <a> --><!DOCTYPE Root [<!ELEMENT x ANY>]>\n<Root a="1">',
  '\n  <Root/>',
  '<!DOCTYPE Root SYSTEM "x.dtd"><Root>',
  '<?xml version="1.0"?><?pi x?><Root\n>',
])('the root element of %j is found', (text) => {
  for (const bytes of [
    bytesOf(text),
    bytesOf(`\uFEFF${text}`),
    utf16(`\uFEFF${text}`, true),
    utf16(`\uFEFF${text}`, false),
  ]) {
    expect(sniffBytes(bytes, 'x')).toMatchObject({ kind: 'xml', root: 'Root' });
  }
});

test.each([
  [utf16('<?xml', true), 'utf-16le', 0],
  [utf16('<?xml', false), 'utf-16be', 0],
  [utf16('\uFEFF<a/>', true), 'utf-16le', 2],
  [bytesOf('\uFEFF<a/>'), 'utf-8', 3],
  [bytesOf('<?xml version="1.0" encoding="ISO-8859-1"?>'), 'iso-8859-1', 0],
  [bytesOf("<?xml version='1.0' encoding='Windows-1252'?>"), 'windows-1252', 0],
  [bytesOf('<a encoding="ISO-8859-1"/>'), 'utf-8', 0],
])('encoding %#', (bytes, encoding, bomBytes) => {
  expect(guessEncoding(bytes)).toMatchObject({ encoding, bomBytes });
});

test('any bytes are told to be something', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.string(), (bytes, name) => {
      const { title, phrase } = sniffBytes(bytes, name);
      expect(title.length).toBeGreaterThan(0);
      expect(phrase).toContain(title);
    }),
  );
});
