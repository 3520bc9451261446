import { Code } from '../../wasm/assembly/codes';
import type { Issue, Place } from './tokenizer';

/** Words of an issue; `wasm/assembly/issues.ts` draws it. */
export const issueWords = 24;

const noOffset = 0xffffffff;

/** Word of an issue that says where its text begins in the text block. */
const textAt = 4;

/** The places of an issue are its last words, four each. */
const firstPlace = 8;
const placeWords = 4;

/** Issues as the tokenizer left them: numbers, and a block of the texts that they refer to. */
export class IssueBlock {
  readonly words: Uint32Array<ArrayBuffer>;
  readonly texts: Uint8Array<ArrayBuffer>;

  constructor(words: Uint32Array<ArrayBuffer>, texts: Uint8Array<ArrayBuffer>) {
    this.words = words;
    this.texts = texts;
  }

  get count(): number {
    return this.words.length / issueWords;
  }

  /** Throws a RangeError for a number that the tokenizer cannot have meant. */
  code(index: number): Code {
    return codeOf(this.words[index * issueWords]);
  }

  /** Adds to `counts` how many issues of each code there are from `from` on. Throws as `code` does. */
  countCodes(from: number, counts: Map<Code, number>): void {
    for (let index = from, count = this.count; index < count; index++) {
      const code = this.code(index);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }

  /** The same in memory of its own. */
  copy(): IssueBlock {
    return new IssueBlock(this.words.slice(), this.texts.slice());
  }

  /** Serial number of the start tag that an issue belongs to. */
  tag(index: number): number {
    return this.words[index * issueWords + 6] ?? 0;
  }

  /** One issue. Throws as `code` does. */
  issue(index: number): Issue {
    const at = index * issueWords;
    const word = (offset: number): number => this.words[at + offset] ?? 0;
    const place = (offset: number): Place => ({
      line: word(offset + 1),
      column: word(offset + 2),
      offset: word(offset + 3),
    });
    return {
      code: this.code(index),
      a: word(1),
      b: word(2),
      c: word(3),
      text: this.texts.slice(word(textAt), word(textAt) + word(5)),
      tag: word(6),
      flags: word(7) & 0xff,
      parent: word(7) >>> 8,
      start: place(8),
      end: place(12),
      related: word(16) === noOffset ? null : { start: place(16), end: place(20) },
    };
  }

  /** All issues from `from` up to `to` (exclusive). */
  issues(from = 0, to = this.count): Issue[] {
    return Array.from({ length: to - from }, (_, at) => this.issue(from + at));
  }
}

/** The same issues, with places that count from a place in the document rather than from 1 and 1. */
export function rebased(block: IssueBlock, { line, column }: Place): IssueBlock {
  const words = block.words.slice();
  for (let issue = 0; issue < words.length; issue += issueWords) {
    for (let place = issue + firstPlace; place < issue + issueWords; place += placeWords) {
      if (words[place] === noOffset) continue;
      const own = words[place + 1] ?? 0;
      words[place + 1] = own + line - 1;
      if (own === 1) words[place + 2] = (words[place + 2] ?? 0) + column - 1;
    }
  }
  return new IssueBlock(words, block.texts);
}

/** Puts blocks together as one. */
export function joinBlocks(blocks: readonly IssueBlock[]): IssueBlock {
  const words = new Uint32Array(blocks.reduce((sum, block) => sum + block.words.length, 0));
  const texts = new Uint8Array(blocks.reduce((sum, block) => sum + block.texts.length, 0));
  let at = 0;
  let textsAt = 0;
  for (const block of blocks) {
    words.set(block.words, at);
    for (let issue = at; issue < at + block.words.length; issue += issueWords) {
      words[issue + textAt] = (words[issue + textAt] ?? 0) + textsAt;
    }
    texts.set(block.texts, textsAt);
    at += block.words.length;
    textsAt += block.texts.length;
  }
  return new IssueBlock(words, texts);
}

const codes = new Set<number>(Object.values(Code).filter((code) => typeof code === 'number'));

/** A number as the code that it is. Throws a RangeError for one that the tokenizer cannot have meant. */
export function codeOf(value: number | undefined): Code {
  if (value === undefined || !isCode(value)) throw new RangeError(`No issue has the code ${value}`);
  return value;
}

function isCode(value: number): value is Code {
  return codes.has(value);
}
