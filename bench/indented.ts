/** Writes markup as people and tools lay it out: one tag a line, two spaces a level. */
export class Indented {
  #lines: string[] = [];
  #waiting = 0;
  #depth: number;
  #length = 0;

  constructor(depth = 0) {
    this.#depth = depth;
  }

  /** Characters so far, line ends included. What is written here is ASCII: they are bytes, too. */
  get length(): number {
    return this.#length;
  }

  /** Characters that were not taken yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Takes the text so far out, to make room; `length` counts on. */
  take(): string {
    const text = this.#lines.join('');
    this.#lines = [];
    this.#waiting = 0;
    return text;
  }

  /** An element with content; `tag` is its name and attributes. */
  element(tag: string, content: () => void): void {
    this.open(tag);
    content();
    this.close(tag.split(' ', 1)[0] ?? tag);
  }

  /** The start of an element whose end is written later, with `close`. */
  open(tag: string): void {
    this.#line(`<${tag}>`);
    this.#depth++;
  }

  close(name: string): void {
    this.#depth--;
    this.#line(`</${name}>`);
  }

  /** An element without content. */
  empty(tag: string): void {
    this.#line(`<${tag}/>`);
  }

  /** Lines that another writer wrote at this depth. */
  append(other: Indented): void {
    for (const line of other.#lines) this.#lines.push(line);
    this.#length += other.#length;
    this.#waiting += other.#waiting;
  }

  #line(text: string): void {
    const line = `${'  '.repeat(this.#depth)}${text}\n`;
    this.#lines.push(line);
    this.#length += line.length;
    this.#waiting += line.length;
  }
}
