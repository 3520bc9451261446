/** The last so many of what was added; older ones give way. */
export class Ring<T> {
  readonly #capacity: number;
  #items: T[] = [];
  /** Where the next one goes, once there is no room for more. */
  #at = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  add(item: T): void {
    if (this.#items.length < this.#capacity) {
      this.#items.push(item);
      return;
    }
    this.#items[this.#at] = item;
    this.#at = (this.#at + 1) % this.#capacity;
  }

  /** All there are, oldest first. */
  list(): T[] {
    return [...this.#items.slice(this.#at), ...this.#items.slice(0, this.#at)];
  }

  clear(): void {
    this.#items = [];
    this.#at = 0;
  }
}
