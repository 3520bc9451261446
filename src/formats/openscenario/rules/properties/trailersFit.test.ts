import { object, privately, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './trailersFit';

const fitted = (...parts: string[]) =>
  vehicle().replace('<Properties/>', `<Properties/>${parts.join('')}`);
const hitch = '<TrailerHitch dx="-1.2"/>';
const coupler = '<TrailerCoupler dx="3.2"/>';
const connect = (trailer: string) => privately('Ego', `<TrailerAction>${trailer}</TrailerAction>`);
const to = (name: string) => `<ConnectTrailerAction trailerRef="${name}"/>`;

const cone =
  '<MiscObject name="cone" miscObjectCategory="obstacle" mass="1"><BoundingBox><Center x="0" y="0" z="0"/><Dimensions width="1" length="1" height="1"/></BoundingBox></MiscObject>';

testRule(rule, [
  {
    name: 'a hitch and a coupler',
    text: scenario({
      entities: object('Ego', fitted(hitch)) + object('Target', fitted(coupler)),
      init: connect(to('Target')),
    }),
  },
  {
    name: 'neither',
    text: scenario({ init: connect(`«${to('«Target»')}»`) }),
    codes: ['hitch-missing', 'coupler-missing'],
    says: [
      'A trailer is connected to a vehicle without a `TrailerHitch`.',
      '`Target` is towed, but its vehicle has no `TrailerCoupler`.',
    ],
  },
  {
    name: 'from the start',
    text: scenario({
      entities:
        object('Ego', fitted(hitch, '<Trailer><TrailerRef entityRef="«Target»"/></Trailer>')) +
        object('Target'),
    }),
  },
  {
    name: 'no vehicle at all',
    text: scenario({
      entities: object('Ego', fitted(hitch)) + object('Target', cone),
      init: connect(to('«Target»')),
    }),
    says: ['`Target` is a miscellaneous object, and cannot be a trailer.'],
  },
  {
    name: 'what is not known',
    text: scenario({
      entities:
        object('Ego', '<CatalogReference catalogName="a" entryName="b"/>') +
        object('Target', '<CatalogReference catalogName="a" entryName="c"/>'),
      init: connect(to('Target')) + connect(to('Nobody')) + connect('<DisconnectTrailerAction/>'),
    }),
  },
]);
