import { hasDefaults } from '../attlist';
import { endOfWhite } from '../characters';
import { leaveFastLane, pauseCountdown } from '../content';
import {
  deepestElement,
  depth,
  elementCount,
  frameAt,
  frameSize,
  isOutside,
  setFrames,
  unjudged,
} from '../frames';
import { beginsWith, mostTokens, nameEnd, readName, tokenLength, tokenOf } from '../names';
import { bindingCount } from '../namespaces';
import { inSegment } from '../seam';
import { enabled, refresh, whiteMatters } from '../structure/interpreter';
import { ContentKind, lookUp, rowFlags, typeAt } from '../structure/tables';
import { endTapeAt, putRecord, roomOnTape, TapeFlag, TapeKind, tapeWanted } from '../tape';
import { textOpen } from '../text';
import { cursor, inEntity, limit, setCursor, window, windowOffset } from '../window';
import { attributesSeen, mostOrdinary, readOrdinary, tapeAfter } from './attributes';
import { correct, elementAfter, guessedName } from './guesses';

/**
 * The fast lane: reads what is ordinary (tags of known plain names, values without references, white
 * space between tags) and good. Where anything else comes it stops in front of it, as if that
 * construct had not been seen, and `content.ts` reads it with all that can be wrong. Nothing is
 * found here, so nothing can be found differently.
 */

/** Whether the fast lane is taken at all. */
let open: bool = true;

/** The tag that came last: name id, and in bit 0 whether its element is closed. */
let last: u32 = 0;

/** Opens or closes the fast lane: with and without, everything is the same but the time. */
export function setFastLane(wanted: bool): void {
  open = wanted;
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
  // The open element's content, and how far that is.
  let kind: u32 = ContentKind.empty;
  let record: usize = 0;
  let state: u32 = 0;
  if (judge) {
    if (load<u32>(frame, 20) == unjudged) return;
    record = typeAt(load<u32>(frame, 20));
    kind = load<u32>(record);
    state = load<u32>(frame, 24);
  } else if (inSegment && isOutside(frame)) return;

  while (true) {
    if (load<u8>(p) != 0x3c) {
      const q = endOfWhite(p);
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
      if (judge && !isComplete(kind, record, state)) break;
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
      if (!judge) {
        // What concerns the unseen part of a document is noted elsewhere.
        if (inSegment && isOutside(frame)) break;
        continue;
      }
      const type = load<u32>(frame, 20);
      if (type == unjudged) break;
      record = typeAt(type);
      kind = load<u32>(record);
      state = load<u32>(frame, 24);
      if (kind == ContentKind.empty) break;
      continue;
    }

    if (level >= deepestElement) break;
    const guess = elementAfter(previous);
    let name = guessedName(guess);
    let token = tokenOf(name);
    let length = tokenLength(token);
    if (length == 0 || !beginsWith(p + 1, token, length) || !endsName(load<u8>(p + 1 + length))) {
      name = readName(p + 1);
      if (name == 0 || name >= mostTokens || nameEnd >= stop) break;
      token = tokenOf(name);
      length = tokenLength(token);
      if (length == 0 || p + 1 + length != nameEnd) break;
      correct(guess, name);
    }

    // Where the element stands in its parent, and what it is.
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
        if (<i32>found < 0) break;
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

    // The tag's own record is written when its end is known.
    let start: usize = 0;
    if (taping) start = roomOnTape(mostOrdinary + 2);
    const records = taping ? start + 12 : 0;
    let q = readOrdinary(p + 1 + length, name, judge, row, records, shift);
    if (q == 0) break;
    const empty = load<u8>(q) == 0x2f;
    if (empty && load<u8>(++q) != 0x3e) break;
    q++;
    if (judge) {
      if ((load<u32>(own, 20) & ~(<u32>attributesSeen)) != 0) break;
      if (empty && !isComplete(load<u32>(own), own, firstState(own))) break;
      state = next;
      store<u32>(frame, next, 24);
    }

    // It is good: now it counts.
    elements++;
    if (taping) {
      const flags: u32 = empty ? TapeFlag.implied : 0;
      putRecord(start, TapeKind.element, flags, name, <u32>p + shift, <u32>q + shift);
      let at = tapeAfter;
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
        state = firstState(own);
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

/** The state in which an element of a type begins. */
// @ts-ignore: decorator
@inline
function firstState(record: usize): u32 {
  return load<u32>(record) == ContentKind.automaton ? load<u32>(record, 4) : 0;
}

/** Whether an element may end in a state. */
// @ts-ignore: decorator
@inline
function isComplete(kind: u32, record: usize, state: u32): bool {
  if (kind == ContentKind.automaton) return (rowFlags(state) & 1) != 0;
  return kind != ContentKind.all || (load<u32>(record, 8) & ~state) == 0;
}
