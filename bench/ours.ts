import { Engine } from '../src/engine/engine';
import { Encoding } from '../wasm/assembly/codes';
import { Status, Tokenizer } from '../src/engine/tokenizer';
import { TokenizerShelf } from '../src/engine/tokenizerShelf';
import { pack } from '../src/formats/openscenario/pack';
import { blobAccess } from '../src/intake/bytes';
import type { Contestant } from './contestant';

/** As the engine feeds the tokenizer: about a millisecond's work at once. */
const chunkBytes = 256 * 1024;

/** Tape records that the engine collects before it hands them on. */
const tapeBatch = 20_000;

const tokenizing: Contestant = {
  name: 'Scrutineer, tokenizing',
  schema: false,
  prepare: ({ tokenizer }) => {
    const instance = new Tokenizer(tokenizer);
    return (document) => readAll(instance, document, false);
  },
};

const structure: Contestant = {
  name: 'Scrutineer, tokenizing and structure',
  schema: true,
  prepare: ({ tokenizer }) => {
    const instance = new TokenizerShelf(tokenizer).with(pack, '1.2').tokenizer;
    return (document) => readAll(instance, document, true);
  },
};

/** What a person waits for: from a Blob to the report, tape included. */
const wholeCheck: Contestant = {
  name: 'Scrutineer, from Blob to report',
  schema: true,
  prepare: ({ tokenizer }) => {
    const engine = new Engine({ module: tokenizer, access: blobAccess });
    let dropped: { document: Uint8Array; blob: Blob } | undefined;
    return async (document) => {
      // A dropped file is a Blob already; making one is not part of the check.
      if (dropped?.document !== document) dropped = { document, blob: new Blob([document]) };
      const inspection = await engine.inspect(
        {
          path: 'scenario',
          bytes: dropped.blob,
          packing: 'none',
          size: document.length,
          origin: 'named',
          nesting: 0,
        },
        { level: 'structure', tape: true },
        { tape: () => undefined },
        new AbortController().signal,
      );
      const verdict = inspection.report?.verdict;
      if (verdict !== 'valid') throw new Error(`The report says ${String(verdict)}.`);
      return inspection.report?.elements ?? null;
    };
  },
};

export const ours = [tokenizing, structure, wholeCheck];

/** Reads a document in chunks and takes the tape as the engine does. Throws where it is not valid. */
function readAll(tokenizer: Tokenizer, document: Uint8Array, judge: boolean): number {
  tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: true, structure: judge });
  let status = Status.more;
  for (let at = 0; status === Status.more; at += chunkBytes) {
    const last = at + chunkBytes >= document.length;
    status = tokenizer.push(document.subarray(at, at + chunkBytes), last);
    if (last || tokenizer.tapeRecords >= tapeBatch) tokenizer.takeTape();
  }
  if (status !== Status.done || tokenizer.issueCount > 0) {
    throw new Error('The document is not valid.');
  }
  return tokenizer.elements;
}
