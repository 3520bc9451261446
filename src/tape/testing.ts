import {
  batchHeaderWords,
  recordFlag,
  recordKind,
  recordWords,
  tapeMagic,
  tapeVersion,
  type RecordKind,
} from './layout';

/** What a test wants to stand in a document; offsets follow from how it is written. */
export interface SomeElement {
  name: string;
  attributes?: [name: string, value: string][];
  children?: (SomeElement | string)[];
  /** Written as `<name/>`. */
  empty?: boolean;
}

export interface SomeRecord {
  kind: RecordKind;
  flags: number;
  name: string;
  start: number;
  end: number;
}

const encoder = new TextEncoder();

/** A document's text and the records that a tokenizer would write for it. */
export function written(root: SomeElement): { text: string; records: SomeRecord[] } {
  const records: SomeRecord[] = [];
  const parts: string[] = [];
  let at = 0;
  const put = (text: string): void => {
    parts.push(text);
    at += encoder.encode(text).length;
  };
  const record = (
    kind: RecordKind,
    name: string,
    start: number,
    end: number,
    flags = 0,
  ): SomeRecord => {
    const made = { kind, flags, name, start, end };
    records.push(made);
    return made;
  };
  const write = (element: SomeElement): void => {
    const tag = record(recordKind.element, element.name, at, at);
    put(`<${element.name}`);
    for (const [name, value] of element.attributes ?? []) {
      put(` ${name}="`);
      const flags = /[&\t\r\n]/.test(value) ? recordFlag.decode : 0;
      const attribute = record(recordKind.attribute, name, at, at, flags);
      put(value);
      attribute.end = at;
      put('"');
    }
    put(element.empty === true ? '/>' : '>');
    tag.end = at;
    if (element.empty === true) {
      tag.flags |= recordFlag.implied;
      record(recordKind.end, element.name, at, at);
      return;
    }
    for (const child of element.children ?? []) {
      if (typeof child !== 'string') {
        write(child);
        continue;
      }
      const start = at;
      put(child);
      if (child.trim() !== '') record(recordKind.text, '', start, at);
    }
    const start = at;
    put(`</${element.name}>`);
    record(recordKind.end, element.name, start, at);
  };
  write(root);
  return { text: parts.join(''), records };
}

/** The records as tape batches of so many records each, names in order of first appearance. */
export function batchesOf(records: readonly SomeRecord[], perBatch: number): ArrayBuffer[] {
  const ids = new Map<string, number>([['', 0]]);
  const batches: ArrayBuffer[] = [];
  for (let at = 0; at === 0 || at < records.length; at += perBatch) {
    batches.push(batchOf(records.slice(at, at + perBatch), at, ids));
  }
  return batches;
}

function batchOf(
  records: readonly SomeRecord[],
  before: number,
  ids: Map<string, number>,
): ArrayBuffer {
  const firstName = ids.size;
  const names: Uint8Array[] = [];
  const words: number[] = [];
  for (const { kind, flags, name, start, end } of records) {
    let id = ids.get(name);
    if (id === undefined) {
      id = ids.size;
      ids.set(name, id);
      names.push(encoder.encode(name));
    }
    words.push(kind | (flags << 4) | (id << 8), start, end);
  }
  const nameSize = names.reduce((size, name) => size + name.length, 0);
  const wordCount = batchHeaderWords + records.length * recordWords + names.length;
  const buffer = new ArrayBuffer((wordCount + Math.ceil(nameSize / 4)) * 4);
  new Uint32Array(buffer).set([
    tapeMagic,
    tapeVersion,
    records.length,
    before,
    firstName,
    names.length,
    nameSize,
    0,
    ...words,
    ...names.map((name) => name.length),
  ]);
  let at = wordCount * 4;
  for (const name of names) {
    new Uint8Array(buffer).set(name, at);
    at += name.length;
  }
  return buffer;
}
