import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RoadDigestError } from './digestReader';
import { digestRoads } from './digestRoads';
import { columnNames, digestVersion, headerBytes, headerWord, specOf } from './layout';
import { RoadNetwork } from './roadNetwork';
import { curve, openDrive, readRoads, road, section } from './testing/roads';

const text = openDrive(
  '<header revMajor="1" revMinor="6"><geoReference>+proj=utm</geoReference></header>',
  road(
    '1',
    curve('laneOffset', 0, 1) +
      section(0, [
        [1, 3],
        [0, ''],
        [-1, 3],
      ]),
  ),
  '<road id="2" length="9"><signals><signal id="a" name="A"/><signalReference id="a"/></signals></road>',
  '<controller id="c"/>',
);
const { document } = readRoads(new TextEncoder().encode(text));
const digest = digestRoads(document);

/** Asks a network for everything that there is. */
function askAll(network: RoadNetwork): void {
  for (const id of network.roadIds()) {
    const at = network.roadOf(id);
    for (const lane of network.lanes.ids(at)) {
      network.lanes.stretchesOf(at, lane);
      for (const s of [-1, 0, 5, 1e9, NaN]) {
        network.lanes.widthAt(at, s, lane);
        network.lanes.place(network.lanes.at(at, s, lane));
      }
    }
    network.lanes.breadthAt(at, 1);
    network.roadPlace(at);
    network.junctionOf(at);
  }
  for (const id of network.signalIds()) network.isReference(network.signalOf(id));
  for (const id of network.controllerIds()) network.controllerIdOf(network.controllerOf(id));
}

describe('the layout', () => {
  it('has columns of large numbers first, so that all are aligned', () => {
    const sizes = { float64: 8, int32: 4, uint32: 4, uint8: 1 };
    const inOrder = columnNames.map((name) => sizes[specOf(name).kind]);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
    expect(headerBytes % 8).toBe(0);
  });
});

describe('a digest', () => {
  it('can be read from anywhere in a buffer', () => {
    for (let shift = 0; shift < 9; shift++) {
      const buffer = new Uint8Array(digest.length + shift + 3);
      buffer.set(digest, shift);
      const network = new RoadNetwork(buffer.subarray(shift, shift + digest.length));
      expect(network.lanes.breadthAt(network.roadOf('1'), 0)).toEqual({ right: -2, left: 4 });
      expect(network.geoReference).toBe('+proj=utm');
    }
  });

  it('of another version is refused by name', () => {
    const later = digest.slice();
    new Uint32Array(later.buffer)[headerWord.version] = digestVersion + 1;
    expect(() => new RoadNetwork(later)).toThrow(
      new RoadDigestError('The digest of roads has version 3; version 2 is read'),
    );
  });

  it('is refused with any byte changed, left out or added', () => {
    const open = (bytes: Uint8Array) => () => new RoadNetwork(bytes);
    fc.assert(
      fc.property(fc.nat(digest.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = digest.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(open(changed)).toThrow(RoadDigestError);
        expect(open(digest.subarray(0, at))).toThrow(RoadDigestError);
        expect(open(new Uint8Array([...digest, change]))).toThrow(RoadDigestError);
      }),
    );
  });

  it('is not just any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => new RoadNetwork(bytes)).toThrow(RoadDigestError);
      }),
    );
  });
});

describe('a mutated document', () => {
  const edit = fc.record({
    at: fc.nat(text.length),
    drop: fc.nat(12),
    put: fc.constantFrom(
      '',
      '"',
      '<',
      '/>',
      '-',
      '9',
      'NaN',
      '1e999',
      '&#49;',
      '<lane id="1">',
      ' s="5"',
    ),
  });

  it('is digested and answers, or has no root of the right name', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const mutated = edits.reduce(
          (now, { at, drop, put }) => now.slice(0, at) + put + now.slice(at + drop),
          text,
        );
        const read = readRoads(new TextEncoder().encode(mutated));
        const { elements } = read.document;
        if (elements.elements === 0 || elements.nameOf(0) !== 'OpenDRIVE') {
          expect(() => digestRoads(read.document)).toThrow(RangeError);
          return;
        }
        const network = new RoadNetwork(digestRoads(read.document));
        askAll(network);
        if (!read.whole && elements.endOf(0) === 0) expect(network.partial).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
