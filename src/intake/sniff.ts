import type { Sniffed, SniffedKind } from './sniffed';
import { sniffText } from './sniffText';

/** A byte pattern: text stands for its Latin-1 bytes, a number in an array for itself, -1 for any. */
interface Signature {
  at: number;
  bytes: string | readonly number[];
  kind: SniffedKind;
  title: string;
  /** The article, where it is not what the first letter suggests. */
  article?: 'a' | 'an';
}

const signatures: readonly Signature[] = [
  { at: 0, bytes: 'PK\x03\x04', kind: 'zip', title: 'ZIP archive' },
  { at: 0, bytes: 'PK\x05\x06', kind: 'zip', title: 'ZIP archive' },
  { at: 0, bytes: 'PK\x06\x06', kind: 'zip', title: 'ZIP archive' },
  { at: 0, bytes: 'PK\x07\x08', kind: 'zip', title: 'ZIP archive' },
  { at: 0, bytes: [0x1f, 0x8b], kind: 'gzip', title: 'gzip file' },
  { at: 0, bytes: "7z\xbc\xaf'\x1c", kind: 'packed', title: '7-Zip archive' },
  { at: 0, bytes: 'Rar!\x1a\x07', kind: 'packed', title: 'RAR archive' },
  {
    at: 0,
    bytes: '\xfd7zXZ\0',
    kind: 'packed',
    title: 'xz file',
    article: 'an',
  },
  {
    at: 0,
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    kind: 'packed',
    title: 'Zstandard file',
  },
  {
    at: 0,
    bytes: [0x04, 0x22, 0x4d, 0x18],
    kind: 'packed',
    title: 'LZ4 file',
    article: 'an',
  },
  { at: 0, bytes: 'BZh', kind: 'packed', title: 'bzip2 file' },
  {
    at: 0,
    bytes: [0x1f, 0x9d],
    kind: 'packed',
    title: 'file packed with compress',
  },
  { at: 257, bytes: 'ustar', kind: 'packed', title: 'tar archive' },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', kind: 'image', title: 'PNG image' },
  { at: 0, bytes: [0xff, 0xd8, 0xff], kind: 'image', title: 'JPEG image' },
  { at: 0, bytes: 'GIF8', kind: 'image', title: 'GIF image' },
  {
    at: 0,
    bytes: [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50],
    kind: 'image',
    title: 'WebP image',
  },
  { at: 0, bytes: [0x49, 0x49, 0x2a, 0], kind: 'image', title: 'TIFF image' },
  { at: 0, bytes: [0x4d, 0x4d, 0, 0x2a], kind: 'image', title: 'TIFF image' },
  { at: 0, bytes: 'DDS ', kind: 'image', title: 'DDS texture' },
  { at: 0, bytes: '%PDF-', kind: 'document', title: 'PDF document' },
  {
    at: 0,
    bytes: '{\\rtf',
    kind: 'document',
    title: 'RTF document',
    article: 'an',
  },
  {
    at: 0,
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    kind: 'document',
    title: 'Microsoft Office document (97–2003)',
  },
  { at: 4, bytes: 'ftyp', kind: 'media', title: 'MP4 video', article: 'an' },
  {
    at: 0,
    bytes: [0x1a, 0x45, 0xdf, 0xa3],
    kind: 'media',
    title: 'Matroska video',
  },
  {
    at: 0,
    bytes: [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x41, 0x56, 0x49, 0x20],
    kind: 'media',
    title: 'AVI video',
    article: 'an',
  },
  {
    at: 0,
    bytes: [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x41, 0x56, 0x45],
    kind: 'media',
    title: 'WAV recording',
  },
  {
    at: 0,
    bytes: 'MDF     4',
    kind: 'data',
    title: 'MDF 4 measurement',
    article: 'an',
  },
  {
    at: 0,
    bytes: 'UnFinMF 4',
    kind: 'data',
    title: 'MDF 4 measurement (not finalised)',
    article: 'an',
  },
  {
    at: 0,
    bytes: 'MDF     ',
    kind: 'data',
    title: 'MDF 3 measurement',
    article: 'an',
  },
  { at: 0, bytes: 'LOGG', kind: 'data', title: 'BLF bus recording' },
  { at: 0, bytes: '#ROSBAG V', kind: 'data', title: 'ROS bag' },
  {
    at: 0,
    bytes: '\x89MCAP',
    kind: 'data',
    title: 'MCAP recording',
    article: 'an',
  },
  {
    at: 0,
    bytes: '\x89HDF\r\n\x1a\n',
    kind: 'data',
    title: 'HDF5 file',
    article: 'an',
  },
  { at: 0, bytes: 'CDF\x01', kind: 'data', title: 'netCDF file' },
  {
    at: 0,
    bytes: 'MATLAB 5.0 MAT-file',
    kind: 'data',
    title: 'MATLAB data file',
  },
  {
    at: 0,
    bytes: 'SQLite format 3\0',
    kind: 'data',
    title: 'SQLite database',
    article: 'an',
  },
  { at: 0, bytes: 'PAR1', kind: 'data', title: 'Parquet table' },
  { at: 0, bytes: 'ARROW1', kind: 'data', title: 'Arrow table' },
  { at: 0, bytes: '\x93NUMPY', kind: 'data', title: 'NumPy array' },
  {
    at: 0,
    bytes: [0xd4, 0xc3, 0xb2, 0xa1],
    kind: 'data',
    title: 'packet capture',
  },
  {
    at: 0,
    bytes: [0x0a, 0x0d, 0x0d, 0x0a],
    kind: 'data',
    title: 'packet capture',
  },
  {
    at: 0,
    bytes: 'LASF',
    kind: 'data',
    title: 'LAS point cloud',
    article: 'an',
  },
  { at: 0, bytes: 'glTF', kind: 'data', title: 'glTF binary model' },
  {
    at: 0,
    bytes: 'Kaydara FBX Binary',
    kind: 'data',
    title: 'FBX model',
    article: 'an',
  },
  // The 64-bit magic of .osgb files (OpenSceneGraph, OsgDB plug-in "osg2"), in little-endian order.
  {
    at: 0,
    bytes: [0xa1, 0x91, 0xfb, 0x6c],
    kind: 'data',
    title: 'OpenSceneGraph binary',
  },
  {
    at: 0,
    bytes: [0x45, 0x6c, 0xfb, 0x1a],
    kind: 'data',
    title: 'OpenSceneGraph binary',
  },
  {
    at: 0,
    bytes: '\x7fELF',
    kind: 'program',
    title: 'ELF program',
    article: 'an',
  },
  {
    at: 0,
    bytes: [0xcf, 0xfa, 0xed, 0xfe],
    kind: 'program',
    title: 'macOS program',
  },
  {
    at: 0,
    bytes: [0, 0x61, 0x73, 0x6d],
    kind: 'program',
    title: 'WebAssembly module',
  },
  {
    at: 0,
    bytes: [0xca, 0xfe, 0xba, 0xbe],
    kind: 'program',
    title: 'Java class file',
  },
];

/**
 * Says what a file seems to be from its first bytes (4 KiB are enough; 512 do for most). The name
 * only serves to tell kinds of plain text apart, which have no signature. Formats of the domain are
 * not told here: they are XML, and the packs know them.
 */
export function sniffBytes(head: Uint8Array, name: string): Sniffed {
  if (head.length === 0) return { kind: 'empty', title: 'empty file', phrase: 'an empty file' };
  for (const signature of signatures) {
    if (matches(head, signature)) return sniffed(signature);
  }
  return sniffText(head, name) ?? windowsProgram(head) ?? binary;
}

const binary: Sniffed = {
  kind: 'binary',
  title: 'binary file',
  phrase: 'a binary file',
};

/** `MZ` alone is too little: texts may begin with it. */
function windowsProgram(head: Uint8Array): Sniffed | null {
  if (!matches(head, { at: 0, bytes: 'MZ' })) return null;
  return {
    kind: 'program',
    title: 'Windows program',
    phrase: 'a Windows program',
  };
}

function matches(head: Uint8Array, { at, bytes }: Pick<Signature, 'at' | 'bytes'>): boolean {
  for (let index = 0; index < bytes.length; index++) {
    const wanted = typeof bytes === 'string' ? bytes.charCodeAt(index) : bytes[index];
    if (wanted !== -1 && head[at + index] !== wanted) return false;
  }
  return true;
}

function sniffed({ kind, title, article }: Signature): Sniffed {
  return { kind, title, phrase: `${article ?? 'a'} ${title}` };
}
