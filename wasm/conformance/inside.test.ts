import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Place } from '../../src/engine/tokenizer';
import { Encoding, Status, Tokenizer } from '../../src/engine/tokenizer';
import { tokenizerModule } from '../../src/engine/testing/module';
import { recordWords } from '../../src/tape/layout';
import { nameShift, openBatch } from '../../src/tape/reader';

const tokenizer = new Tokenizer(tokenizerModule);

const document = `<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY e "x<i/>y">]>
<a p="1"><!-- one --><b q="ä&amp;ö">some <c/> text &e; <![CDATA[ <d> ]]></b >
  <é x='1'/>\r\n<?pi data?><b>\r<c>𝄞</c>
  </b></a><!-- after -->
`;

/** The tape as lines that tell names rather than their ids. */
function takeLines(): string[] {
  const { records } = openBatch(tokenizer.takeTape());
  const lines: string[] = [];
  for (let at = 0; at < records.length; at += recordWords) {
    const head = records[at] ?? 0;
    const id = head >>> nameShift;
    const name = id === 0 ? '' : tokenizer.name(id);
    lines.push(`${head & 0xff} ${name} ${records[at + 1]} ${records[at + 2]}`);
  }
  return lines;
}

interface Stop {
  place: Place;
  open: string[];
  /** Tape lines before it. */
  lines: number;
}

function readThrough(bytes: Uint8Array, step: number): { lines: string[]; stops: Stop[] } {
  tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: true, structure: false });
  const lines: string[] = [];
  const stops: Stop[] = [];
  let status = Status.more;
  for (let at = 0; status === Status.more; at += step) {
    status = tokenizer.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    lines.push(...takeLines());
    if (status !== Status.more || !tokenizer.between) continue;
    const open = tokenizer.openElements.map(({ name }) => name);
    stops.push({ place: tokenizer.place, open, lines: lines.length });
  }
  expect(status).toBe(Status.done);
  return { lines, stops };
}

const bytes = new TextEncoder().encode(document);

it('stands between constructs in many places, and knows what is open there', () => {
  const { stops } = readThrough(bytes, 1);
  expect(new Set(stops.map(({ open }) => open.join('/')))).toEqual(new Set(['a', 'a/b', 'a/b/c']));
  for (const { place } of stops) {
    const before = new TextDecoder().decode(bytes.subarray(0, place.offset));
    const lines = before.split(/\r\n|\r|\n/);
    expect([place.line, place.column]).toEqual([lines.length, (lines.at(-1) ?? '').length + 1]);
  }
});

it('reads on from any such place as it did coming from the start', () => {
  const plain = new TextEncoder().encode(document.replace('&e;', ''));
  const { lines, stops } = readThrough(plain, 1);
  expect(stops.length).toBeGreaterThan(20);
  for (const { place, lines: before } of stops) {
    tokenizer.beginInside({ place, tape: true });
    expect(tokenizer.push(plain.subarray(place.offset), true)).toBe(Status.done);
    expect(tokenizer.takeIssues()).toEqual([]);
    expect(takeLines()).toEqual(lines.slice(before));
  }
});

it('finds what is malformed at the same place', () => {
  const broken = new TextEncoder().encode('<a>\n<b>\n<c/>\n<d x=1/></b></a>');
  tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: false, structure: false });
  tokenizer.push(broken, true);
  const whole = tokenizer.takeIssues();
  tokenizer.beginInside({ place: { offset: 8, line: 3, column: 1 }, tape: false });
  expect(tokenizer.push(broken.subarray(8), true)).toBe(Status.failed);
  const places = whole.map(({ code, start, end }) => ({ code, start, end }));
  expect(tokenizer.takeIssues()).toMatchObject(places);
});

it('goes through a whole sample', () => {
  const sample = readFileSync(new URL('../../public/samples/cut-in.xosc', import.meta.url));
  const { lines, stops } = readThrough(sample, 256);
  const middle = stops[stops.length >> 1];
  if (!middle) throw new Error('The sample has no place between constructs');
  tokenizer.beginInside({ place: middle.place, tape: true });
  tokenizer.push(sample.subarray(middle.place.offset), true);
  expect(takeLines()).toEqual(lines.slice(middle.lines));
});
