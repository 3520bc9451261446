import { Engine } from '../../src/engine/engine';
import type { FileReport } from '../../src/findings/report';
import type { BytesAccess } from '../../src/intake/bytes';
import type { ByteRange } from '../../src/intake/source';
import type { Bytes, Contestant, Reader, Stored } from './contestant';

/** What differs between the ways from a source to its report. */
interface Way {
  name: string;
  note: string;
  tape?: boolean;
  gzip?: boolean;
  /** The document lies in a file on disk; only where there is a way to put it there. */
  file?: boolean;
  /** The document is expected to have mistakes: it is to be found invalid, with findings. */
  mistaken?: boolean;
}

const ways: readonly Way[] = [
  {
    name: 'From Blob to report',
    note: 'reading, recognising, tokenizing, structure, findings; no elements kept',
  },
  { name: 'From Blob to report, with tape', note: 'the same, as the page does it', tape: true },
  {
    name: 'From file to report',
    note: 'the same from disk, as the command line does it',
    file: true,
  },
  {
    name: 'From gzip to report',
    note: 'the same from a packed file; MB of the content',
    gzip: true,
  },
  {
    name: 'From mistakes to findings',
    note: 'a document with many mistakes, each put into words; from disk where there is one',
    mistaken: true,
    file: true,
  },
];

/** Puts a document on disk, where it stays until another one comes. */
export type Store = (document: Bytes) => ByteRange;

/**
 * The whole way of a source, as the page and the command line go it. `access` says how bytes on disk
 * are reached where this runs, `store` puts them there.
 */
export function wholeWays(access: BytesAccess, store: Store | null): Contestant[] {
  return ways.map((way) => ({
    name: way.name,
    role: 'whole',
    schema: true,
    mistaken: way.mistaken ?? false,
    note: way.note,
    prepare: ({ tokenizer }) => {
      if (way.file && !way.mistaken && !store) return null;
      return walk(new Engine({ module: tokenizer, access }), way, store);
    },
  }));
}

function walk(engine: Engine, way: Way, store: Store | null): Reader {
  let dropped: { bytes: ByteRange; size: number | null } | null = null;
  return {
    accept: async (document) => {
      if (way.file && store) {
        dropped = { bytes: store(document), size: document.length };
        return;
      }
      // A dropped file is a Blob already; making one is no part of the check.
      const blob = way.gzip ? await packed(document) : new Blob([document]);
      dropped = { bytes: blob, size: way.gzip ? null : blob.size };
    },
    ...(way.gzip || way.file
      ? {}
      : {
          acceptStored: (document: Stored) => {
            dropped =
              document instanceof Blob
                ? { bytes: document, size: document.size }
                : {
                    bytes: { file: document.path, start: 0, end: document.bytes },
                    size: document.bytes,
                  };
          },
        }),
    read: async () => {
      if (!dropped) throw new Error('There is no document.');
      const { bytes, size } = dropped;
      const inspection = await engine.inspect(
        { path: 'scenario', bytes, packing: 'none', size, origin: 'named', nesting: 0 },
        { level: 'structure', tape: way.tape ?? false },
        way.tape ? { tape: () => undefined } : {},
        new AbortController().signal,
      );
      return elementsOf(inspection.report, way.mistaken ?? false);
    },
  };
}

/** Throws where the report does not say what it must. */
function elementsOf(report: FileReport | null, mistaken: boolean): number {
  const expected = mistaken ? 'invalid' : 'valid';
  if (report?.verdict !== expected) {
    const [first] = report?.findings ?? [];
    throw new Error(`The report says ${String(report?.verdict)}: ${first?.message ?? ''}`);
  }
  if (mistaken && report.findings.length === 0) throw new Error('The report has no findings.');
  return report.elements;
}

async function packed(document: Bytes): Promise<Blob> {
  const stream = new Blob([document]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).blob();
}
