import type { Pack, Recognition, Recognizer } from '../formats/pack';
import type { DetectedEncoding } from '../intake/xmlEncoding';
import type { Place, Tag, Tokenizer } from './tokenizer';
import { Status } from './tokenizer';

/** What the first elements of a document tell. */
export interface Recognized {
  /** The pack that claims the document, or `null`. */
  pack: Pack | null;
  recognition: Recognition | null;
  /** The root element's name, where one was read. */
  root: string | null;
  /** Start tags that findings about the head are placed at, by name; the root's under ''. */
  tags: ReadonlyMap<string, TagPlace>;
  /** The document broke, or ended, before any pack could decide. */
  cutShort: boolean;
}

/** The `<` and the name of a start tag. */
export interface TagPlace {
  start: Place;
  end: Place;
  /** Where the values of its attributes are written, by name; the root's are not known. */
  values: ReadonlyMap<string, { start: Place; end: Place }>;
}

const noValues: TagPlace['values'] = new Map();

/**
 * Reads a document's first elements for the packs, until one knows what it is. It is fed like the
 * tokenizer that it uses, and the document is then read again from its start for the check itself.
 */
export class HeadReader {
  readonly #tokenizer: Tokenizer;
  readonly #tags = new Map<string, TagPlace>();
  readonly #encoding: DetectedEncoding;
  #candidates: { pack: Pack; recognizer: Recognizer }[];
  #root: string | null = null;
  #decided = false;
  #over = false;

  constructor(tokenizer: Tokenizer, packs: readonly Pack[], encoding: DetectedEncoding) {
    this.#tokenizer = tokenizer;
    this.#encoding = encoding;
    this.#candidates = packs.map((pack) => ({ pack, recognizer: pack.recognizer() }));
    tokenizer.begin({
      encoding: encoding.encoding,
      mark: encoding.mark,
      tape: false,
      structure: false,
      pauseAfter: 1,
    });
  }

  /** Reads on; true when nothing more needs to be read. */
  push(chunk: Uint8Array, last: boolean): boolean {
    let status = this.#tokenizer.push(chunk, last);
    while (status === Status.paused && !this.#decided) {
      this.#see(this.#tokenizer.tag);
      if (!this.#decided) status = this.#tokenizer.resume(last);
    }
    this.#tokenizer.takeIssues();
    this.#over = status === Status.failed || status === Status.done;
    return this.#decided || this.#over;
  }

  /** Whether some pack wants the whole document looked through, if need be. */
  get patient(): boolean {
    return this.#candidates.some(({ recognizer }) => recognizer.patient);
  }

  #see(tag: Tag): void {
    const place = { start: tag.place, end: this.#nameEnd(tag) };
    if (tag.depth === 1) {
      this.#root = tag.name;
      this.#tags.set('', { ...place, values: noValues });
    } else if (tag.depth === 2 && !this.#tags.has(tag.name)) {
      this.#tags.set(tag.name, { ...place, values: this.#tokenizer.tagValuePlaces() });
    }
    const { name, depth, attributes } = tag;
    this.#candidates = this.#candidates.filter(({ recognizer }) => {
      const answer = recognizer.see({ name, depth, attributes });
      if (answer === 'decided') this.#decided = true;
      return answer !== 'foreign';
    });
    if (this.#candidates.length === 0) this.#decided = true;
  }

  /** Names of elements that findings are placed at are plain ASCII, and so a unit a character. */
  #nameEnd(tag: Tag): Place {
    const units = tag.name.length + 1;
    const { line, column, offset } = tag.place;
    return { line, column: column + units, offset: offset + units * this.#encoding.unitBytes };
  }

  conclude(): Recognized {
    for (const { pack, recognizer } of this.#candidates) {
      const recognition = recognizer.conclude();
      if (!recognition) continue;
      const cutShort = this.#over && !this.#decided && this.#tokenizer.failed;
      return { pack, recognition, root: this.#root, tags: this.#tags, cutShort };
    }
    return { pack: null, recognition: null, root: this.#root, tags: this.#tags, cutShort: false };
  }
}
