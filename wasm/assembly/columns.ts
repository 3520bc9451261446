import { clearTape, tapeAddress, tapeCount, TapeKind } from './tape';
import { grow, grownCapacity } from './memory';
import { markedAddress, markedCount } from './marked';
import { nameCount } from './names';
import { allMarks, allMarksCount } from './places';

/**
 * A document's elements, attributes and runs of text as records that can be asked by number, and the
 * elements and attributes in the order of their names. Made from the tape, piece by piece, before it
 * is dropped; `src/tree/elements.ts` reads them where they lie.
 *
 *     element (32 bytes)    0 head as on the tape  4 start  8 end of the start tag  12 end  16 index after
 *                           the last element inside  20 parent  24 first attribute  28 first text behind
 *                           its start tag; 12 and 16 are 0 while the element is open
 *     attribute (16 bytes)  0 head  4 start of the value  8 its end  12 element
 *     text (16 bytes)       0 head  4 start  8 end  12 element
 *
 * The parent of the root is 0xffffffff. The summary is what `columnsAt` gives the address of:
 *
 *     0 elements  4 attributes  8 texts  12 names  16 address of the elements  20 of the attributes
 *     24 of the texts  28 of the elements by name  32 where each name's begin in them (names + 1 numbers)
 *     36 and 40 the same of the attributes  44 marks of places  48 address of the marks (`places.ts`)
 *     52 marked bytes  56 address of their offsets (`marked.ts`)
 */
const elementSize: usize = 32;
const attributeSize: usize = 16;
const textSize: usize = 16;
const nothing: u32 = 0xffffffff;

/** Bytes of a first block. */
const leastBytes: usize = 16384;

const summary = memory.data(60);

/** A block of records, and how many it has room for. */
let elements: usize = 0;
let elementRoom: u32 = 0;
let elementTotal: u32 = 0;
let attributes: usize = 0;
let attributeRoom: u32 = 0;
let attributeTotal: u32 = 0;
let texts: usize = 0;
let textRoom: u32 = 0;
let textTotal: u32 = 0;
/** The innermost open element. */
let open: u32 = nothing;

/** What is sorted by name: where each name's begin, and their numbers. */
let sorted: usize = 0;
let sortedCapacity: usize = 0;

export function resetColumns(): void {
  elementTotal = 0;
  attributeTotal = 0;
  textTotal = 0;
  open = nothing;
}

/** Takes in what the tape holds, and empties it. */
export function takeIntoColumns(): void {
  const end = tapeAddress() + <usize>tapeCount * 12;
  for (let record = tapeAddress(); record < end; record += 12) {
    const head = load<u32>(record);
    const kind = head & 15;
    if (kind == TapeKind.attribute) {
      if (attributeTotal == attributeRoom) extendAttributes();
      const at = attributes + (<usize>attributeTotal) * attributeSize;
      attributeTotal++;
      store<u32>(at, head);
      store<u64>(at, load<u64>(record, 4), 4);
      // Attributes follow the tag that they stand in.
      store<u32>(at, elementTotal - 1, 12);
    } else if (kind == TapeKind.element) {
      if (elementTotal == elementRoom) extendElements();
      const at = elements + <usize>elementTotal * elementSize;
      store<u32>(at, head);
      store<u64>(at, load<u64>(record, 4), 4);
      store<u64>(at, 0, 12);
      store<u32>(at, open, 20);
      store<u32>(at, attributeTotal, 24);
      store<u32>(at, textTotal, 28);
      open = elementTotal++;
    } else if (kind == TapeKind.end && open != nothing) {
      const at = elements + <usize>open * elementSize;
      store<u32>(at, load<u32>(record, 8), 12);
      store<u32>(at, elementTotal, 16);
      open = load<u32>(at, 20);
    } else if (kind == TapeKind.text || kind == TapeKind.cdata) {
      if (textTotal == textRoom) extendTexts();
      const at = texts + (<usize>textTotal) * textSize;
      textTotal++;
      store<u32>(at, head);
      store<u64>(at, load<u64>(record, 4), 4);
      store<u32>(at, open, 12);
    }
  }
  clearTape();
}

function extendElements(): void {
  elements = extended(elements, elementRoom, elementSize);
  elementRoom = <u32>(grownCapacity / elementSize);
}

function extendAttributes(): void {
  attributes = extended(attributes, attributeRoom, attributeSize);
  attributeRoom = <u32>(grownCapacity / attributeSize);
}

function extendTexts(): void {
  texts = extended(texts, textRoom, textSize);
  textRoom = <u32>(grownCapacity / textSize);
}

/** A larger block in the place of one that is full. */
function extended(block: usize, count: u32, size: usize): usize {
  const used = <usize>count * size;
  return grow(block, used, used, used < leastBytes ? leastBytes : 2 * used);
}

/** Puts elements and attributes in the order of their names, and gives the summary's address. */
export function finishColumns(): usize {
  takeIntoColumns();
  const names = nameCount();
  const firsts = (<usize>names + 1) * 4;
  const total: usize = <usize>elementTotal + <usize>attributeTotal;
  const need: usize = 2 * firsts + 4 * total;
  if (need > sortedCapacity) {
    sorted = grow(sorted, sortedCapacity, 0, need);
    sortedCapacity = grownCapacity;
  }
  const elementFirsts = sorted;
  const attributeFirsts = elementFirsts + firsts;
  const elementOrder = attributeFirsts + firsts;
  const attributeOrder = elementOrder + <usize>elementTotal * 4;
  sortByName(elements, elementSize, elementTotal, elementFirsts, names, elementOrder);
  sortByName(attributes, attributeSize, attributeTotal, attributeFirsts, names, attributeOrder);
  store<u32>(summary, elementTotal);
  store<u32>(summary, attributeTotal, 4);
  store<u32>(summary, textTotal, 8);
  store<u32>(summary, names, 12);
  store<u32>(summary, <u32>elements, 16);
  store<u32>(summary, <u32>attributes, 20);
  store<u32>(summary, <u32>texts, 24);
  store<u32>(summary, <u32>elementOrder, 28);
  store<u32>(summary, <u32>elementFirsts, 32);
  store<u32>(summary, <u32>attributeOrder, 36);
  store<u32>(summary, <u32>attributeFirsts, 40);
  store<u32>(summary, <u32>allMarks(), 48);
  store<u32>(summary, allMarksCount(), 44);
  store<u32>(summary, markedCount(), 52);
  store<u32>(summary, <u32>markedAddress(), 56);
  return summary;
}

/** Counts the records of each name, and lists their numbers name by name, each in document order. */
function sortByName(
  records: usize,
  size: usize,
  count: u32,
  firsts: usize,
  names: u32,
  order: usize,
): void {
  memory.fill(firsts, 0, (<usize>names + 1) * 4);
  const end = records + <usize>count * size;
  for (let at = records; at < end; at += size) {
    const slot = firsts + <usize>(load<u32>(at) >> 8) * 4;
    store<u32>(slot, load<u32>(slot) + 1);
  }
  let before: u32 = 0;
  for (let name: usize = 0; name <= <usize>names; name++) {
    const own = load<u32>(firsts + name * 4);
    store<u32>(firsts + name * 4, before);
    before += own;
  }
  let number: u32 = 0;
  for (let at = records; at < end; at += size) {
    const slot = firsts + <usize>(load<u32>(at) >> 8) * 4;
    const place = load<u32>(slot);
    store<u32>(order + <usize>place * 4, number++);
    store<u32>(slot, place + 1);
  }
  // Each slot has moved on to where the next name's begin.
  for (let name = <usize>names; name > 0; name--) {
    store<u32>(firsts + name * 4, load<u32>(firsts + (name - 1) * 4));
  }
  store<u32>(firsts, 0);
}
