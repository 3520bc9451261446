import type { Bytes, Contestant } from './contestant';

/*
 * The loop, in WebAssembly's binary form: a compiler of another version would write another one, and
 * with it all baselines would change. In its text form:
 *
 *   (func (export "walk") (param $at i32) (param $end i32) (result i32) (local $state i32) (local $tags i32)
 *     (block (loop
 *       (br_if 1 (i32.ge_u (local.get $at) (local.get $end)))
 *       (local.set $state (i32.load8_u (i32.or (i32.shl (local.get $state) (i32.const 8))
 *                                              (i32.load8_u (local.get $at)))))
 *       (local.set $tags (i32.add (local.get $tags) (i32.eq (local.get $state) (i32.const 1))))
 *       (local.set $at (i32.add (local.get $at) (i32.const 1)))
 *       (br 0)))
 *     (local.get $tags))
 */
const loopBody = [
  ...[0x02, 0x40, 0x03, 0x40, 0x20, 0, 0x20, 1, 0x4f, 0x0d, 1],
  ...[0x20, 2, 0x41, 8, 0x74, 0x20, 0, 0x2d, 0, 0, 0x72, 0x2d, 0, 0, 0x21, 2],
  ...[0x20, 3, 0x20, 2, 0x41, 1, 0x46, 0x6a, 0x21, 3],
  ...[0x20, 0, 0x41, 1, 0x6a, 0x21, 0, 0x0c, 0, 0x0b, 0x0b, 0x20, 3, 0x0b],
];

const code = [1, loopBody.length + 3, 1, 2, 0x7f, ...loopBody];

/** The module: one type, one function, one memory, both exported. */
const binary = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f],
  ...[3, 2, 1, 0],
  ...[5, 3, 1, 0, 1],
  ...[7, 17, 2, 4, ...ascii('walk'), 0, 0, 6, ...ascii('memory'), 2, 0],
  ...[10, code.length, ...code],
);

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

const states = { text: 0, open: 1, tag: 2, quoted: 3 } as const;

/** Where the document begins in the loop's memory, behind the table. */
const documentAt = 1024;

const page = 65536;

/** What follows each state at each byte; 256 bytes a state. */
function transitions(): Uint8Array {
  const table = new Uint8Array(documentAt);
  table.fill(states.text, 0, 256);
  table.fill(states.tag, 256, 768);
  table.fill(states.quoted, 768, 1024);
  for (const state of [states.text, states.open, states.tag]) {
    table[state * 256 + 0x3c] = states.open;
    table[state * 256 + 0x3e] = states.text;
  }
  table[states.open * 256 + 0x22] = states.quoted;
  table[states.tag * 256 + 0x22] = states.quoted;
  table[states.quoted * 256 + 0x22] = states.tag;
  return table;
}

/** A walk over a document that was put into memory before; gives the number of tags. */
export function referenceWalk(document: Bytes): () => number {
  const { memory, walk } = new WebAssembly.Instance(new WebAssembly.Module(binary))
    .exports as unknown as {
    memory: WebAssembly.Memory;
    walk: (at: number, end: number) => number;
  };
  memory.grow(Math.ceil((documentAt + document.length) / page));
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(transitions());
  bytes.set(document, documentAt);
  // The document's own buffer may be handed on meanwhile.
  const end = documentAt + document.length;
  return () => walk(documentAt, end);
}

/**
 * The yardstick of machines: a loop that never changes, over the same bytes, doing what reading XML
 * byte by byte comes down to: a look into a table for each. It finds no names and checks nothing.
 */
export const reference: Contestant = {
  name: 'Reference loop',
  role: 'reference',
  schema: false,
  note: 'a fixed loop in Wasm that walks a table of states, byte by byte; checks nothing',
  prepare: () => {
    let walk: (() => number) | undefined;
    let expected = 0;
    return {
      accept: (document) => {
        walk = referenceWalk(document);
        expected = walk();
      },
      read: () => {
        if (walk?.() !== expected) throw new Error('The loop counts differently.');
        return null;
      },
    };
  },
};
