import { lastTagDepth } from './content';
import { depth, frameAt, framePlace } from './frames';
import { issueAddress, issueCount, issuePlace, noOffset } from './issues';
import { grow, grownCapacity } from './memory';
import { isUnknown, placeSize, resolvePlace } from './places';
import { Section, section, sectionPlace } from './sections';
import { textOpen, textPlaces } from './text';

/** Addresses of the places to be resolved. */
let list: usize = 0;
let capacity: usize = 0;
let count: i32 = 0;

/** Gives every place that has none yet its line and column, in the order of the document. */
export function resolveAll(): void {
  count = 0;
  // An empty element is no longer open, but the host may have paused at it.
  if (lastTagDepth > depth) addUnknown(framePlace(frameAt(lastTagDepth)));
  for (let level = depth; level > 0; level--) {
    const place = framePlace(frameAt(level));
    if (!isUnknown(place)) break;
    add(place);
  }
  if (section != Section.none) addUnknown(sectionPlace);
  if (textOpen) {
    addUnknown(textPlaces);
    addUnknown(textPlaces + placeSize);
  }
  for (let i: u32 = 0; i < issueCount; i++) {
    const issue = issueAddress(i);
    for (let which = 0; which < 4; which++) addUnknown(issuePlace(issue, which));
  }
  for (let i = 0; i < count; i++) resolvePlace(load<u32>(list + ((<usize>i) << 2)));
}

function addUnknown(place: usize): void {
  if (isUnknown(place) && load<u32>(place) != noOffset) add(place);
}

/** Inserts where it belongs by offset: what is added is nearly in order already. */
function add(place: usize): void {
  const need = (<usize>(count + 1)) << 2;
  if (need > capacity) {
    list = grow(list, capacity, (<usize>count) << 2, need);
    capacity = grownCapacity;
  }
  const offset = load<u32>(place);
  let i = count++;
  while (i > 0) {
    const before = load<u32>(list + ((<usize>i - 1) << 2));
    if (load<u32>(before) <= offset) break;
    store<u32>(list + ((<usize>i) << 2), before);
    i--;
  }
  store<u32>(list + ((<usize>i) << 2), <u32>place);
}
