import { openDrive, road, section } from '../../roads/testing/roads';
import { testProjectRule } from '../../testing/projects';
import { onRoads } from '../../testing/scenarios';
import { rule } from './roadLaneOffsetInBounds';

const files = {
  'a.xodr': openDrive(
    road(
      '1',
      section(0, [
        [1, 3],
        [0, ''],
        [-1, 4],
      ]),
    ),
  ),
};
const lane = (more: string): string =>
  onRoads('a.xodr', `<LanePosition roadId="1" laneId="-1" ${more}/>`);
const across = (more: string): string => onRoads('a.xodr', `<RoadPosition roadId="1" ${more}/>`);

testProjectRule(rule, [
  { name: 'the end of the road', files, text: lane('s="100"') },
  { name: 'the end of the road, rounded up', files, text: lane('s="100.004"') },
  {
    name: 'behind the road',
    files,
    text: lane('s="«100.5»"'),
    codes: ['behind-road'],
    says: ['The position at s = 100.5 m lies behind the end of the road `1`.'],
    helps: ['The road is 100 m long.'],
  },
  { name: 'the edges of the road', files, text: across('s="1" t="3"') },
  {
    name: 'beside the road',
    files,
    text: across('s="1" t="«-4.5»"'),
    codes: ['beside-road'],
    says: ['The position at t = -4.5 m lies beside the lanes of the road `1`.'],
    helps: ['At s = 1 m they reach from t = -4 to 3 m.'],
  },
  { name: 'behind the road is told alone', files, text: across('s="«101»" t="9"') },
  { name: 'the edge of the lane', files, text: lane('s="1" offset="-2"') },
  {
    name: 'outside the lane',
    files,
    text: lane('s="1" offset="«2.5»"'),
    codes: ['outside-lane'],
    says: ['The offset of 2.5 m leads out of the lane `-1` of the road `1`.'],
    helps: ['At s = 1 m the lane is 4 m wide, and its middle is at offset 0.'],
  },
  {
    name: 'already in version 1.0',
    files,
    text: onRoads('a.xodr', '<RoadPosition roadId="1" s="«200»" t="0"/>', '1.0'),
  },
  { name: 'values that nobody can know', files, text: lane('s="$nobody" offset="$nothing"') },
  {
    name: 'a road of unknown length',
    files: { 'a.xodr': files['a.xodr'].replace('length="100"', '') },
    text: lane('s="1000" offset="9"'),
  },
  { name: 'a file given alone', text: lane('s="1000"') },
]);
