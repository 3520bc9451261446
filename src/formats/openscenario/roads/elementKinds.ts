import type { NameIds } from '../../../tree/elements';

/** The elements of OpenDRIVE that a digest is made of; everything else is passed over. */
const roadElements = [
  'border',
  'center',
  'controller',
  'geoReference',
  'header',
  'include',
  'lane',
  'laneOffset',
  'laneSection',
  'lanes',
  'left',
  'right',
  'road',
  'signal',
  'signalReference',
  'signals',
  'width',
] as const;
export type RoadElement = (typeof roadElements)[number];

/** Tells the elements of a document apart by their name ids. */
export class ElementKinds {
  readonly #kinds: (RoadElement | undefined)[] = [];

  constructor(names: NameIds) {
    for (const name of roadElements) {
      const id = names.idOf(name);
      if (id > 0) this.#kinds[id] = name;
    }
  }

  /** What a name id stands for; `undefined` where that is of no concern. */
  of(nameId: number): RoadElement | undefined {
    return this.#kinds[nameId];
  }
}
