import { hasDefaults } from './attlist';
import { isWhite, skipWhite } from './characters';
import { leaveFastLane, pauseCountdown } from './content';
import {
  deepestElement,
  depth,
  elementCount,
  frameAt,
  frameSize,
  setFrames,
  unjudged,
} from './frames';
import {
  beginsWith,
  mostTokens,
  nameEnd,
  readName,
  tokenLength,
  tokenOf,
} from './names';
import { bindingCount } from './namespaces';
import { isGoodDecimal } from './structure/decimal';
import { enabled, refresh, whiteMatters } from './structure/interpreter';
import { Builtin, checkValue, Value } from './structure/lexical';
import { isGoodAgain, longestMemo } from './structure/memo';
import {
  attributeRecordAt,
  ContentKind,
  lookUp,
  noRow,
  nothing,
  rowFlags,
  simpleTypeAt,
  typeAt,
} from './structure/tables';
import { endTapeAt, putRecord, roomOnTape, TapeFlag, TapeKind, tapeWanted } from './tape';
import { textOpen } from './text';
import { cursor, inEntity, limit, setCursor, window, windowOffset } from './window';

/**
 * The fast lane: reads what is ordinary (tags of known plain names, values without references, white
 * space between tags) and good. Where anything else comes it stops in front of it, as if that
 * construct had not been seen, and `content.ts` reads it with all that can be wrong. Nothing is
 * found here, so nothing can be found differently.
 *
 * It guesses: the element that followed the same tag the last time, the attribute that stood at the
 * same place of the same element. A guess is one comparison; a wrong one costs a look-up.
 *
 *     guess (16 bytes)   an element      0 name id   4 row it was looked up in   8 what was found
 *                        an attribute    0 name id   4 row it was looked up in   8 simple type
 *                                        12 its bit, its built-in type in bits 8–15
 */
const guessSize: usize = 16;
const attributeGuesses: u32 = 4096;

const elementTable: usize = heap.alloc(<usize>mostTokens * 2 * guessSize);
const attributeTable: usize = heap.alloc(<usize>attributeGuesses * guessSize);

/** Attributes that a tag may have here. */
const mostAttributes: u32 = 32;
/** Names of the tag's attributes, where no schema tells them apart. */
const names: usize = memory.data(128);

/** What came last: name id, and in bit 0 whether it is closed. */
let last: u32 = 0;

/** Whether the fast lane is taken at all. */
let open: bool = true;

/** Opens or closes the fast lane: with and without, everything is the same but the time. */
export function setFastLane(wanted: bool): void {
  open = wanted;
}

/** Forgets all guesses: names have other ids, rows other meanings. */
export function resetGuesses(): void {
  memory.fill(elementTable, 0, <usize>mostTokens * 2 * guessSize);
  memory.fill(attributeTable, 0, <usize>attributeGuesses * guessSize);
  last = 0;
}

/** Whether the fast lane can be taken where the reading stands: in content, between constructs. */
// @ts-ignore: decorator
@inline
export function isFast(): bool {
  return (
    open &&
    depth > 0 &&
    inEntity == 0 &&
    pauseCountdown == 0 &&
    !hasDefaults &&
    !textOpen &&
    load<u32>(frameAt(depth), 36) == 0
  );
}

/** Reads on while all is ordinary and good; the cursor is then at what is not, or at the end. */
export function readFast(): void {
  const stop = limit;
  const shift = windowOffset - <u32>window;
  const judge = enabled;
  const taping = tapeWanted;
  const bindings = bindingCount;
  let p = cursor;
  let level = depth;
  let elements = elementCount;
  let previous = last;
  let frame = frameAt(level);
  let white = whiteMatters;
  // The open element: its content, and how far that is.
  let kind: u32 = ContentKind.empty;
  let record: usize = 0;
  let state: u32 = 0;
  if (judge && load<u32>(frame, 20) != unjudged) {
    record = typeAt(load<u32>(frame, 20));
    kind = load<u32>(record);
    state = load<u32>(frame, 24);
  } else if (judge) return;

  while (true) {
    if (load<u8>(p) != 0x3c) {
      let q = p;
      let others: u32 = 0;
      while (true) {
        // Control characters were sorted out: what is below a space is white.
        others = ~i8x16.bitmask(i8x16.le_u(v128.load(q), i8x16.splat(0x20))) & 0xffff;
        if (others != 0) break;
        q += 16;
      }
      q += ctz(others);
      if (white || load<u8>(q) != 0x3c) break;
      p = q;
    }
    if (p >= stop) break;

    if (load<u8>(p, 1) == 0x2f) {
      const name = load<u32>(frame);
      if (name >= mostTokens) break;
      const token = tokenOf(name);
      const length = tokenLength(token);
      if (length == 0 || !beginsWith(p + 2, token, length)) break;
      const q = p + 3 + length;
      if (load<u8>(q - 1) != 0x3e) break;
      if (load<u32>(frame, 28) != 0 || load<u32>(frame, 32) != bindings) break;
      if (judge) {
        if (kind == ContentKind.automaton) {
          if ((rowFlags(state) & 1) == 0) break;
        } else if (kind == ContentKind.all && (load<u32>(record, 8) & ~state) != 0) break;
      }
      if (taping) {
        const at = roomOnTape(1);
        endTapeAt(putRecord(at, TapeKind.end, 0, name, <u32>p + shift, <u32>q + shift));
      }
      p = q;
      previous = (name << 1) | 1;
      level--;
      frame -= frameSize;
      if (level == 0) break;
      white = false;
      if (!judge) continue;
      const type = load<u32>(frame, 20);
      if (type == unjudged) break;
      record = typeAt(type);
      kind = load<u32>(record);
      state = load<u32>(frame, 24);
      if (kind == ContentKind.empty) break;
      continue;
    }

    if (level >= deepestElement) break;
    const guess = elementTable + <usize>previous * guessSize;
    let name = load<u32>(guess);
    let token = tokenOf(name);
    let length = tokenLength(token);
    let q = p + 1 + length;
    if (length == 0 || !beginsWith(p + 1, token, length) || !endsName(load<u8>(q))) {
      name = readName(p + 1);
      if (name == 0 || name >= mostTokens || nameEnd >= stop) break;
      token = tokenOf(name);
      length = tokenLength(token);
      q = p + 1 + length;
      if (length == 0 || q != nameEnd) break;
      store<u32>(guess, name);
      store<u32>(guess, noRow, 4);
    }

    // The shape: where the element stands in its parent, and what it is.
    let type: u32 = unjudged;
    let next: u32 = 0;
    let row: u32 = 0;
    let own: usize = 0;
    if (judge) {
      if (kind != ContentKind.automaton && kind != ContentKind.all) break;
      const from = kind == ContentKind.automaton ? state : load<u32>(record, 4);
      if (load<u32>(guess, 4) != from) {
        const found = lookUp(from, name);
        // Unknown here, or deprecated.
        if ((<i32>found) < 0) break;
        store<u32>(guess, from, 4);
        store<u32>(guess, found, 8);
      }
      const found = load<u32>(guess, 8);
      next = found & 0xffff;
      if (kind == ContentKind.all) {
        const bit: u32 = 1 << next;
        if ((state & bit) != 0) break;
        next = state | bit;
      }
      type = found >> 16;
      own = typeAt(type);
      row = load<u32>(own, 16);
    }

    let at: usize = 0;
    let start: usize = 0;
    if (taping) {
      start = roomOnTape(mostAttributes + 2);
      at = start + 12;
    }
    let seen: u64 = 0;
    let count: u32 = 0;
    let ordinary = true;
    while (true) {
      const c = load<u8>(q);
      if (c != 0x20) {
        if (c == 0x3e || c == 0x2f) break;
        if (!isWhite(c)) {
          ordinary = false;
          break;
        }
      }
      q++;
      const guessed = attributeTable + <usize>(((name << 3) + count) & (attributeGuesses - 1)) * guessSize;
      let attribute = load<u32>(guessed);
      let known = tokenOf(attribute);
      let size = tokenLength(known);
      if (size == 0 || !beginsWith(q, known, size) || load<u8>(q + size) != 0x3d) {
        q = skipWhite(q);
        const d = load<u8>(q);
        if (d == 0x3e || d == 0x2f) break;
        attribute = readName(q);
        if (attribute == 0 || attribute >= mostTokens || nameEnd >= stop) {
          ordinary = false;
          break;
        }
        known = tokenOf(attribute);
        size = tokenLength(known);
        if (size == 0 || q + size != nameEnd || load<u8>(nameEnd) != 0x3d) {
          ordinary = false;
          break;
        }
        store<u32>(guessed, attribute);
        store<u32>(guessed, noRow, 4);
      }
      const from = q + size + 2;
      const quote = load<u8>(from - 1);
      if ((quote != 0x22 && quote != 0x27) || count >= mostAttributes) {
        ordinary = false;
        break;
      }
      const head = v128.load(from);
      let to = from;
      let stops = i8x16.bitmask(stopsOf(head, quote));
      while (stops == 0) {
        to += 16;
        stops = i8x16.bitmask(stopsOf(v128.load(to), quote));
      }
      to += ctz(stops);
      if (load<u8>(to) != quote) {
        ordinary = false;
        break;
      }
      if (judge) {
        if (load<u32>(guessed, 4) != row) {
          const index = lookUp(row, attribute);
          if (index == nothing) {
            ordinary = false;
            break;
          }
          const definition = attributeRecordAt(index);
          if ((load<u32>(definition, 12) & 2) != 0) {
            ordinary = false;
            break;
          }
          const simple = load<u32>(definition, 4);
          store<u32>(guessed, row, 4);
          store<u32>(guessed, simple, 8);
          store<u32>(guessed, load<u32>(definition, 8) | (load<u32>(simpleTypeAt(simple)) << 8), 12);
        }
        const about = load<u32>(guessed, 12);
        const bit = (<u64>1) << (about & 0xff);
        if ((seen & bit) != 0) {
          ordinary = false;
          break;
        }
        seen |= bit;
        const builtin = about >> 8;
        if (builtin != Builtin.string) {
          const bytes = to - from;
          const good =
            (builtin == Builtin.double && isGoodDecimal(head, bytes)) ||
            (bytes <= longestMemo
              ? isGoodAgain(load<u32>(guessed, 8), from, bytes)
              : checkValue(load<u32>(guessed, 8), from, bytes) == Value.good);
          if (!good) {
            ordinary = false;
            break;
          }
        }
      } else {
        const bit = (<u64>1) << (attribute & 63);
        if ((seen & bit) != 0 && isAmong(attribute, count)) {
          ordinary = false;
          break;
        }
        seen |= bit;
        store<u32>(names + ((<usize>count) << 2), attribute);
      }
      if (taping) {
        at = putRecord(at, TapeKind.attribute, 0, attribute, <u32>from + shift, <u32>to + shift);
      }
      count++;
      q = to + 1;
    }
    if (!ordinary) break;
    let empty = false;
    if (load<u8>(q) == 0x2f) {
      if (load<u8>(q, 1) != 0x3e) break;
      empty = true;
      q++;
    }
    q++;
    if (judge) {
      if ((load<u32>(own, 20) & ~(<u32>seen)) != 0) break;
      if (empty) {
        const content = load<u32>(own);
        if (content == ContentKind.automaton) {
          if ((rowFlags(load<u32>(own, 4)) & 1) == 0) break;
        } else if (content == ContentKind.all && load<u32>(own, 8) != 0) break;
      }
      state = next;
      store<u32>(frame, next, 24);
    }

    // It is good: now it counts.
    elements++;
    if (taping) {
      const flags: u32 = empty ? TapeFlag.implied : 0;
      putRecord(start, TapeKind.element, flags, name, <u32>p + shift, <u32>q + shift);
      if (empty) at = putRecord(at, TapeKind.end, 0, name, <u32>q + shift, <u32>q + shift);
      endTapeAt(at);
    }
    if (empty) {
      previous = (name << 1) | 1;
    } else {
      previous = name << 1;
      level++;
      frame += frameSize;
      store<u32>(frame, name);
      store<u32>(frame, <u32>p + shift, 4);
      store<u32>(frame, 0, 8);
      store<u32>(frame, type, 20);
      store<u32>(frame, 0, 28);
      store<u32>(frame, bindings, 32);
      store<u32>(frame, 0, 36);
      if (judge) {
        record = own;
        kind = load<u32>(own);
        state = kind == ContentKind.automaton ? load<u32>(own, 4) : 0;
        store<u32>(frame, state, 24);
        white = kind == ContentKind.empty;
      }
    }
    p = q;
  }

  last = previous;
  if (elements != elementCount || level != depth) leaveFastLane();
  setFrames(level, elements);
  setCursor(p);
  refresh();
}

/** Whether a byte may follow an element's name, in ordinary tags. */
// @ts-ignore: decorator
@inline
function endsName(c: u8): bool {
  return c == 0x20 || c == 0x3e || c == 0x2f;
}

/** Bytes that end a value, or make it one that is not read here. */
// @ts-ignore: decorator
@inline
function stopsOf(v: v128, quote: u8): v128 {
  return v128.or(
    v128.or(i8x16.eq(v, i8x16.splat(quote)), i8x16.eq(v, i8x16.splat(0x3c))),
    v128.or(i8x16.eq(v, i8x16.splat(0x26)), i8x16.le_u(v, i8x16.splat(0x1f))),
  );
}

function isAmong(name: u32, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) {
    if (load<u32>(names + ((<usize>i) << 2)) == name) return true;
  }
  return false;
}
