import { openDrive, road, section } from '../../roads/testing/roads';
import { testProjectRule } from '../../testing/projects';
import { onRoads } from '../../testing/scenarios';
import { rule } from './roadLaneExists';

const near = [
  [1, 3],
  [0, ''],
  [-1, 3],
] as const;
const roads = openDrive(
  road('main', section(0, near) + section(50, [...near, [-2, 3]])),
  road('side', section(0, near)),
);
const files = { 'a.xodr': roads };
const lane = (more: string): string => onRoads('a.xodr', `<LanePosition ${more}/>`);

testProjectRule(rule, [
  { name: 'a lane that is there', files, text: lane('roadId="main" laneId="-2" s="60"') },
  { name: 'the centre lane', files, text: lane('roadId="main" laneId="0" s="60"') },
  { name: 'a road', files, text: onRoads('a.xodr', '<RoadPosition roadId="side" s="1" t="0"/>') },
  {
    name: 'a road that is not there',
    files,
    text: lane('roadId="«mian»" laneId="-1" s="60"'),
    codes: ['unknown-road'],
    says: ['There is no road `mian` in the road network.'],
    helps: ['Did you mean `main`?'],
  },
  {
    name: 'already in version 1.0',
    files,
    text: onRoads('a.xodr', '<RoadPosition roadId="«2»" s="1" t="0"/>', '1.0'),
    helps: ['It has `main`, `side`.'],
  },
  {
    name: 'a lane that the road does not have',
    files,
    text: lane('roadId="side" laneId="«-2»" s="60"'),
    codes: ['unknown-lane'],
    says: ['The road `side` has no lane `-2`.'],
    helps: ['It has the lanes 1, 0, -1.'],
  },
  {
    name: 'a lane that is no number',
    files,
    text: lane('roadId="side" laneId="«left»" s="60"'),
    codes: ['unknown-lane'],
  },
  {
    name: 'a lane that begins later',
    files,
    text: lane('roadId="main" laneId="«-2»" s="10.12345"'),
    codes: ['lane-elsewhere'],
    says: ['The road `main` has no lane `-2` at s = 10.123 m.'],
    helps: [
      'That lane is there from 50 to 100 m; at s = 10.123 m the road has the lanes 1, 0, -1.',
    ],
  },
  {
    name: 'a lane somewhere on the road, where s is not known',
    files,
    text: lane('roadId="main" laneId="-2" s="$nobody"'),
  },
  {
    name: 'a road that nobody can know',
    files,
    text: lane('roadId="$nobody" laneId="-2" s="0"'),
  },
  {
    name: 'roads that are not all known',
    files: { 'a.xodr': openDrive('<include file="b.xodr"/>') },
    text: lane('roadId="main" laneId="-2" s="0"'),
  },
  { name: 'no file', files: {}, text: lane('roadId="main" laneId="-2" s="0"') },
  {
    name: 'a file that is no road network',
    files: { 'a.xosc': onRoads('b.xodr', '') },
    text: onRoads('a.xosc', '<LanePosition roadId="main" laneId="-2" s="0"/>'),
  },
  { name: 'a file given alone', text: lane('roadId="main" laneId="-2" s="0"') },
]);
