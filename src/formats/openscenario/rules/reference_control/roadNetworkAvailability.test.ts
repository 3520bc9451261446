import { testProjectRule } from '../../testing/projects';
import { scenario } from '../../testing/scenarios';
import { rule } from './roadNetworkAvailability';

const road = (path: string): string => scenario({ roads: `<LogicFile filepath="${path}"/>` });

testProjectRule(rule, [
  { name: 'a file that is there', files: { 'a.xosc': scenario() }, text: road('a.xosc') },
  {
    name: 'a file that is not',
    files: {},
    text: road('«../roads/curve.xodr»'),
    codes: ['file-missing'],
    says: ['There is no road network file `../roads/curve.xodr`.'],
  },
  {
    name: 'the name of a map that a simulator brings',
    files: {},
    text: road('«Town01»'),
    codes: ['no-file-named'],
  },
  {
    name: 'a folder',
    files: { 'roads/a.xosc': scenario() },
    text: road('«roads»'),
    codes: ['file-is-folder'],
  },
  {
    name: 'a scene graph that is not there',
    files: {},
    text: scenario({ roads: '<SceneGraphFile filepath="«../models/curve.osgb»"/>' }),
    says: ['There is no scene graph file `../models/curve.osgb`.'],
  },
  { name: 'an empty path', files: {}, text: road('') },
  { name: 'a file given alone', text: road('../roads/curve.xodr') },
]);
