/** One quiet line for the person: something works less well than usual, and why. */
export interface Notice {
  id: number;
  text: string;
}

/** The lines of the notice bar; the same line is never shown twice at a time. */
export class Notices {
  list: readonly Notice[] = $state.raw([]);
  #lastId = 0;

  add(text: string): void {
    if (this.list.some((notice) => notice.text === text)) return;
    this.list = [...this.list, { id: ++this.#lastId, text }];
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}
