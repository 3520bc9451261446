import { emptyFragment, type Expressions, type Fragment } from './automaton';

const encoder = new TextEncoder();

/**
 * Regular expressions over the bytes of UTF-8 text, with as much of XML Schema's syntax as schemas
 * of values need: characters, `\` before a special one, classes of ASCII characters with ranges,
 * `( )`, `|`, `?`, `*` and `+`. A pattern binds the whole value. Throws a SyntaxError that names the
 * pattern and the place.
 */
export function patternFragment(expressions: Expressions, pattern: string): Fragment {
  return new PatternReader(expressions, pattern).read();
}

/** The expression that matches one text and nothing else. */
export function literalFragment(expressions: Expressions, text: string): Fragment {
  return expressions.word(encoder.encode(text));
}

class PatternReader {
  private at = 0;

  constructor(
    private readonly expressions: Expressions,
    private readonly pattern: string,
  ) {}

  read(): Fragment {
    const fragment = this.alternatives();
    if (this.at < this.pattern.length) this.fail('Unexpected `)`');
    return fragment;
  }

  private alternatives(): Fragment {
    const branches = [this.branch()];
    while (this.accept('|')) branches.push(this.branch());
    return branches.length === 1
      ? (branches[0] ?? emptyFragment)
      : this.expressions.choice(branches);
  }

  private branch(): Fragment {
    const pieces: Fragment[] = [];
    while (this.at < this.pattern.length && !'|)'.includes(this.peek())) pieces.push(this.piece());
    return this.expressions.sequence(pieces);
  }

  private piece(): Fragment {
    const from = this.at;
    const atom = this.atom();
    const upTo = this.at;
    // The first copy is the one just read; should a second be needed, the text is read again.
    let fresh: Fragment | null = atom;
    const copy = (): Fragment => {
      const ready = fresh;
      fresh = null;
      return ready ?? new PatternReader(this.expressions, this.pattern.slice(from, upTo)).read();
    };
    if (this.accept('?')) return this.expressions.repeat(copy, 0, 1);
    if (this.accept('*')) return this.expressions.repeat(copy, 0, Infinity);
    if (this.accept('+')) return this.expressions.repeat(copy, 1, Infinity);
    return atom;
  }

  private atom(): Fragment {
    if (this.accept('(')) {
      const inner = this.alternatives();
      if (!this.accept(')')) this.fail('A `)` is missing');
      return inner;
    }
    if (this.accept('[')) return this.expressions.leaf(this.classBytes());
    if ('?*+{}]^.'.includes(this.peek())) this.fail(`\`${this.peek()}\` cannot stand here`);
    return literalFragment(this.expressions, this.character());
  }

  private classBytes(): number[] {
    const bytes = new Set<number>();
    if (this.peek() === '^') this.fail('Negated classes are not supported');
    while (!this.accept(']')) {
      const from = this.asciiCode();
      const isRange = this.peek() === '-' && this.pattern[this.at + 1] !== ']';
      if (isRange) this.at++;
      const upTo = isRange ? this.asciiCode() : from;
      if (upTo < from) this.fail('A range ends before it begins');
      for (let byte = from; byte <= upTo; byte++) bytes.add(byte);
    }
    return [...bytes];
  }

  private asciiCode(): number {
    const code = this.character().codePointAt(0) ?? 0;
    if (code > 0x7f) this.fail('A class may hold ASCII characters only');
    return code;
  }

  private character(): string {
    this.accept('\\');
    const code = this.pattern.codePointAt(this.at);
    if (code === undefined) return this.fail('It ends too early');
    const character = String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }

  private peek(): string {
    return this.pattern[this.at] ?? '';
  }

  private accept(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at++;
    return true;
  }

  private fail(problem: string): never {
    throw new SyntaxError(`${problem}, at character ${this.at + 1} of the pattern ${this.pattern}`);
  }
}
