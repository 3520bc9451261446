import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Packing, Source } from '../../intake/source';
import { openSourceText } from './sourceText';

function sourceOf(bytes: Uint8Array<ArrayBuffer>, packing: Packing = 'none'): Source {
  return {
    path: 'a.xosc',
    bytes: new Blob([bytes]),
    packing,
    size: null,
    origin: 'named',
    nesting: 0,
  };
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

async function allOf(source: Source): Promise<{ text: string; mark: number; encoding: string }> {
  const { text: opened, large } = await openSourceText(source, new AbortController().signal, {
    from: 1_000_000,
    decided: () => Promise.resolve(false),
    growing: () => ({ index: null, ended: true }),
    readRegion: () => Promise.reject(new Error('Nothing here is large')),
  });
  expect(large).toBe(false);
  const bytes = await opened.read(opened.mark, opened.size);
  return { text: new TextDecoder().decode(bytes), mark: opened.mark, encoding: opened.encoding };
}

describe('openSourceText', () => {
  it('leaves UTF-8 as it is', async () => {
    expect(await allOf(sourceOf(utf8('<ä/>')))).toEqual({
      text: '<ä/>',
      mark: 0,
      encoding: 'UTF-8',
    });
    expect(await allOf(sourceOf(utf8('\ufeff<a/>')))).toMatchObject({ text: '<a/>', mark: 3 });
  });

  it.each([true, false])('converts UTF-16 (little endian: %s)', async (littleEndian) => {
    const opened = await allOf(sourceOf(utf16('\ufeff<ä b="😀"/>', littleEndian)));
    expect(opened).toMatchObject({ text: '<ä b="😀"/>', mark: 0 });
    expect(opened.encoding).toBe(littleEndian ? 'UTF-16 LE' : 'UTF-16 BE');
  });

  it.each([
    ['ISO-8859-1', '\u0080'],
    ['windows-1252', '€'],
  ])('tells %s from its sister', async (name, character) => {
    const { text, encoding } = await allOf(
      sourceOf(bytesOf(`<?xml version="1.0" encoding="${name}"?><a b="\x80"/>`)),
    );
    expect(encoding).toBe(name);
    expect(text.slice(-4, -3)).toBe(character);
  });

  it('unpacks what is packed, told or not', async () => {
    const packed = gzipSync(utf8('<a/>'));
    expect(await allOf(sourceOf(packed, 'gzip'))).toMatchObject({ text: '<a/>' });
    expect(await allOf(sourceOf(packed))).toMatchObject({ text: '<a/>' });
  });
});
