import { nameLength, unitsOf, codePointsOf } from './names';
import { placeAfter, placeSize } from './places';

/**
 * The open elements, innermost last.
 *
 *     frame (48 bytes)  0 name id   4 place of its `<` (16 bytes)   20 type   24 row, or mask of members seen
 *                       28 flags    32 bindings before it           36 default namespace (URI id)
 *                       40 reserved
 */
export const frameSize: usize = 48;

/** Depth of elements, at most. */
export const deepestElement: i32 = 1000;

export enum FrameFlag {
  /** A child stood where it may not: order and completeness are judged no more. */
  loose = 1,
  /** A child was unknown: it may have been a misspelt one, so nothing is missed. */
  uncertain = 2,
  /** Text was reported once. */
  textReported = 4,
  /** Its start tag stands in an entity's text. */
  fromEntity = 8,
}

/** Types that are no types of a schema. */
export const unjudged: u32 = 0xffff;

const frames: usize = heap.alloc(<usize>(deepestElement + 2) * frameSize);

/** Number of open elements. */
export let depth: i32 = 0;
/** Elements whose start tags were read. */
export let elementCount: u32 = 0;

export function resetFrames(): void {
  depth = 0;
  elementCount = 0;
}

/**
 * Makes the document's unseen part the only open element, at a level of its own: it has no name and
 * no type, any end tag may stand in it, and it stays open.
 */
export function openOutside(level: i32): void {
  depth = level;
  const frame = frameAt(level);
  memory.fill(frame, 0, frameSize);
  // A known place: nothing waits for its line.
  store<u32>(frame, 1, 8);
  store<u32>(frame, unjudged, 20);
}

/** Whether a frame stands for the unseen part of a document. */
// @ts-ignore: decorator
@inline
export function isOutside(frame: usize): bool {
  return load<u32>(frame) == 0;
}

/** Takes over what is open, and how much was read, from elsewhere. */
export function setFrames(open: i32, elements: u32): void {
  depth = open;
  elementCount = elements;
}

/** The frame of the element at a depth; that of depth 0 stands for the document. */
// @ts-ignore: decorator
@inline
export function frameAt(level: i32): usize {
  return frames + <usize>level * frameSize;
}

// @ts-ignore: decorator
@inline
export function framePlace(frame: usize): usize {
  return frame + 4;
}

/** Writes the two places that a start tag is pointed at with: its `<`, and the end of its name. */
export function copyTagPlaces(frame: usize, start: usize, end: usize): void {
  const place = framePlace(frame);
  memory.copy(start, place, placeSize);
  const name = load<u32>(frame);
  if ((load<u32>(frame, 28) & FrameFlag.fromEntity) != 0) memory.copy(end, place, placeSize);
  else placeAfter(end, place, nameLength(name) + 1, unitsOf(name) + 1, codePointsOf(name) + 1);
}
