import type { LinkTables } from '../tables';
import { generalTables } from '../generalTables';
import type { BytesIn } from './bytesIn';
import type { BytesOut } from './bytesOut';

/** The lists of words that a link may name words of. */
type List = 'rules' | 'codes';

/*
 * A word as a number: 0, and the word spelt out behind it; the odd numbers are the words that belong
 * to all, the even ones those of the pack. So both lists can grow for ever.
 */

/** Words as numbers, by the tables of a pack where there is one. */
export class WordsOut {
  readonly #numbers: Record<List, Map<string, number>>;

  constructor(own: LinkTables | null) {
    this.#numbers = { rules: numbersOf('rules', own), codes: numbersOf('codes', own) };
  }

  write(out: BytesOut, list: List, word: string): void {
    const number = this.#numbers[list].get(word);
    out.count(number ?? 0);
    if (number === undefined) out.text(word);
  }
}

function numbersOf(list: List, own: LinkTables | null): Map<string, number> {
  const numbers = new Map<string, number>();
  own?.[list].forEach((word, at) => numbers.set(word, 2 * at + 2));
  generalTables[list].forEach((word, at) => numbers.set(word, 2 * at + 1));
  return numbers;
}

/** Reads words; counts those that stand in no table here, but in one of a later version. */
export class WordsIn {
  strange = 0;
  readonly #own: LinkTables | null;

  constructor(own: LinkTables | null) {
    this.#own = own;
  }

  read(from: BytesIn, list: List): string {
    const number = from.count();
    if (number === 0) return from.text();
    const words = number % 2 === 1 ? generalTables[list] : this.#own?.[list];
    const word = words?.[Math.floor((number - 1) / 2)];
    if (word !== undefined) return word;
    this.strange++;
    return `unknown-${number}`;
  }
}
