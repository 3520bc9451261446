/** Writes markup as people and tools lay it out: one tag a line, two spaces a level. */
export class Indented {
  readonly #lines: string[] = [];
  #depth: number;
  #length = 0;

  constructor(depth = 0) {
    this.#depth = depth;
  }

  /** Characters so far, line ends included. What is written here is ASCII: they are bytes, too. */
  get length(): number {
    return this.#length;
  }

  /** An element with content; `tag` is its name and attributes. */
  element(tag: string, content: () => void): void {
    const name = tag.split(' ', 1)[0] ?? tag;
    this.#line(`<${tag}>`);
    this.#depth++;
    content();
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
  }

  #line(text: string): void {
    const line = `${'  '.repeat(this.#depth)}${text}\n`;
    this.#lines.push(line);
    this.#length += line.length;
  }

  toString(): string {
    return this.#lines.join('');
  }
}
