import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { digestRoads } from '../src/formats/openscenario/roads/digestRoads';
import { RoadNetwork } from '../src/formats/openscenario/roads/roadNetwork';
import { readRoads } from '../src/formats/openscenario/roads/testing/roads';

/*
 * Real road networks, digested and asked, against what another parser finds in them.
 */

const folder = fileURLToPath(new URL('../../shared/corpus/files/', import.meta.url));
const present = existsSync(folder);

if (!present) {
  console.warn('\n  ROADS NOT CHECKED: there is no ../shared/corpus/files.\n');
}

const files = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xodr'))
      .sort()
  : [];

/** An element as the other parser gives it: children by name, attributes with an `@` in front. */
type Other = Partial<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name, _path, _leaf, isAttribute) => !isAttribute && !name.startsWith('@'),
});

function children(of: Other | undefined, ...path: string[]): Other[] {
  let found = of ? [of] : [];
  for (const name of path) {
    found = found.flatMap((each) => {
      const inside = each[name];
      return Array.isArray(inside) ? (inside as Other[]) : [];
    });
  }
  return found;
}

function text(of: Other, name: string): string {
  const value = of[`@${name}`];
  return typeof value === 'string' ? value : '';
}

const number = (of: Other, name: string): number => Number(text(of, name));

function otherwise(bytes: Uint8Array): Other {
  const document = parser.parse(new TextDecoder().decode(bytes)) as Other;
  const [root] = children(document, 'OpenDRIVE');
  if (!root) throw new Error('The other parser finds no root');
  return root;
}

/** Value at `s` of the last of the curves that begins by then. */
function valueOf(curves: readonly Other[], start: string, s: number): number | null {
  const curve = curves.filter((each) => number(each, start) <= s).at(-1);
  if (!curve) return null;
  const ds = s - number(curve, start);
  const [a = 0, b = 0, c = 0, d = 0] = ['a', 'b', 'c', 'd'].map((name) => number(curve, name));
  return a + b * ds + c * ds ** 2 + d * ds ** 3;
}

function sum(widths: readonly (number | null)[]): number {
  return widths.reduce<number>((total, width) => total + (width ?? NaN), 0);
}

describe.skipIf(!present)('real road networks', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(100);
  });

  it.each(files)('%s', (path) => {
    const bytes = readFileSync(folder + path);
    const root = otherwise(bytes);
    const read = readRoads(bytes);
    expect(read.whole).toBe(true);
    const network = new RoadNetwork(digestRoads(read.document));

    const [header] = children(root, 'header');
    expect(network.partial).toBe(false);
    expect(network.revision).toEqual({
      major: number(header ?? {}, 'revMajor'),
      minor: number(header ?? {}, 'revMinor'),
    });
    expect(network.geoReference !== null).toBe(header?.['geoReference'] !== undefined);

    const roads = children(root, 'road');
    expect(network.roadIds()).toEqual(roads.map((road) => text(road, 'id')));
    expect(network.controllerIds()).toEqual(
      children(root, 'controller').map((each) => text(each, 'id')),
    );
    expect(network.signalIds()).toEqual(
      children(root, 'road', 'signals', 'signal').map((each) => text(each, 'id')),
    );
    const references = children(root, 'road', 'signals', 'signalReference');
    expect(network.signals - network.signalIds().length).toBe(references.length);

    roads.forEach((road, at) => {
      expect(network.lengthOf(at)).toBe(number(road, 'length'));
      expect(network.junctionOf(at) ?? '-1').toBe(text(road, 'junction'));
      expectLanes(network, at, road);
    });
  });
});

function expectLanes(network: RoadNetwork, at: number, road: Other): void {
  const { lanes } = network;
  const offsets = children(road, 'lanes', 'laneOffset');
  const sections = children(road, 'lanes', 'laneSection');
  expect(lanes.known(at)).toBe(true);
  expect(lanes.sections(at)).toBe(sections.length);
  sections.forEach((section, index) => {
    const from = number(section, 's');
    const next = sections[index + 1];
    const to = next ? number(next, 's') : number(road, 'length');
    for (const s of [from, from + (to - from) / 3, from + (to - from) * 0.9]) {
      const left = children(section, 'left', 'lane');
      const right = children(section, 'right', 'lane');
      const all = [...left, ...children(section, 'center', 'lane'), ...right];
      const ids = all.map((lane) => number(lane, 'id')).sort((a, b) => b - a);
      expect(lanes.idsAt(at, s)).toEqual(ids);
      const width = (lane: Other) => valueOf(children(lane, 'width'), 'sOffset', s - from);
      for (const lane of [...left, ...right]) {
        expectNear(lanes.widthAt(at, s, number(lane, 'id')), width(lane) ?? NaN);
      }
      const offset = valueOf(offsets, 's', s) ?? 0;
      const breadth = lanes.breadthAt(at, s);
      expectNear(breadth.left, offset + sum(left.map(width)));
      expectNear(breadth.right, offset - sum(right.map(width)));
    }
  });
}

/** Two roads of the corpus have a lane without a width, which is not known then. */
function expectNear(actual: number, known: number): void {
  if (Number.isNaN(known)) expect(actual).toBeNaN();
  else expect(actual).toBeCloseTo(known, 6);
}
