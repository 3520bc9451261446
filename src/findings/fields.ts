/** What is read is no report as it should be; the message says what is wrong with it: `holds a …`. */
export class NotAReport extends Error {
  override readonly name = 'NotAReport';
}

/** The fields of an object whose origin is unknown: each is what it should be, or it is refused. */
export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #what: string;

  constructor(value: unknown, what: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new NotAReport(`holds no ${what} where there should be one`);
    }
    this.#fields = value as Readonly<Record<string, unknown>>;
    this.#what = what;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name);
  }

  text(name: string): string {
    const value = this.#get(name);
    return typeof value === 'string' ? value : this.#refuse(name);
  }

  textOrNull(name: string): string | null {
    return this.#get(name) === null ? null : this.text(name);
  }

  flag(name: string): boolean {
    const value = this.#get(name);
    return typeof value === 'boolean' ? value : this.#refuse(name);
  }

  number(name: string): number {
    const value = this.#get(name);
    return typeof value === 'number' ? value : this.#refuse(name);
  }

  /** A whole number that is not negative. */
  count(name: string): number {
    const value = this.number(name);
    return Number.isSafeInteger(value) && value >= 0 ? value : this.#refuse(name);
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.#get(name);
    return choices.find((choice) => choice === value) ?? this.#refuse(name);
  }

  list(name: string): unknown[] {
    const value = this.#get(name);
    return Array.isArray(value) ? value : this.#refuse(name);
  }

  /** An array of texts that may be absent. */
  textsIfAny(name: string): string[] {
    return this.listIfAny(name).map((value) =>
      typeof value === 'string' ? value : this.#refuse(name),
    );
  }

  /** An array that may be absent. */
  listIfAny(name: string): unknown[] {
    return this.has(name) ? this.list(name) : [];
  }

  inner(name: string): Fields {
    return new Fields(this.#get(name), `\`${name}\``);
  }

  #get(name: string): unknown {
    return this.has(name) ? this.#fields[name] : undefined;
  }

  #refuse(name: string): never {
    throw new NotAReport(`holds a ${this.#what} whose \`${name}\` is missing or wrong`);
  }
}
