import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareReport } from '../report';
import { jsonLine } from '../jsonl';
import { recogniseReport, recognisedWithin } from './recognise';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at++) {
    bytes[2 + at * 2] = text.charCodeAt(at) & 0xff;
    bytes[3 + at * 2] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}

describe('a report is recognised by its first bytes', () => {
  it.each([
    ['xqar', '<?xml version="1.0"?>\n<!-- made by -->\n<CheckerResults version="1.0.0">'],
    ['xqar', '\uFEFF<CheckerResults/>'],
    ['xqar', '<q:CheckerResults xmlns:q="urn:x">'],
    ['sarif', '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0"'],
    ['sarif', ' {\n "version": "2.1.0",\n "runs": [ {'],
    ['sarif', '{"runs":[],"version":"2.1.0"}'],
    ['jsonl', jsonLine(bareReport('a "quoted" path', 'valid', []))],
    ['json', '{"report":1,"tool":{'],
    ['json', '{\n  "$schema": "https://example.org/x.json",\n  "report": 1,'],
  ])('%s: %s', (form, text) => {
    expect(recogniseReport(bytesOf(text), 'file')).toBe(form);
    expect(recogniseReport(utf16(text.replace('\uFEFF', '')), 'file')).toBe(form);
  });

  it('takes the name where a log begins with a long run', () => {
    const log = bytesOf('{"runs":[{"tool":');
    expect(recogniseReport(log, 'results.SARIF')).toBe('sarif');
    expect(recogniseReport(log, 'results.sarif.json')).toBe('sarif');
    expect(recogniseReport(log, 'results.json')).toBeNull();
  });

  it.each([
    ['a.sarif', '[]'],
    ['a.sarif', '{"hello":"world"}'],
    ['a.xqar', '<OtherRoot><CheckerResults/></OtherRoot>'],
    ['a.xqar', 'CheckerResults'],
    ['package.json', '{"name":"x","version":"2.1.0"}'],
    ['rows.jsonl', '{"path":"a","size":3}'],
    ['report.json', '{"report":"yearly"}'],
    ['a.json', ''],
  ])('%s is none: %s', (name, text) => {
    expect(recogniseReport(bytesOf(text), name)).toBeNull();
  });

  it('looks at no more than it says', () => {
    const late = `<?xml version="1.0"?><!--${' '.repeat(recognisedWithin)}--><CheckerResults/>`;
    expect(recogniseReport(bytesOf(late), 'a.xml')).toBeNull();
    expect(recogniseReport(bytesOf(late), 'a.xqar')).toBe('xqar');
  });

  it('says something about any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, name) => {
        expect(() => recogniseReport(bytes, name)).not.toThrow();
      }),
    );
  });
});
