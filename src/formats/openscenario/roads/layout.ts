/**
 * How the digest of a road network lies in memory. `digestWriter.ts` writes it, `roadNetwork.ts` reads
 * it, nothing else does.
 *
 *     header    little-endian 32-bit words, see `headerWord`
 *     columns   one after the other, in the order of `columnTable`; each has a value for every row of
 *               its table, a `fence` one more
 *     padding   up to a multiple of 8 bytes
 *
 * A column that holds `text` counts rows of the table `text`, whose rows are all different, ascend as
 * JavaScript compares strings, and begin with the empty one. A fence holds for each row of its own
 * table the first of the rows that belong to it in another; its last value is the number of those.
 */
export const digestMagic = 0x4e524353;
export const digestVersion = 2;

/** What the header's words are; the numbers of rows follow, in the order of `tableNames`. */
export const headerWord = {
  /** "SCRN" */
  magic: 0,
  version: 1,
  /** Bytes of the whole digest. */
  size: 2,
  /** CRC-32 of everything behind this word. */
  checksum: 3,
  /** See `networkFlag`. */
  flags: 4,
  /** The header's `revMajor` and `revMinor`; `noRevision` where they are no numbers. */
  revMajor: 5,
  revMinor: 6,
  /** The text of `<geoReference>`. */
  geoReference: 7,
  rows: 8,
} as const;

export const noRevision = 0xffffffff;

export const tableNames = [
  'road',
  'offset',
  'section',
  'lane',
  'width',
  'signal',
  'controller',
  'text',
  'letter',
] as const;
export type TableName = (typeof tableNames)[number];
export type RowCounts = Record<TableName, number>;

/** Where what the checksum is about begins, in bytes. */
export const checkedFrom = (headerWord.checksum + 1) * 4;

/** Bytes of the header, a multiple of 8. */
export const headerBytes = Math.ceil((headerWord.rows + tableNames.length) / 2) * 8;

export const networkFlag = {
  /** There may be roads, signals or controllers that are not in the digest. */
  partial: 1,
  geoReference: 2,
} as const;

export const roadFlag = {
  /** Its lanes are not known, or not for certain; so it is where several roads have its id. */
  vague: 1,
} as const;

export const sectionFlag = {
  singleSide: 1,
  left: 2,
  right: 4,
} as const;

export const laneFlag = {
  /** Its curves are borders, not widths. */
  borders: 1,
} as const;

export const signalFlag = {
  /** A `<signalReference>`. */
  reference: 1,
} as const;

const arrays = { float64: Float64Array, int32: Int32Array, uint32: Uint32Array, uint8: Uint8Array };
type Arrays = { [Kind in keyof typeof arrays]: InstanceType<(typeof arrays)[Kind]> };

interface ColumnSpec {
  of: TableName;
  kind: keyof typeof arrays;
  holds?: 'text';
  fence?: TableName;
}

/** The columns, those of large numbers first, so that each is aligned. */
export const columnTable = {
  roadLength: { of: 'road', kind: 'float64' },
  /** `<laneOffset>`: where it begins on the road, and the coefficients of its polynomial. */
  offsetStart: { of: 'offset', kind: 'float64' },
  offsetA: { of: 'offset', kind: 'float64' },
  offsetB: { of: 'offset', kind: 'float64' },
  offsetC: { of: 'offset', kind: 'float64' },
  offsetD: { of: 'offset', kind: 'float64' },
  sectionStart: { of: 'section', kind: 'float64' },
  /** `<width>` or `<border>`: the same, counted from where the section begins. */
  widthStart: { of: 'width', kind: 'float64' },
  widthA: { of: 'width', kind: 'float64' },
  widthB: { of: 'width', kind: 'float64' },
  widthC: { of: 'width', kind: 'float64' },
  widthD: { of: 'width', kind: 'float64' },

  laneId: { of: 'lane', kind: 'int32' },

  roadId: { of: 'road', kind: 'uint32', holds: 'text' },
  roadJunction: { of: 'road', kind: 'uint32', holds: 'text' },
  roadByte: { of: 'road', kind: 'uint32' },
  roadLine: { of: 'road', kind: 'uint32' },
  roadColumn: { of: 'road', kind: 'uint32' },
  roadOffsets: { of: 'road', kind: 'uint32', fence: 'offset' },
  roadSections: { of: 'road', kind: 'uint32', fence: 'section' },
  /** The roads in the order of their ids. */
  roadsById: { of: 'road', kind: 'uint32' },

  sectionLanes: { of: 'section', kind: 'uint32', fence: 'lane' },

  laneByte: { of: 'lane', kind: 'uint32' },
  laneLine: { of: 'lane', kind: 'uint32' },
  laneColumn: { of: 'lane', kind: 'uint32' },
  laneWidths: { of: 'lane', kind: 'uint32', fence: 'width' },

  signalId: { of: 'signal', kind: 'uint32', holds: 'text' },
  signalName: { of: 'signal', kind: 'uint32', holds: 'text' },
  signalsById: { of: 'signal', kind: 'uint32' },

  controllerId: { of: 'controller', kind: 'uint32', holds: 'text' },
  controllerName: { of: 'controller', kind: 'uint32', holds: 'text' },
  controllerByte: { of: 'controller', kind: 'uint32' },
  controllerLine: { of: 'controller', kind: 'uint32' },
  controllerColumn: { of: 'controller', kind: 'uint32' },
  controllersById: { of: 'controller', kind: 'uint32' },

  /** A text is the letters, in UTF-8, from its own first one to the next text's. */
  textLetters: { of: 'text', kind: 'uint32', fence: 'letter' },

  roadFlags: { of: 'road', kind: 'uint8' },
  sectionFlags: { of: 'section', kind: 'uint8' },
  laneFlags: { of: 'lane', kind: 'uint8' },
  signalFlags: { of: 'signal', kind: 'uint8' },
  letters: { of: 'letter', kind: 'uint8' },
} as const satisfies Record<string, ColumnSpec>;

export type ColumnName = keyof typeof columnTable;
export const columnNames = Object.keys(columnTable) as ColumnName[];

/** What is known of a column, without its own type. */
export function specOf(name: ColumnName): ColumnSpec {
  return columnTable[name];
}

/** The columns as arrays over the bytes of a digest. */
export type Columns = { [Name in ColumnName]: Arrays[(typeof columnTable)[Name]['kind']] };

function valuesOf(name: ColumnName, rows: RowCounts): number {
  const { of, fence } = specOf(name);
  return rows[of] + (fence === undefined ? 0 : 1);
}

/** Bytes of a digest with so many rows. */
export function sizeOf(rows: RowCounts): number {
  let size = headerBytes;
  for (const name of columnNames) {
    size += valuesOf(name, rows) * arrays[specOf(name).kind].BYTES_PER_ELEMENT;
  }
  return Math.ceil(size / 8) * 8;
}

/** Views of the columns of a digest that has so many rows, and `sizeOf` bytes, aligned to 8. */
export function columnsOver(digest: Uint8Array<ArrayBuffer>, rows: RowCounts): Columns {
  let at = digest.byteOffset + headerBytes;
  const views = columnNames.map((name) => {
    const count = valuesOf(name, rows);
    const view = new arrays[specOf(name).kind](digest.buffer, at, count);
    at += view.byteLength;
    return [name, view];
  });
  return Object.fromEntries(views) as Columns;
}
