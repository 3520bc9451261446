import { describe, expect, it } from 'vitest';
import { none } from '../../../tree/tree';
import { curve, networkOf, openDrive, road, section } from './testing/roads';

function lanesOf(content: string, length: number | string = 100) {
  return networkOf(openDrive(road('1', content, length))).lanes;
}

const twoLanes = [
  [1, 3],
  [0, ''],
  [-1, 4],
] as const;

describe('lanes along a road', () => {
  const lanes = lanesOf(
    section(0, twoLanes) +
      section(40, [[2, 2], ...twoLanes]) +
      section(60, [
        [0, ''],
        [-1, 4],
      ]),
  );

  it('are those of the last section that begins at s or before', () => {
    expect(lanes.sections(0)).toBe(3);
    expect(lanes.idsAt(0, 0)).toEqual([1, 0, -1]);
    expect(lanes.idsAt(0, 39.999)).toEqual([1, 0, -1]);
    expect(lanes.idsAt(0, 40)).toEqual([2, 1, 0, -1]);
    expect(lanes.idsAt(0, 100)).toEqual([0, -1]);
  });

  it('are none in front of the first section', () => {
    expect(lanes.idsAt(0, -1)).toEqual([]);
    expect(lanes.at(0, -1, 0)).toBe(none);
  });

  it('are known by their ids anywhere on the road', () => {
    expect(lanes.known(0)).toBe(true);
    expect(lanes.ids(0)).toEqual([2, 1, 0, -1]);
    expect(lanes.stretchesOf(0, 2)).toEqual([{ from: 40, to: 60 }]);
    expect(lanes.stretchesOf(0, 1)).toEqual([{ from: 0, to: 60 }]);
    expect(lanes.stretchesOf(0, -1)).toEqual([{ from: 0, to: 100 }]);
    expect(lanes.stretchesOf(0, 7)).toEqual([]);
  });

  it('may come and go', () => {
    const bays =
      section(0, [
        [-1, 3],
        [-2, 3],
      ]) +
      section(20, [[-1, 3]]) +
      section(50, [
        [-1, 3],
        [-2, 2],
      ]);
    expect(lanesOf(bays).stretchesOf(0, -2)).toEqual([
      { from: 0, to: 20 },
      { from: 50, to: 100 },
    ]);
  });
});

describe('sections of a single side', () => {
  const left = section(0, [[1, 3]], 'singleSide="true"');
  const right = section(
    0,
    [
      [0, ''],
      [-1, 3],
    ],
    'singleSide="true"',
  );
  const laterLeft = section(
    50,
    [
      [1, 3],
      [2, 2],
    ],
    'singleSide="true"',
  );
  const lanes = lanesOf(left + right + laterLeft);

  it('leave the other side as it was', () => {
    expect(lanes.idsAt(0, 10)).toEqual([1, 0, -1]);
    expect(lanes.idsAt(0, 60)).toEqual([2, 1, 0, -1]);
    expect(lanes.stretchesOf(0, -1)).toEqual([{ from: 0, to: 100 }]);
    expect(lanes.breadthAt(0, 60)).toEqual({ right: -3, left: 5 });
  });

  it('are of both sides where singleSide is false', () => {
    const both = lanesOf(section(0, twoLanes) + section(50, [[1, 3]], 'singleSide="false"'));
    expect(both.idsAt(0, 60)).toEqual([1]);
  });
});

describe('across a road', () => {
  it('widths add up from the centre', () => {
    const lanes = lanesOf(section(0, [[2, 1.5], ...twoLanes]));
    expect(lanes.breadthAt(0, 10)).toEqual({ right: -4, left: 4.5 });
    expect([2, 1, 0, -1].map((id) => lanes.widthAt(0, 10, id))).toEqual([1.5, 3, 0, 4]);
    expect(lanes.widthAt(0, 10, 3)).toBeNaN();
  });

  it('a lane offset moves them all', () => {
    const offsets = curve('laneOffset', 0, 1) + curve('laneOffset', 50, 1, 0.1, 0.01, 0.001);
    const lanes = lanesOf(offsets + section(0, twoLanes));
    expect(lanes.breadthAt(0, 10)).toEqual({ right: -3, left: 4 });
    expect(lanes.breadthAt(0, 60)).toEqual({ right: 0, left: 7 });
    expect(lanes.widthAt(0, 60, -1)).toBe(4);
  });

  it('has no offset in front of the first one', () => {
    const lanes = lanesOf(curve('laneOffset', 50, 1) + section(0, twoLanes));
    expect(lanes.breadthAt(0, 49)).toEqual({ right: -4, left: 3 });
  });

  it('widths are counted from where their section, then their own element begins', () => {
    const widths = curve('width', 0, 3) + curve('width', 10, 3, 0.5);
    const lanes = lanesOf(
      section(0, twoLanes) +
        section(20, [
          [1, widths],
          [0, ''],
        ]),
    );
    expect(lanes.widthAt(0, 29, 1)).toBe(3);
    expect(lanes.widthAt(0, 34, 1)).toBe(5);
  });

  it('is not known where widths do not begin with their section', () => {
    const lanes = lanesOf(section(0, [[1, curve('width', 5, 3)]]));
    expect(lanes.widthAt(0, 4, 1)).toBeNaN();
    expect(lanes.breadthAt(0, 4)).toEqual({ right: 0, left: NaN });
    expect(lanes.breadthAt(0, 6)).toEqual({ right: 0, left: 3 });
  });

  it('borders say where lanes end', () => {
    const border = (id: number, t: number) => [id, curve('border', 0, t)] as const;
    const lanes = lanesOf(section(0, [border(2, 5), border(1, 3), border(-1, -3.5)]));
    expect(lanes.breadthAt(0, 10)).toEqual({ right: -3.5, left: 5 });
    expect(lanes.widthAt(0, 10, 2)).toBe(2);
    expect(lanes.widthAt(0, 10, -1)).toBe(3.5);
  });

  it('borders whose meaning is in dispute are not known', () => {
    const border = section(0, [[1, curve('border', 0, 3)]]);
    expect(lanesOf(curve('laneOffset', 0, 1) + border).breadthAt(0, 1).left).toBeNaN();
    expect(lanesOf(section(0, [[-1, curve('border', 0, 3)]])).breadthAt(0, 1).right).toBeNaN();
  });

  it('widths count where there are borders too', () => {
    const both = curve('border', 0, 9) + curve('width', 0, 3);
    expect(lanesOf(section(0, [[1, both]])).breadthAt(0, 1).left).toBe(3);
  });

  it('is not known where a lane is left out', () => {
    const lanes = lanesOf(
      section(0, [
        [1, 3],
        [3, 3],
        [0, ''],
        [-1, 3],
      ]),
    );
    expect(lanes.breadthAt(0, 1)).toEqual({ right: -3, left: NaN });
    expect(lanes.widthAt(0, 1, 3)).toBe(3);
  });
});

describe('lanes that are not known for certain', () => {
  const fine = section(0, twoLanes);
  it.each([
    ['no lane section', ''],
    ['a section that begins nowhere', section('', twoLanes)],
    ['sections out of order', section(50, twoLanes) + section(0, twoLanes)],
    ['a lane without a number', section(0, [['x', 3]])],
    ['a lane of half a number', section(0, [['1.5', 3]])],
    ['a lane far beyond any road', section(0, [[1e9, 3]])],
    ['a width that begins nowhere', fine.replace('sOffset="0"', 'sOffset=""')],
    ['an offset that begins nowhere', '<laneOffset a="1" b="0" c="0" d="0"/>' + fine],
    ['lanes in another file', fine + '<include file="more.xml"/>'],
    ['a side in another file', fine.replace('</laneSection>', '<include file="a"/></laneSection>')],
    ['a lane in another file', fine.replace('</right>', '<include file="a"/></right>')],
    ['a width in another file', fine.replace('</lane>', '<include file="a"/></lane>')],
    ['a second set of lanes', `${fine}</lanes><lanes>${fine}`],
  ])('%s', (_, content) => {
    expect(lanesOf(fine).known(0)).toBe(true);
    expect(lanesOf(content).known(0)).toBe(false);
  });

  it('coefficients that cannot be read leave a width open, and the rest known', () => {
    const lanes = lanesOf(section(0, twoLanes).replace('a="3"', 'a="three"'));
    expect(lanes.known(0)).toBe(true);
    expect(lanes.widthAt(0, 1, 1)).toBeNaN();
    expect(lanes.widthAt(0, 1, -1)).toBe(4);
  });
});
