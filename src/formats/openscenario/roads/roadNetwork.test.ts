import { describe, expect, it } from 'vitest';
import { none } from '../../../tree/tree';
import { digestRoads } from './digestRoads';
import { curve, networkOf, openDrive, readRoads, road, section } from './testing/roads';
import type { Span } from '../../../findings/finding';

const lanes = section(0, [
  [1, 3],
  [0, ''],
]);

/** The text that a span covers, and that it stands where its line and column say. */
function covered(text: string, span: Span): string {
  const bytes = new TextEncoder().encode(text);
  const part = new TextDecoder().decode(bytes.subarray(span.offset, span.endOffset));
  const line = text.split('\n')[span.line - 1] ?? '';
  expect(line.slice(span.column - 1, span.endColumn - 1)).toBe(part);
  expect(span.endLine).toBe(span.line);
  return part;
}

describe('the header', () => {
  it('tells version and projection', () => {
    const network = networkOf(
      openDrive(
        '<header revMajor="1" revMinor="8"><geoReference><![CDATA[ +proj=utm +zone=32 ]]></geoReference></header>',
      ),
    );
    expect(network.revision).toEqual({ major: 1, minor: 8 });
    expect(network.geoReference).toBe('+proj=utm +zone=32');
  });

  it.each([
    ['<geoReference>+proj=utm &amp; more</geoReference>', '+proj=utm & more'],
    ['<geoReference/>', ''],
    ['<offset x="0"/>', null],
  ])('%s', (content, text) => {
    const header = `<header revMajor="1" revMinor="4">${content}</header>`;
    expect(networkOf(openDrive(header)).geoReference).toBe(text);
  });

  it.each(['', '<header/>', '<header revMajor="one" revMinor="4"/>', '<header revMajor="1"/>'])(
    'has no version: %j',
    (header) => {
      expect(networkOf(openDrive(header)).revision).toBeNull();
    },
  );
});

describe('roads', () => {
  const text = openDrive(
    road('7', lanes, '1.25e+02'),
    '  <road id=" Ring &amp; Süd " length="12" junction="500"/> <road id="" length="1"/>',
    road('7a', lanes, 'long'),
  );
  const network = networkOf(text);

  it('are found by their ids', () => {
    expect(network.roads).toBe(4);
    expect(network.roadIds()).toEqual(['7', 'Ring & Süd', '', '7a']);
    for (const [at, id] of network.roadIds().entries()) expect(network.roadOf(id)).toBe(at);
    for (const id of ['8', '07', 'a', 'zzz', 'ring & süd']) expect(network.roadOf(id)).toBe(none);
  });

  it('have lengths, and may be in junctions', () => {
    expect([0, 1, 3].map((at) => network.lengthOf(at))).toEqual([125, 12, NaN]);
    expect([0, 1, 2].map((at) => network.junctionOf(at))).toEqual([null, '500', null]);
  });

  it('have their places', () => {
    expect([0, 1, 2, 3].map((at) => covered(text, network.roadPlace(at)))).toEqual(
      Array<string>(4).fill('<road'),
    );
    expect(network.roadPlace(2).column).toBeGreaterThan(network.roadPlace(1).column);
    expect(covered(text, network.lanes.place(network.lanes.at(3, 0, 1)))).toBe('<lane');
  });

  it('of one id are not told apart: the first is found, the lanes of none are certain', () => {
    const twins = networkOf(openDrive(road('1', lanes), road('2', lanes), road('1', lanes)));
    expect(twins.roadOf('1')).toBe(0);
    expect([0, 1, 2].map((at) => twins.lanes.known(at))).toEqual([false, true, false]);
  });

  it('have columns that do not count a byte order mark', () => {
    const line = networkOf('\ufeff<OpenDRIVE><road id="1"/></OpenDRIVE>').roadPlace(0);
    expect([line.offset, line.column]).toEqual([14, 12]);
  });

  it('elsewhere than in the root are none', () => {
    const inside = `<userData>${road('1', lanes)}</userData>`;
    expect(networkOf(openDrive(inside, '<road id="2" length="1"><objects/></road>')).roads).toBe(1);
  });
});

describe('signals', () => {
  const text = openDrive(
    '<road id="1" length="9"><signals>',
    '<signal id="a" name="Main"/><signal id="b"><validity/></signal>',
    '</signals></road><road id="2" length="9"><signals>',
    '<signalReference id="c"/><signalReference id="a"/><signal id="c"/><signalReference id="e"/>',
    '</signals></road>',
  );
  const network = networkOf(text);

  it('are found by their ids, references to them left aside', () => {
    expect(network.signals).toBe(6);
    expect(network.signalIds()).toEqual(['a', 'b', 'c']);
    expect(['a', 'b', 'c', 'd'].map((id) => network.signalOf(id))).toEqual([0, 1, 4, none]);
    expect([0, 1, 2, 3, 4, 5].filter((signal) => network.isReference(signal))).toEqual([2, 3, 5]);
  });

  it('that only references tell of are found by these', () => {
    expect(network.signalOf('e')).toBe(5);
  });

  it('may have names', () => {
    expect(network.signalIdOf(3)).toBe('a');
    expect(['Main', '', 'b'].map((name) => network.signalNamed(name))).toEqual([0, none, none]);
  });
});

describe('controllers', () => {
  const text = openDrive(
    '<controller id="20" name="Crossing"><control signalId="a"/></controller>',
    '<controller id="3"/>',
    '<junction id="1"><controller id="4"/></junction>',
  );
  const network = networkOf(text);

  it('are those of the root', () => {
    expect(network.controllers).toBe(2);
    expect(network.controllerIds()).toEqual(['20', '3']);
    expect(['20', '3', '4'].map((id) => network.controllerOf(id))).toEqual([0, 1, none]);
    expect(['Crossing', '', 'c'].map((name) => network.controllerNamed(name))).toEqual([
      0,
      none,
      none,
    ]);
    expect(network.controllerIdOf(1)).toBe('3');
    expect(covered(text, network.controllerPlace(1))).toBe('<controller');
  });
});

describe('what may be missing', () => {
  const whole = openDrive(road('1', lanes));

  it.each([
    ['a document that ends too early', whole.slice(0, -20)],
    ['an include', openDrive('<include file="more.xodr"/>')],
    ['an include in a road', openDrive('<road id="1" length="1"><include file="x"/></road>')],
    ['signals in another file', whole.replace('</lanes>', '</lanes><signals><include/></signals>')],
    ['a road without an id', openDrive('<road length="9"/>')],
    ['a signal without an id', whole.replace('</lanes>', '</lanes><signals><signal/></signals>')],
    ['a controller without an id', openDrive('<controller name="a"/>')],
    [
      'an id that a DTD gives',
      openDrive('<road length="9"/>').replace(
        '<OpenDRIVE',
        '<!DOCTYPE OpenDRIVE [<!ATTLIST road id CDATA "9">]>$&',
      ),
    ],
  ])('makes it partial: %s', (_, text) => {
    expect(networkOf(whole).partial).toBe(false);
    expect(networkOf(text).partial).toBe(true);
  });
});

describe('documents', () => {
  it.each(['<OpenSCENARIO/>', '<road/>', ''])('of another kind are refused: %j', (text) => {
    expect(() => networkOf(text)).toThrow(RangeError);
  });

  it('with nothing in them are networks without roads', () => {
    const network = networkOf('<OpenDRIVE/>');
    expect([network.roads, network.signals, network.controllers]).toEqual([0, 0, 0]);
    expect(network.roadOf('1')).toBe(none);
    expect(network.partial).toBe(false);
  });

  it('of many roads are read as those of few', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      road(`r${at}`, curve('laneOffset', 0, at) + lanes, at + 1),
    );
    const network = networkOf(openDrive(...many));
    for (let at = 0; at < many.length; at++) {
      expect(network.roadOf(`r${at}`)).toBe(at);
      expect(network.lengthOf(at)).toBe(at + 1);
      expect(network.lanes.breadthAt(at, 0)).toEqual({ right: at, left: at + 3 });
    }
  });

  it('give the same digest every time', () => {
    const { document } = readRoads(new TextEncoder().encode(openDrive(road('1', lanes))));
    expect(digestRoads(document)).toEqual(digestRoads(document));
  });
});
