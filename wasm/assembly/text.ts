import { isWhite } from './characters';
import { depth, frameAt, isOutside } from './frames';
import { placeSize, setPlace } from './places';
import { noteWhiteReference } from './seam';
import * as structure from './structure/interpreter';
import { TapeFlag, TapeKind, writeTape } from './tape';
import { endOffsetOf, inEntity, offsetOf } from './window';

/**
 * The run of character data being read: from its first to its last character that is not white.
 * It may span chunks, references and entities; markup ends it.
 */
export let textOpen: bool = false;
let flags: u32 = 0;

/** Places of its start and end, filled in as the document is walked. */
export const textPlaces: usize = memory.data(32);
const whitePlaces: usize = memory.data(32);

export function resetText(): void {
  textOpen = false;
}

/** Copies the places of the run at hand and returns its flags. */
export function copyText(places: usize): u32 {
  memory.copy(places, textPlaces, 2 * placeSize);
  return flags;
}

/** Goes on with a run that was read elsewhere. */
export function resumeText(open: bool, runFlags: u32, places: usize): void {
  textOpen = open;
  flags = runFlags;
  memory.copy(textPlaces, places, 2 * placeSize);
}

/** White space only: it matters where an element must be empty. */
// @ts-ignore: decorator
@inline
export function noteWhite(from: usize, to: usize): void {
  if (textOpen) noteReturns(from, to);
  else if (structure.whiteMatters) reportWhite(from);
}

function reportWhite(from: usize): void {
  setPlace(whitePlaces, offsetOf(from));
  setPlace(whitePlaces + placeSize, endOffsetOf(from + 1));
  structure.text(whitePlaces, whitePlaces + placeSize, true);
}

/** A carriage return reads as a line feed, so the text differs from its bytes. */
function noteReturns(from: usize, to: usize): void {
  for (let p = from; p < to; p++) {
    if (load<u8>(p) == 0x0d) {
      flags |= TapeFlag.decode;
      return;
    }
  }
}

/** Character data with something in it that is not white, or a part of such. */
export function noteText(from: usize, to: usize): void {
  let first = from;
  while (first < to && isWhite(load<u8>(first))) first++;
  if (first > from) noteWhite(from, first);
  if (first == to) return;
  let last = to;
  while (isWhite(load<u8>(last - 1))) last--;
  if (!textOpen) begin(offsetOf(first));
  setPlace(textPlaces + placeSize, endOffsetOf(last));
  if (inEntity > 0) flags |= TapeFlag.fromEntity;
  noteReturns(first, to);
}

/** A reference to a character, or to an entity that is not read. */
export function noteReference(from: usize, to: usize, white: bool): void {
  if (white) {
    if (isOutside(frameAt(depth))) noteWhiteReference();
    noteWhite(from, to);
    if (textOpen) flags |= TapeFlag.decode;
    return;
  }
  if (!textOpen) begin(offsetOf(from));
  flags |= TapeFlag.decode;
  setPlace(textPlaces + placeSize, endOffsetOf(to));
}

function begin(offset: u32): void {
  textOpen = true;
  flags = 0;
  setPlace(textPlaces, offset);
}

/** Ends the run, if one is open: markup follows. */
// @ts-ignore: decorator
@inline
export function closeText(): void {
  if (textOpen) finish();
}

function finish(): void {
  textOpen = false;
  writeTape(TapeKind.text, flags, 0, load<u32>(textPlaces), load<u32>(textPlaces, 16));
  structure.text(textPlaces, textPlaces + placeSize, false);
}
