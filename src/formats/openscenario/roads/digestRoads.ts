import type { ReadDocument } from '../../../rules/document';
import type { Elements } from '../../../tree/elements';
import { PlaceFinder } from '../../../tree/places';
import { none } from '../../../tree/tree';
import { contentText } from '../../../tree/values';
import { Attributes } from './attributes';
import { DigestWriter, type Place } from './digestWriter';
import { ElementKinds, type RoadElement } from './elementKinds';
import { laneFlag, sectionFlag, signalFlag } from './layout';

/** Lanes are counted from the centre; nobody has so many, so that what is larger is a mistake. */
const mostLanes = 1_000;

/** Whether a document is a road network. */
export function isRoads({ elements }: Pick<ReadDocument, 'elements'>): boolean {
  return elements.elements > 0 && elements.nameOf(0) === 'OpenDRIVE';
}

/**
 * Makes the digest of an OpenDRIVE document (1.4 to 1.8; older headers and unknown elements do no
 * harm): what positions and traffic signals in a scenario can refer to. `RoadNetwork` reads it. Throws a
 * RangeError when the root is not `OpenDRIVE`.
 */
export function digestRoads(
  document: Pick<ReadDocument, 'bytes' | 'elements'>,
): Uint8Array<ArrayBuffer> {
  if (!isRoads(document)) throw new RangeError('The root element is not OpenDRIVE');
  return new Digestion(document).digest();
}

/** One pass over a document; only the elements that matter are visited. */
class Digestion {
  readonly #elements: Elements;
  readonly #bytes: Uint8Array;
  readonly #kinds: ElementKinds;
  readonly #attributes: Attributes;
  readonly #places: PlaceFinder;
  readonly #writer = new DigestWriter();
  readonly #curve = new Float64Array(5);

  constructor(document: Pick<ReadDocument, 'bytes' | 'elements'>) {
    this.#elements = document.elements;
    this.#bytes = document.bytes;
    this.#kinds = new ElementKinds(document.elements.names);
    this.#attributes = new Attributes(document);
    this.#places = new PlaceFinder(document.bytes, document.elements.marks);
  }

  digest(): Uint8Array<ArrayBuffer> {
    const root = 0;
    // The end of an element that the document does not end is not known.
    if (this.#elements.endOf(root) === 0) this.#writer.partial();
    for (let child = this.#first(root); child !== none; child = this.#next(child)) {
      this.#readPart(child);
    }
    return this.#writer.finish();
  }

  #readPart(element: number): void {
    switch (this.#kindOf(element)) {
      case 'header':
        return this.#readHeader(element);
      case 'road':
        return this.#readRoad(element);
      case 'controller':
        return this.#readController(element);
      case 'include':
        return this.#writer.partial();
      default:
    }
  }

  #readHeader(header: number): void {
    this.#writer.header(
      this.#attributes.number(header, 'revMajor'),
      this.#attributes.number(header, 'revMinor'),
    );
    for (let child = this.#first(header); child !== none; child = this.#next(child)) {
      if (this.#kindOf(child) !== 'geoReference') continue;
      const text = this.#elements.firstTextOf(child);
      const written = text ? contentText(this.#bytes.subarray(...text)) : '';
      this.#writer.geoReference(written.trim());
    }
  }

  #readRoad(road: number): void {
    const id = this.#attributes.text(road, 'id');
    if (id === '') this.#writer.partial();
    const length = this.#attributes.number(road, 'length');
    const junction = this.#attributes.text(road, 'junction');
    this.#writer.road(id, length, junction, this.#placeOf(road));
    let parts = 0;
    for (let child = this.#first(road); child !== none; child = this.#next(child)) {
      switch (this.#kindOf(child)) {
        case 'lanes':
          parts++;
          this.#readLanes(child);
          break;
        case 'signals':
          this.#readSignals(child);
          break;
        case 'include':
          this.#writer.partial();
          this.#writer.vague();
          break;
        default:
      }
    }
    // There is one, up to 1.8; later versions may lay a second, temporary one over it.
    if (parts !== 1) this.#writer.vague();
  }

  #readLanes(lanes: number): void {
    let before = -Infinity;
    for (let child = this.#first(lanes); child !== none; child = this.#next(child)) {
      switch (this.#kindOf(child)) {
        case 'laneOffset':
          this.#readCurve(child, 's');
          this.#writer.laneOffset(this.#curve);
          break;
        case 'laneSection': {
          const start = this.#attributes.number(child, 's');
          if (!(start >= before)) this.#writer.vague();
          before = start;
          this.#readSection(child, start);
          break;
        }
        case 'include':
          this.#writer.vague();
          break;
        default:
      }
    }
    if (before === -Infinity) this.#writer.vague();
  }

  #readSection(section: number, start: number): void {
    let flags = 0;
    const singleSide = this.#attributes.text(section, 'singleSide');
    if (singleSide === 'true' || singleSide === '1') flags |= sectionFlag.singleSide;
    for (let child = this.#first(section); child !== none; child = this.#next(child)) {
      const side = this.#kindOf(child);
      if (side === 'left') flags |= sectionFlag.left;
      else if (side === 'right') flags |= sectionFlag.right;
      else if (side === 'include') this.#writer.vague();
    }
    this.#writer.section(start, flags);
    for (let child = this.#first(section); child !== none; child = this.#next(child)) {
      const side = this.#kindOf(child);
      if (side === 'left' || side === 'center' || side === 'right') this.#readSide(child);
    }
  }

  #readSide(side: number): void {
    for (let child = this.#first(side); child !== none; child = this.#next(child)) {
      const kind = this.#kindOf(child);
      if (kind === 'lane') this.#readLane(child);
      else if (kind === 'include') this.#writer.vague();
    }
  }

  #readLane(lane: number): void {
    const id = this.#attributes.number(lane, 'id');
    if (!Number.isInteger(id) || Math.abs(id) > mostLanes) return this.#writer.vague();
    const widths = this.#has(lane, 'width');
    this.#writer.lane(id, widths ? 0 : laneFlag.borders, this.#placeOf(lane));
    // Where there are both, the width counts (OpenDRIVE 1.8, 11.6.1).
    const wanted = widths ? 'width' : 'border';
    for (let child = this.#first(lane); child !== none; child = this.#next(child)) {
      const kind = this.#kindOf(child);
      if (kind === wanted) {
        this.#readCurve(child, 'sOffset');
        this.#writer.width(this.#curve);
      } else if (kind === 'include') {
        this.#writer.vague();
      }
    }
  }

  /** Coefficients that cannot be read only make a place unknown; so not where the curve begins. */
  #readCurve(element: number, start: 's' | 'sOffset'): void {
    this.#attributes.curve(element, start, this.#curve);
    if (Number.isNaN(this.#curve[0])) this.#writer.vague();
  }

  #readSignals(signals: number): void {
    for (let child = this.#first(signals); child !== none; child = this.#next(child)) {
      const kind = this.#kindOf(child);
      if (kind === 'include') this.#writer.partial();
      if (kind === 'signal' || kind === 'signalReference') this.#readSignal(child, kind);
    }
  }

  #readSignal(signal: number, kind: 'signal' | 'signalReference'): void {
    const id = this.#attributes.text(signal, 'id');
    if (id === '') this.#writer.partial();
    const flags = kind === 'signal' ? 0 : signalFlag.reference;
    this.#writer.signal(id, this.#attributes.text(signal, 'name'), flags);
  }

  #readController(controller: number): void {
    const id = this.#attributes.text(controller, 'id');
    if (id === '') this.#writer.partial();
    this.#writer.controller(
      id,
      this.#attributes.text(controller, 'name'),
      this.#placeOf(controller),
    );
  }

  #has(element: number, kind: RoadElement): boolean {
    for (let child = this.#first(element); child !== none; child = this.#next(child)) {
      if (this.#kindOf(child) === kind) return true;
    }
    return false;
  }

  #placeOf(element: number): Place {
    const offset = this.#elements.startOf(element);
    const { line, column } = this.#places.at(offset);
    return { offset, line, column };
  }

  #kindOf(element: number): RoadElement | undefined {
    return this.#kinds.of(this.#elements.nameIdOf(element));
  }

  #first(element: number): number {
    return this.#elements.firstChildOf(element);
  }

  #next(element: number): number {
    return this.#elements.nextSiblingOf(element);
  }
}
