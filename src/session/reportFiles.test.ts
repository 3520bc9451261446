import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReadableForm } from '../findings/readers/recognise';
import { mayBeReport, readReportFile } from './reportFiles';
import { aSource } from './testing';

const { signal } = new AbortController();
const xqar = '<?xml version="1.0"?><CheckerResults version="1.0.0"></CheckerResults>';

/** Tells which form was recognised, and the text that it was given. */
function reader() {
  const read: [ReadableForm, string][] = [];
  return {
    read,
    readReport: (form: ReadableForm, bytes: Uint8Array) => {
      read.push([form, new TextDecoder().decode(bytes)]);
      return Promise.resolve({ problem: 'Nothing is read here.' });
    },
  };
}

function file(path: string, content: string | Uint8Array<ArrayBuffer>) {
  const bytes = new Blob([content]);
  return aSource(path, { bytes, size: bytes.size });
}

describe('a file that may be a report', () => {
  it.each([
    ['r.xqar', 'named', true],
    ['r.SARIF', 'named', true],
    ['pasted.xml', 'named', true],
    ['r.json.gz', 'named', true],
    ['a.scenario', 'named', false],
    ['results/r.xqar', 'found', false],
  ] as const)('%s, %s: %s', (path, origin, may) => {
    expect(mayBeReport(aSource(path, { origin }))).toBe(may);
  });
});

describe('a report file', () => {
  it('is recognised by its content and read whole, unpacked if need be', async () => {
    for (const content of [xqar, gzipSync(strToU8(xqar))]) {
      const { read, readReport } = reader();
      const result = await readReportFile(file('r.xqar', content), readReport, signal);
      expect(result).toEqual({ problem: 'Nothing is read here.' });
      expect(read).toEqual([['xqar', xqar]]);
    }
  });

  it('is none where the content is something else, or cannot be read at all', async () => {
    const { read, readReport } = reader();
    for (const source of [
      file('r.json', '{"settings": true}'),
      file('r.xqar', '<Other/>'),
      file('r.xqar', gzipSync(strToU8('<Other/>'))),
      file('r.xqar', new Uint8Array([0x1f, 0x8b, 8, 0])),
    ]) {
      expect(await readReportFile(source, readReport, signal)).toBeNull();
    }
    expect(read).toEqual([]);
  });

  it('that ends too early says so', async () => {
    const long = `${xqar}<!--${'x'.repeat(2_000_000)}${Math.PI}-->`;
    const packed = gzipSync(strToU8(long), { level: 0 });
    const cut = file('r.xqar', packed.slice(0, packed.length - 100));
    const result = await readReportFile(cut, reader().readReport, signal);
    expect(result && 'problem' in result ? result.problem : '').toMatch(/^The .*\.$/);
    expect(result).not.toEqual({ problem: 'Nothing is read here.' });
  });
});
