import { openDrive } from '../../roads/testing/roads';
import { testProjectRule } from '../../testing/projects';
import { onRoads, privately, teleport } from '../../testing/scenarios';
import { rule } from './geodeticDatumDefined';

const header = (inside: string): string => openDrive(`<header>${inside}</header>`);
const bare = { 'a.xodr': header('') };
const geo = (name = 'GeoPosition'): string => `<${name} latitudeDeg="48" longitudeDeg="11"/>`;
const placed = (position: string): string => onRoads('a.xodr', position);

testProjectRule(rule, [
  {
    name: 'a projection',
    files: { 'a.xodr': header('<geoReference>+proj=utm +zone=32</geoReference>') },
    text: placed(geo()),
  },
  {
    name: 'none',
    files: bare,
    text: placed(geo('«GeoPosition»')),
    codes: ['no-geo-reference'],
    says: ['The place of a `GeoPosition` is not known: the road network has no `geoReference`.'],
  },
  {
    name: 'an empty one',
    files: { 'a.xodr': header('<geoReference/>') },
    text: placed(geo('«GeoPosition»')),
  },
  {
    name: 'many positions are told of once',
    files: bare,
    text: placed(geo('«GeoPosition»')).replace(
      '</Actions>',
      `${privately('Target', teleport(geo()))}</Actions>`,
    ),
    says: [/\(for this one and 1 more\)\.$/],
  },
  {
    name: 'already in version 1.1',
    files: bare,
    text: onRoads('a.xodr', '<«GeoPosition» latitude="0.8" longitude="0.2"/>', '1.1'),
  },
  { name: 'other positions', files: bare, text: placed('<WorldPosition x="0" y="0"/>') },
  { name: 'a file given alone', text: placed(geo()) },
]);
