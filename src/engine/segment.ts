/**
 * Where things lie among the words of a segment; `wasm/assembly/seam.ts` draws it. Indexes are in
 * words.
 */
export const segmentLayout = {
  joinable: 0,
  events: 1,
  frames: 2,
  elements: 3,
  frameBytes: 7,
  /** The place where the segment ends. */
  end: 16,
  words: 20,
  eventWords: 4,
  /** Within an event. */
  eventName: 1,
} as const;

/**
 * What a reader that knew nothing of what came before can tell of a part of a document, so that the
 * reader that knows can go on behind it.
 */
export interface Segment {
  /** The summary, the events and the frames of the open elements. */
  words: Uint32Array<ArrayBuffer>;
  /** Ids from here on are the reader's own; those below are the same in every reader of the schema. */
  firstName: number;
  /** The names of these ids. */
  names: string[];
}

/** The byte offset at which a segment ends. */
export function endOf(segment: Segment): number {
  return segment.words[segmentLayout.end] ?? 0;
}

/** Whether a segment was read in such a way that it may be joined. */
export function isJoinable(segment: Segment): boolean {
  return segment.words[segmentLayout.joinable] === 1;
}

/** A name by its id in the segment; `own` knows those that every reader has. */
export function nameIn(segment: Segment, id: number, own: (id: number) => string): string {
  return id < segment.firstName ? own(id) : (segment.names[id - segment.firstName] ?? '');
}

/** The segment's words with the ids that `idOf` gives to its names. */
export function withNames(
  segment: Segment,
  idOf: (name: string) => number,
): Uint32Array<ArrayBuffer> {
  const words = segment.words.slice();
  const { firstName, names } = segment;
  const translate = (at: number): void => {
    const name = names[(words[at] ?? 0) - firstName];
    if (name !== undefined) words[at] = idOf(name);
  };
  const { events, eventName, eventWords, frameBytes, words: head } = segmentLayout;
  const framesAt = head + (words[events] ?? 0) * eventWords;
  for (let at = head; at < framesAt; at += eventWords) translate(at + eventName);
  const frameWords = Math.max(1, (words[frameBytes] ?? 0) >> 2);
  for (let at = framesAt; at < words.length; at += frameWords) translate(at);
  return words;
}
