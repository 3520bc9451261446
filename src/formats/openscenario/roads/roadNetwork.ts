import type { Span } from '../../../findings/finding';
import { none } from '../../../tree/tree';
import { openDigest } from './digestReader';
import { Lanes } from './lanes';
import {
  headerWord,
  networkFlag,
  noRevision,
  signalFlag,
  type Columns,
  type RowCounts,
} from './layout';
import { spanOf } from './places';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const opened = new WeakMap<Uint8Array, RoadNetwork>();

/**
 * The network of a digest, opened once however many ask. Throws a RoadDigestError when the bytes are no
 * digest, or one of another version.
 */
export function openRoads(digest: Uint8Array): RoadNetwork {
  let network = opened.get(digest);
  if (!network) {
    network = new RoadNetwork(digest);
    opened.set(digest, network);
  }
  return network;
}

/**
 * A road network as its digest tells it. Roads, lanes, signals and controllers are numbers, `none`
 * (-1) stands for no such thing; lengths are metres, and NaN where they are not known.
 *
 * Spans are those of the `<` and the name of a start tag; their offsets count the document's UTF-8 form.
 */
export class RoadNetwork {
  /**
   * There may be roads, signals or controllers that are not known here: what is not found may exist
   * all the same.
   */
  readonly partial: boolean;
  /** The version of OpenDRIVE in the header, where it is readable. */
  readonly revision: { major: number; minor: number } | null;
  /** The projection that geodetic positions need, as it is written; `null` where there is none. */
  readonly geoReference: string | null;
  readonly lanes: Lanes;
  readonly #columns: Columns;
  readonly #rows: RowCounts;
  readonly #texts: (string | undefined)[] = [];

  /** Throws a RoadDigestError when the bytes are no digest, or one of another version. */
  constructor(digest: Uint8Array) {
    const { header, rows, columns } = openDigest(digest);
    this.#rows = rows;
    this.#columns = columns;
    this.lanes = new Lanes(columns);
    const word = (at: number): number => header[at] ?? 0;
    const flags = word(headerWord.flags);
    const [major, minor] = [word(headerWord.revMajor), word(headerWord.revMinor)];
    this.partial = (flags & networkFlag.partial) !== 0;
    this.revision = major === noRevision || minor === noRevision ? null : { major, minor };
    const referenced = (flags & networkFlag.geoReference) !== 0;
    this.geoReference = referenced ? this.#text(word(headerWord.geoReference)) : null;
  }

  /** Number of roads; each is a number below it. */
  get roads(): number {
    return this.#rows.road;
  }

  /** Number of signals and of references to them. */
  get signals(): number {
    return this.#rows.signal;
  }

  get controllers(): number {
    return this.#rows.controller;
  }

  /** The road with an id, the first where there are several. */
  roadOf(id: string): number {
    return this.#firstById(id, this.#columns.roadsById, this.#columns.roadId);
  }

  /** Ids of all roads, in document order. */
  roadIds(): string[] {
    return Array.from(this.#columns.roadId, (text) => this.#text(text));
  }

  lengthOf(road: number): number {
    return this.#columns.roadLength[road] ?? NaN;
  }

  /** Id of the junction that the road is in, or `null` (OpenDRIVE writes -1 for that). */
  junctionOf(road: number): string | null {
    const id = this.#text(this.#columns.roadJunction[road] ?? 0);
    return id === '' || id === '-1' ? null : id;
  }

  /** Where the road begins in the document. */
  roadPlace(road: number): Span {
    const { roadByte, roadLine, roadColumn } = this.#columns;
    return spanOf('road', roadByte[road], roadLine[road], roadColumn[road]);
  }

  /**
   * The signal with an id, the first where there are several; the first reference to it where the
   * signal itself is not there.
   */
  signalOf(id: string): number {
    const { signalsById, signalId } = this.#columns;
    const signal = this.#firstById(id, signalsById, signalId, (row) => !this.isReference(row));
    return signal === none ? this.#firstById(id, signalsById, signalId) : signal;
  }

  /** Ids of all signals in document order, references left out. */
  signalIds(): string[] {
    const ids: string[] = [];
    this.#columns.signalId.forEach((text, signal) => {
      if (!this.isReference(signal)) ids.push(this.#text(text));
    });
    return ids;
  }

  signalIdOf(signal: number): string {
    return this.#text(this.#columns.signalId[signal] ?? 0);
  }

  /** The first signal, or reference to one, with a name. */
  signalNamed(name: string): number {
    const text = this.#textNumber(name);
    return text <= 0 ? none : this.#columns.signalName.indexOf(text);
  }

  /** True for a `<signalReference>`, by which a signal of another road has a meaning on its own. */
  isReference(signal: number): boolean {
    return ((this.#columns.signalFlags[signal] ?? 0) & signalFlag.reference) !== 0;
  }

  /** The controller with an id, the first where there are several. */
  controllerOf(id: string): number {
    return this.#firstById(id, this.#columns.controllersById, this.#columns.controllerId);
  }

  /** The first controller with a name. */
  controllerNamed(name: string): number {
    const text = this.#textNumber(name);
    return text <= 0 ? none : this.#columns.controllerName.indexOf(text);
  }

  /** Ids of all controllers, in document order. */
  controllerIds(): string[] {
    return Array.from(this.#columns.controllerId, (text) => this.#text(text));
  }

  controllerIdOf(controller: number): string {
    return this.#text(this.#columns.controllerId[controller] ?? 0);
  }

  /** Where the controller begins in the document. */
  controllerPlace(controller: number): Span {
    const { controllerByte, controllerLine, controllerColumn } = this.#columns;
    return spanOf(
      'controller',
      controllerByte[controller],
      controllerLine[controller],
      controllerColumn[controller],
    );
  }

  /** The first row that has an id and is wanted, or `none`. */
  #firstById(
    id: string,
    order: Uint32Array,
    ids: Uint32Array,
    wanted: (row: number) => boolean = () => true,
  ): number {
    const text = this.#textNumber(id);
    if (text === none) return none;
    let at = firstFrom(order.length, (place) => (ids[order[place] ?? 0] ?? 0) >= text);
    for (; at < order.length; at++) {
      const row = order[at] ?? 0;
      if (ids[row] !== text) break;
      if (wanted(row)) return row;
    }
    return none;
  }

  #textNumber(text: string): number {
    const at = firstFrom(this.#rows.text, (number) => this.#text(number) >= text);
    return at < this.#rows.text && this.#text(at) === text ? at : none;
  }

  #text(number: number): string {
    const known = this.#texts[number];
    if (known !== undefined) return known;
    const { textLetters, letters } = this.#columns;
    const text = decoder.decode(letters.subarray(textLetters[number], textLetters[number + 1]));
    this.#texts[number] = text;
    return text;
  }
}

/** The first number below `count` for which something holds that holds for all after it, else `count`. */
function firstFrom(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
