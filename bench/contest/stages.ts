import { isDeprecation } from '../../src/engine/structureIssues';
import type { Code } from '../../src/engine/tokenizer';
import { Encoding, Status, Tokenizer } from '../../src/engine/tokenizer';
import { TokenizerShelf } from '../../src/engine/tokenizerShelf';
import { pack } from '../../src/formats/openscenario/pack';
import { mostFindings } from '../../src/engine/reportBuilder';
import { Tree } from '../../src/tree/tree';
import type { Bytes, Contestant, Reader } from './contestant';

/** As the engine feeds the tokenizer: about a millisecond's work at once. */
const chunkBytes = 256 * 1024;

/** Tape records that the engine collects before it hands them on. */
const tapeBatch = 20_000;

/** The version of the schema that the documents here declare. */
export const documentVersion = '1.2';

/** What of the module's exports is used beside the tokenizer's own caller. */
interface RawExports {
  memory: { readonly buffer: ArrayBuffer };
  scratch(size: number): number;
  /** Judges characters alone; not every build exports it. */
  checkOnly?(address: number, length: number): number;
}

/** Copies a document into Wasm memory, chunk by chunk into the same place, as reading does. */
function copier(module: WebAssembly.Module): {
  exports: RawExports;
  copy: (document: Bytes, after?: (at: number, length: number) => void) => void;
} {
  const exports = new WebAssembly.Instance(module, {}).exports as unknown as RawExports;
  const address = exports.scratch(chunkBytes + 64);
  return {
    exports,
    copy(document, after) {
      for (let at = 0; at < document.length; at += chunkBytes) {
        const chunk = document.subarray(at, at + chunkBytes);
        new Uint8Array(exports.memory.buffer, address, chunk.length).set(chunk);
        after?.(address, chunk.length);
      }
    },
  };
}

const copying: Contestant = {
  name: 'Copy into Wasm memory',
  role: 'stage',
  schema: false,
  note: 'the limit: nothing is read',
  prepare: ({ tokenizer }) => {
    const { copy } = copier(tokenizer);
    return {
      read: (document) => {
        copy(document);
        return null;
      },
    };
  },
};

const checkingCharacters: Contestant = {
  name: 'Copy and character check',
  role: 'stage',
  schema: false,
  note: 'valid UTF-8 and allowed characters alone',
  prepare: ({ tokenizer }) => {
    const { copy, exports } = copier(tokenizer);
    const check = exports.checkOnly;
    if (!check) return null;
    return {
      read: (document) => {
        copy(document, check);
        return null;
      },
    };
  },
};

function tokenizing(tape: boolean): Contestant {
  return {
    name: tape ? 'Tokenizing, with tape' : 'Tokenizing',
    role: 'stage',
    schema: false,
    note: 'from bytes in memory: copying, characters, well-formedness, namespaces',
    prepare: ({ tokenizer }) => reading(new Tokenizer(tokenizer), { tape, structure: false }),
  };
}

function judging(tape: boolean): Contestant {
  return {
    name: tape ? 'Tokenizing and structure, with tape' : 'Tokenizing and structure',
    role: 'stage',
    schema: true,
    note: `from bytes in memory to the verdict${tape ? ', the tape written and taken' : ''}`,
    prepare: ({ tokenizer }) => {
      const shelf = new TokenizerShelf(tokenizer);
      return reading(shelf.with(pack, documentVersion).tokenizer, { tape, structure: true });
    },
  };
}

function reading(tokenizer: Tokenizer, wanted: { tape: boolean; structure: boolean }): Reader {
  return {
    read: (document) => {
      readAll(tokenizer, document, wanted);
      return tokenizer.elements;
    },
    wasmBytes: () => tokenizer.memoryBytes,
  };
}

/** Mistakes as the page takes them over from the module, up to the number that a report keeps. */
const takingIssues: Contestant = {
  name: 'Mistakes, as numbers',
  role: 'stage',
  schema: true,
  mistaken: true,
  note: 'tokenizing and structure; issues taken, not put into words',
  prepare: ({ tokenizer }) => {
    const shelf = new TokenizerShelf(tokenizer);
    const instance = shelf.with(pack, documentVersion).tokenizer;
    return {
      read: (document) => {
        let taken = 0;
        const status = pushAll(instance, document, { tape: false, structure: true }, () => {
          if (instance.issueCount > 0) taken += instance.takeIssues(mostFindings - taken).length;
        });
        if (status !== Status.done || taken === 0) throw new Error('There are no mistakes.');
        return instance.elements;
      },
    };
  },
};

const growingTree: Contestant = {
  name: 'Tape to tree',
  role: 'stage',
  schema: false,
  note: 'the tape, written before, as columns of elements',
  prepare: ({ tokenizer }) => {
    let tape: ArrayBuffer[] = [];
    return {
      accept: (document) => {
        tape = [];
        readAll(new Tokenizer(tokenizer), document, { tape: true, structure: false }, tape);
      },
      read: (document) => {
        const tree = new Tree(document.length);
        for (const batch of tape) tree.add(batch);
        return tree.elements;
      },
    };
  },
};

/** How fast a worker is there: the module is compiled, and is given memory and the schema's tables. */
const starting: Contestant = {
  name: 'Instance with tables',
  role: 'stage',
  schema: true,
  note: 'a new instance and the tables of a schema, then the document; the module is compiled',
  prepare: ({ tokenizer }) => {
    const { schema } = new TokenizerShelf(tokenizer).with(pack, documentVersion);
    return {
      read: (document) => {
        const instance = new Tokenizer(tokenizer, schema);
        readAll(instance, document, { tape: false, structure: true });
        return instance.elements;
      },
    };
  },
};

/** The parts of a check, each alone. */
export const stages: readonly Contestant[] = [
  copying,
  checkingCharacters,
  tokenizing(false),
  tokenizing(true),
  judging(false),
  judging(true),
  growingTree,
  takingIssues,
  starting,
];

/**
 * Reads a document, takes its tape as the engine does, and reaches a verdict. Throws where the
 * document is not valid; what is merely deprecated is counted and let go.
 */
function readAll(
  tokenizer: Tokenizer,
  document: Bytes,
  wanted: { tape: boolean; structure: boolean },
  tape?: ArrayBuffer[],
): void {
  let errors = 0;
  const count = (code: Code, number: number): void => {
    if (!isDeprecation(code)) errors += number;
  };
  const status = pushAll(tokenizer, document, wanted, (last) => {
    if (tokenizer.issueCount > 0) errors += tokenizer.takeIssues(0, count).length;
    if (!wanted.tape || (!last && tokenizer.tapeRecords < tapeBatch)) return;
    const batch = tokenizer.takeTape();
    tape?.push(batch);
  });
  if (status !== Status.done) throw new Error('The document is not well-formed.');
  if (errors > 0) throw new Error(`The document has ${errors} mistakes.`);
}

/** Feeds a document to the tokenizer in chunks, and lets the caller take what each of them brought. */
function pushAll(
  tokenizer: Tokenizer,
  document: Bytes,
  wanted: { tape: boolean; structure: boolean },
  take: (last: boolean) => void,
): Status {
  tokenizer.begin({ encoding: Encoding.utf8, mark: 0, ...wanted });
  let status = Status.more;
  for (let at = 0; status === Status.more; at += chunkBytes) {
    const last = at + chunkBytes >= document.length;
    status = tokenizer.push(document.subarray(at, at + chunkBytes), last);
    take(last);
  }
  return status;
}
