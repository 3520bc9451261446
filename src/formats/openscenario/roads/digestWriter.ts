import { crc32 } from '../../../intake/crc32';
import {
  checkedFrom,
  columnNames,
  columnsOver,
  digestMagic,
  digestVersion,
  headerBytes,
  headerWord,
  networkFlag,
  noRevision,
  roadFlag,
  sizeOf,
  specOf,
  tableNames,
  type ColumnName,
  type Columns,
  type RowCounts,
} from './layout';

const encoder = new TextEncoder();

/** Where a start tag begins: its offset in the document's UTF-8 form, its line and column. */
export interface Place {
  offset: number;
  line: number;
  column: number;
}

/** A column that grows. */
class Growing {
  #values = new Float64Array(64);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
  }

  /** Sets bits of the last value. */
  add(bits: number): void {
    this.#values[this.#count - 1] = (this.#values[this.#count - 1] ?? 0) | bits;
  }

  get values(): Float64Array {
    return this.#values.subarray(0, this.#count);
  }
}

/** A third-order polynomial from where it begins on: `[start, a, b, c, d]`. */
export type Curve = Float64Array;

/**
 * Builds a digest: roads, sections and lanes as they come in the document, each with what belongs to it
 * before the next one begins.
 */
export class DigestWriter {
  readonly #columns = Object.fromEntries(
    columnNames.map((name) => [name, new Growing()]),
  ) as Record<ColumnName, Growing>;
  readonly #texts = new Map<string, number>([['', 0]]);
  #partial = false;
  #geoReference: string | null = null;
  #revMajor = noRevision;
  #revMinor = noRevision;

  /** Notes the version in the document's header, as far as it is a number. */
  header(revMajor: number, revMinor: number): void {
    this.#revMajor = Number.isInteger(revMajor) && revMajor >= 0 ? revMajor : noRevision;
    this.#revMinor = Number.isInteger(revMinor) && revMinor >= 0 ? revMinor : noRevision;
  }

  geoReference(text: string): void {
    this.#geoReference = text;
  }

  /** Notes that there may be more roads, signals or controllers than are told. */
  partial(): void {
    this.#partial = true;
  }

  /** Begins a road. An unknown length is NaN. */
  road(id: string, length: number, junction: string, place: Place): void {
    const to = this.#columns;
    to.roadId.push(this.#text(id));
    to.roadLength.push(length);
    to.roadJunction.push(this.#text(junction));
    to.roadFlags.push(0);
    to.roadByte.push(place.offset);
    to.roadLine.push(place.line);
    to.roadColumn.push(place.column);
    to.roadOffsets.push(to.offsetStart.count);
    to.roadSections.push(to.sectionStart.count);
  }

  /** Notes that the lanes of the road begun last are not known for certain. */
  vague(): void {
    this.#columns.roadFlags.add(roadFlag.vague);
  }

  /** A `<laneOffset>` of the road begun last. */
  laneOffset(curve: Curve): void {
    const to = this.#columns;
    to.offsetStart.push(curve[0] ?? NaN);
    to.offsetA.push(curve[1] ?? NaN);
    to.offsetB.push(curve[2] ?? NaN);
    to.offsetC.push(curve[3] ?? NaN);
    to.offsetD.push(curve[4] ?? NaN);
  }

  /** Begins a lane section of the road begun last; see `sectionFlag`. */
  section(start: number, flags: number): void {
    const to = this.#columns;
    to.sectionStart.push(start);
    to.sectionFlags.push(flags);
    to.sectionLanes.push(to.laneId.count);
  }

  /** Begins a lane of the section begun last; see `laneFlag`. */
  lane(id: number, flags: number, place: Place): void {
    const to = this.#columns;
    to.laneId.push(id);
    to.laneFlags.push(flags);
    to.laneByte.push(place.offset);
    to.laneLine.push(place.line);
    to.laneColumn.push(place.column);
    to.laneWidths.push(to.widthStart.count);
  }

  /** A `<width>` or `<border>` of the lane begun last. */
  width(curve: Curve): void {
    const to = this.#columns;
    to.widthStart.push(curve[0] ?? NaN);
    to.widthA.push(curve[1] ?? NaN);
    to.widthB.push(curve[2] ?? NaN);
    to.widthC.push(curve[3] ?? NaN);
    to.widthD.push(curve[4] ?? NaN);
  }

  /** A signal on the road begun last; see `signalFlag`. */
  signal(id: string, name: string, flags: number): void {
    const to = this.#columns;
    to.signalId.push(this.#text(id));
    to.signalName.push(this.#text(name));
    to.signalFlags.push(flags);
  }

  controller(id: string, name: string, place: Place): void {
    const to = this.#columns;
    to.controllerId.push(this.#text(id));
    to.controllerName.push(this.#text(name));
    to.controllerByte.push(place.offset);
    to.controllerLine.push(place.line);
    to.controllerColumn.push(place.column);
  }

  /** The digest of everything that was told. */
  finish(): Uint8Array<ArrayBuffer> {
    const geoReference = this.#text(this.#geoReference ?? '');
    const texts = [...this.#texts.keys()].sort(ascending);
    const encoded = texts.map((text) => encoder.encode(text));
    const rows = this.#rows(encoded.reduce((sum, { length }) => sum + length, 0));
    const digest = new Uint8Array(sizeOf(rows));
    const columns = columnsOver(digest, rows);

    const order = this.#orderOf(texts);
    this.#copy(columns, rows, order);
    let at = 0;
    encoded.forEach((letters, text) => {
      columns.textLetters[text] = at;
      columns.letters.set(letters, at);
      at += letters.length;
    });
    sortById(columns.roadsById, columns.roadId);
    markTwins(columns);
    sortById(columns.signalsById, columns.signalId);
    sortById(columns.controllersById, columns.controllerId);
    this.#seal(digest, rows, order[geoReference] ?? 0);
    return digest;
  }

  /** The number of a text, in the order in which they come. */
  #text(text: string): number {
    let number = this.#texts.get(text);
    if (number === undefined) {
      number = this.#texts.size;
      this.#texts.set(text, number);
    }
    return number;
  }

  /** For the number of each text, where it is among the sorted ones. */
  #orderOf(sorted: readonly string[]): Uint32Array {
    const order = new Uint32Array(sorted.length);
    sorted.forEach((text, at) => {
      order[this.#texts.get(text) ?? 0] = at;
    });
    return order;
  }

  #rows(letters: number): RowCounts {
    const of = this.#columns;
    return {
      road: of.roadId.count,
      offset: of.offsetStart.count,
      section: of.sectionStart.count,
      lane: of.laneId.count,
      width: of.widthStart.count,
      signal: of.signalId.count,
      controller: of.controllerId.count,
      text: this.#texts.size,
      letter: letters,
    };
  }

  #copy(columns: Columns, rows: RowCounts, order: Uint32Array): void {
    for (const name of columnNames) {
      const { holds, fence } = specOf(name);
      const from = this.#columns[name].values;
      const to = columns[name];
      to.set(holds === 'text' ? from.map((text) => order[text] ?? 0) : from);
      if (fence !== undefined) to[to.length - 1] = rows[fence];
    }
  }

  #seal(digest: Uint8Array<ArrayBuffer>, rows: RowCounts, geoReference: number): void {
    const header = new Uint32Array(digest.buffer, 0, headerBytes / 4);
    let flags = 0;
    if (this.#partial) flags |= networkFlag.partial;
    if (this.#geoReference !== null) flags |= networkFlag.geoReference;
    header[headerWord.magic] = digestMagic;
    header[headerWord.version] = digestVersion;
    header[headerWord.size] = digest.length;
    header[headerWord.flags] = flags;
    header[headerWord.revMajor] = this.#revMajor;
    header[headerWord.revMinor] = this.#revMinor;
    header[headerWord.geoReference] = geoReference;
    tableNames.forEach((name, at) => {
      header[headerWord.rows + at] = rows[name];
    });
    header[headerWord.checksum] = crc32(0, digest.subarray(checkedFrom));
  }
}

/** As lookups in the digest compare: by UTF-16 units. */
function ascending(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Fills the column with the rows in the order of their ids, equal ones as they come. */
function sortById(into: Uint32Array, ids: Uint32Array): void {
  for (let row = 0; row < into.length; row++) into[row] = row;
  into.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0) || a - b);
}

/** Which road is meant by an id that several have is not known, nor are its lanes. */
function markTwins({ roadsById, roadId, roadFlags }: Columns): void {
  for (let at = 1; at < roadsById.length; at++) {
    const [first = 0, second = 0] = roadsById.subarray(at - 1, at + 1);
    if (roadId[first] !== roadId[second]) continue;
    for (const road of [first, second]) roadFlags[road] = (roadFlags[road] ?? 0) | roadFlag.vague;
  }
}
