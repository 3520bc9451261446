import type { Tool } from '../reportDocument';

/** Tools that are named beside the first. */
const mostNamed = 5;

/** The programs that a report holds results of: a report is said to be of the first. */
export class ToolsRead {
  readonly #others = new Set<string>();
  #first: Tool | null = null;

  add(tool: Tool): void {
    this.#first ??= tool;
    if (tool.name !== this.#first.name && this.#others.size <= mostNamed) {
      this.#others.add(tool.name);
    }
  }

  /** Null where no tool was named. */
  get first(): Tool | null {
    return this.#first;
  }

  /** That there are others, in a whole sentence. */
  get remarks(): string[] {
    if (this.#others.size === 0) return [];
    const names = [...this.#others].slice(0, mostNamed).join(', ');
    const more = this.#others.size > mostNamed ? ' and more' : '';
    return [`The report holds results of other tools too: ${names}${more}.`];
  }
}
