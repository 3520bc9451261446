import type { TapeNames } from '../../../tape/names';

/** The elements of OpenDRIVE that a digest is made of; everything else is passed over. */
const elements = [
  'border',
  'center',
  'control',
  'controller',
  'geoReference',
  'header',
  'include',
  'lane',
  'laneOffset',
  'laneSection',
  'lanes',
  'left',
  'OpenDRIVE',
  'right',
  'road',
  'signal',
  'signalReference',
  'signals',
  'width',
] as const;
export type RoadElement = (typeof elements)[number];

/** Tells elements by their name ids: each name is looked at once, whatever prefix it has. */
export class ElementKinds {
  readonly #names: TapeNames;
  readonly #kinds: (RoadElement | null | undefined)[] = [];

  constructor(names: TapeNames) {
    this.#names = names;
  }

  /** What the name of this id stands for, or `null` where it is of no concern. */
  of(nameId: number): RoadElement | null {
    let kind = this.#kinds[nameId];
    if (kind === undefined) {
      const name = this.#names.text(nameId);
      const local = name.slice(name.indexOf(':') + 1);
      kind = elements.find((element) => element === local) ?? null;
      this.#kinds[nameId] = kind;
    }
    return kind;
  }
}
