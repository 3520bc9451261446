import type {
  AttributeDeclaration,
  Compositor,
  ContentDeclaration,
  Declaration,
  Deprecation,
  GroupDeclaration,
  Occurrence,
  OccurrenceStep,
  ParticleDeclaration,
  PatternDeclaration,
  RootDeclaration,
  Schema,
  SimpleTypeDeclaration,
  Successor,
  TypeDeclaration,
  Validity,
} from './schema';
import { checkReferences } from './references';

/**
 * Reads the notation that schemas are written in. Lines are indented by two spaces a level; `#`
 * begins a comment. At the outermost level:
 *
 *     versions 1.0 1.1 1.2                    the versions, oldest first; stands before all else
 *     root Plan: PlanType                     an element that a document may begin with
 *     pattern reference, such as $a = [$]..   values that match a regular expression, and one of them
 *     value Number = double | reference       a simple type: what any of its members accepts
 *     enums accept reference                  what every enumeration accepts beside its values
 *     enum Colour                             an enumeration; its values follow, indented
 *       red green blue
 *     type Room                               a complex type; its parts follow, indented
 *       @name @label?: Text                   attributes, several of a kind on a line
 *       sequence: Door+ Window*               content in short: elements typed by their own name
 *     group Opening                           a named part of a content
 *       choice                                content at length, an element a line
 *         Door: SlidingDoor
 *         group Gap?
 *
 * A content is a `sequence`, a `choice`, an `all`, or `text`; without any, an element is empty. `?`,
 * `*`, `+` and `{2..}` say how often, and once where none stands. What a line declares holds in all
 * versions unless it goes on with a comma and
 *
 *     since 1.1                               the first version that knows it
 *     until 1.1                               the last one
 *     deprecated 1.2 → @b and @c              out of favour since then, and what to use instead
 *     ? since 1.1                             how often from that version on (`1` for once)
 *     may be empty until 1.1                  a choice each of whose parts could be left out
 *
 * `parts` are texts by name; the names serve error messages alone. Throws a {@link NotationError}
 * that names the text and the line.
 */
export function parseNotation(parts: Readonly<Record<string, string>>): Schema {
  const parser = new Parser();
  for (const [name, text] of Object.entries(parts)) parser.read(name, text);
  return parser.finish();
}

/** A mistake in a text of the notation. */
export class NotationError extends Error {
  override readonly name = 'NotationError';

  /** `line` is 1-based. */
  constructor(
    problem: string,
    readonly source: string,
    readonly line: number,
  ) {
    super(`${source}, line ${line}: ${problem}`);
  }
}

const occurrences: Readonly<Record<string, Occurrence>> = {
  '': { min: 1, max: 1 },
  '1': { min: 1, max: 1 },
  '?': { min: 0, max: 1 },
  '*': { min: 0, max: Infinity },
  '+': { min: 1, max: Infinity },
};

const namePattern = '[A-Za-z_][A-Za-z0-9_.-]*';
const timesPattern = '[?*+]|\\{\\d+\\.\\.\\d*\\}';
const namedTimes = new RegExp(`^(${namePattern})(${timesPattern})?$`);
const typedPart = new RegExp(
  `^(group )?(${namePattern})(${timesPattern})?(?:: (${namePattern}))?$`,
);
const changedTimes = new RegExp(`^(1|${timesPattern}) since (\\S+)$`);

/** The comma-separated end of a line, understood. */
interface Modifiers extends Validity {
  deprecation: Deprecation | null;
  steps: OccurrenceStep[];
  emptyUntil: number;
  example: string;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenType extends Mutable<Declaration> {
  attributes: AttributeDeclaration[];
  contents: (Mutable<ContentDeclaration> & { parts: ParticleDeclaration[] })[];
}

class Parser {
  private source = '';
  private line = 0;
  private versions: string[] = [];
  private readonly roots: RootDeclaration[] = [];
  private readonly types = new Map<string, TypeDeclaration>();
  private readonly groups = new Map<string, GroupDeclaration>();
  private readonly simpleTypes = new Map<string, SimpleTypeDeclaration>();
  private readonly patterns = new Map<string, PatternDeclaration>();
  private readonly enumMembers: string[] = [];
  private openType: OpenType | null = null;
  private isGroup = false;
  private openValues: Declaration[] | null = null;

  read(source: string, text: string): void {
    this.source = source;
    this.line = 0;
    this.openType = null;
    this.openValues = null;
    for (const raw of text.split('\n')) {
      this.line++;
      const line = raw.trimEnd();
      const body = line.trimStart();
      if (body === '' || body.startsWith('#')) continue;
      const indent = line.length - body.length;
      if (indent === 0) this.outer(body);
      else if (indent === 2) this.inner(body);
      else if (indent === 4) this.part(body);
      else this.fail('Indent by two spaces a level, two levels at most');
    }
  }

  finish(): Schema {
    if (this.versions.length === 0) this.fail('No `versions`');
    const schema: Schema = {
      versions: this.versions,
      roots: this.roots,
      types: this.types,
      groups: this.groups,
      simpleTypes: this.simpleTypes,
      patterns: this.patterns,
    };
    checkReferences(schema);
    return schema;
  }

  private fail(problem: string): never {
    throw new NotationError(problem, this.source, this.line);
  }

  private outer(body: string): void {
    this.openType = null;
    this.openValues = null;
    const space = body.indexOf(' ');
    const keyword = space < 0 ? body : body.slice(0, space);
    const rest = space < 0 ? '' : body.slice(space + 1);
    if (keyword !== 'versions' && this.versions.length === 0) {
      this.fail('`versions` must come before anything else');
    }
    switch (keyword) {
      case 'versions':
        if (this.versions.length > 0) this.fail('`versions` stands here a second time');
        this.versions = rest.split(' ');
        return;
      case 'root':
        return this.root(rest);
      case 'pattern':
        return this.patternLine(rest);
      case 'value':
        return this.value(rest);
      case 'enums':
        if (!rest.startsWith('accept ')) this.fail('Expected `enums accept` and names');
        this.enumMembers.push(...rest.slice('accept '.length).split(' '));
        return;
      case 'enum':
        return this.enumeration(rest);
      case 'type':
      case 'group':
        return this.open(keyword, rest);
      default:
        this.fail(
          `\`${keyword}\` is no keyword; versions, root, pattern, value, enums, enum, type and group are`,
        );
    }
  }

  private inner(body: string): void {
    if (this.openValues !== null) return this.enumValues(this.openValues, body);
    const type = this.openType;
    if (type === null) return this.fail('Nothing above that this line could belong to');
    if (body.startsWith('@')) {
      if (this.isGroup) this.fail('A group has no attributes');
      return this.attributes(type, body);
    }
    this.content(type, body);
  }

  private root(rest: string): void {
    const [head, modifiers] = this.modifiersOf(rest);
    const [name, type = name] = head.split(': ');
    if (name === undefined || type === undefined) return this.fail('Expected `root Name: Type`');
    this.roots.push({
      name,
      type,
      since: modifiers.since,
      until: modifiers.until,
    });
  }

  private patternLine(rest: string): void {
    // The pattern is taken as it stands: it may hold commas and spaces.
    const cut = rest.indexOf(' = ');
    if (cut < 0) this.fail('Expected `pattern name = regular expression`');
    const [name, modifiers] = this.modifiersOf(rest.slice(0, cut));
    const declaration = this.declaration(name, modifiers);
    const { example } = modifiers;
    this.add(this.patterns, { ...declaration, pattern: rest.slice(cut + 3), example });
  }

  private value(rest: string): void {
    const [head, modifiers] = this.modifiersOf(rest);
    const [name, members] = head.split(' = ');
    if (name === undefined || members === undefined) {
      return this.fail('Expected `value Name = member | member`');
    }
    this.add(this.simpleTypes, {
      ...this.declaration(name, modifiers),
      members: members.split(' | '),
      values: [],
    });
  }

  private enumeration(rest: string): void {
    const [name, modifiers] = this.modifiersOf(rest);
    const values: Declaration[] = [];
    this.add(this.simpleTypes, {
      ...this.declaration(name, modifiers),
      members: this.enumMembers,
      values,
    });
    this.openValues = values;
  }

  private enumValues(values: Declaration[], body: string): void {
    const [head, modifiers] = this.modifiersOf(body);
    for (const name of head.split(' ')) {
      if (name === '') this.fail('One space between values, no more');
      if (values.some((value) => value.name === name)) this.fail(`\`${name}\` stands here twice`);
      values.push({ ...this.declaration(name, modifiers, true) });
    }
  }

  private open(keyword: 'type' | 'group', rest: string): void {
    const [name, modifiers] = this.modifiersOf(rest);
    const type: OpenType = {
      ...this.declaration(name, modifiers),
      attributes: [],
      contents: [],
    };
    this.isGroup = keyword === 'group';
    if (this.isGroup) this.add(this.groups, type);
    else this.add(this.types, type);
    this.openType = type;
  }

  private attributes(type: OpenType, body: string): void {
    const [head, modifiers] = this.modifiersOf(body);
    const [names, simpleType] = head.split(': ');
    if (names === undefined || simpleType === undefined) {
      return this.fail('Expected `@name: Type`');
    }
    for (const word of names.split(' ')) {
      const [, name, times] = namedTimes.exec(word.replace(/^@/, '')) ?? [];
      if (name === undefined || !word.startsWith('@'))
        return this.fail(`\`${word}\` is no attribute`);
      if (type.attributes.some((attribute) => attribute.name === name)) {
        this.fail(`\`${type.name}\` already has an attribute \`${name}\``);
      }
      type.attributes.push({
        ...this.declaration(name, modifiers),
        type: simpleType,
        steps: this.stepsOf(times, modifiers),
      });
    }
  }

  private content(type: OpenType, body: string): void {
    const colon = body.indexOf(': ');
    const [kind, modifiers] = this.modifiersOf(colon < 0 ? body : body.slice(0, colon));
    if (!isContentKind(kind)) {
      return this.fail(`\`${kind}\` is no content; sequence, choice, all and text are`);
    }
    const { since, until, emptyUntil } = modifiers;
    if (type.contents.some((other) => other.since <= until && since <= other.until)) {
      this.fail(`\`${type.name}\` already has a content in some of these versions`);
    }
    type.contents.push({ kind, since, until, emptyUntil, parts: [] });
    if (colon < 0) return;
    for (const word of body.slice(colon + 2).split(' ')) this.part(word);
  }

  private part(body: string): void {
    const content = this.openType?.contents.at(-1);
    if (content === undefined || content.kind === 'text') {
      return this.fail('No content above that this part could belong to');
    }
    const [head, modifiers] = this.modifiersOf(body);
    const [, group, name, times, type] = typedPart.exec(head) ?? [];
    if (name === undefined)
      return this.fail(`Expected \`Name\` or \`Name: Type\`, not \`${head}\``);
    const isGroup = group !== undefined;
    content.parts.push({
      ...this.declaration(name, modifiers, true),
      kind: isGroup ? 'group' : 'element',
      type: type ?? name,
      steps: this.stepsOf(times, modifiers),
    });
  }

  /** Splits a line at its commas into what it declares and how that is modified. */
  private modifiersOf(text: string): [head: string, modifiers: Modifiers] {
    const [head = '', ...rest] = text.split(', ');
    const modifiers: Mutable<Modifiers> = {
      since: 0,
      until: this.versions.length - 1,
      deprecation: null,
      steps: [],
      emptyUntil: -1,
      example: '',
    };
    for (const modifier of rest) this.modify(modifiers, modifier);
    if (modifiers.since > modifiers.until) this.fail('It ends before it begins');
    return [head, modifiers];
  }

  private modify(modifiers: Mutable<Modifiers>, modifier: string): void {
    if (modifier.startsWith('since ')) {
      modifiers.since = this.version(modifier.slice('since '.length));
    } else if (modifier.startsWith('until ')) {
      modifiers.until = this.version(modifier.slice('until '.length));
    } else if (modifier.startsWith('may be empty until ')) {
      modifiers.emptyUntil = this.version(modifier.slice('may be empty until '.length));
    } else if (modifier.startsWith('such as ')) {
      modifiers.example = modifier.slice('such as '.length);
    } else if (modifier.startsWith('deprecated ')) {
      const [since = '', successor] = modifier.slice('deprecated '.length).split(' → ');
      modifiers.deprecation = {
        since: this.version(since),
        successor: successor === undefined ? null : successorOf(successor),
      };
    } else {
      const [, times, since] = changedTimes.exec(modifier) ?? [];
      if (times === undefined || since === undefined)
        this.fail(`\`${modifier}\` is not understood`);
      else
        modifiers.steps.push({
          since: this.version(since),
          occurs: this.occurrence(times),
        });
    }
  }

  private version(name: string): number {
    const index = this.versions.indexOf(name);
    if (index < 0) this.fail(`No version \`${name}\`; there are ${this.versions.join(', ')}`);
    return index;
  }

  private occurrence(times: string): Occurrence {
    const known = occurrences[times];
    if (known !== undefined) return known;
    const [min, max] = times.slice(1, -1).split('..');
    return {
      min: Number(min),
      max: max === '' || max === undefined ? Infinity : Number(max),
    };
  }

  private stepsOf(times: string | undefined, modifiers: Modifiers): OccurrenceStep[] {
    return [{ since: 0, occurs: this.occurrence(times ?? '') }, ...modifiers.steps];
  }

  private declaration(name: string, modifiers: Modifiers, anyName = false): Declaration {
    if (!anyName && !namedTimes.test(name)) this.fail(`\`${name}\` is no name`);
    const { since, until, deprecation } = modifiers;
    return { name, since, until, deprecation };
  }

  private add<T extends Declaration>(map: Map<string, T>, declaration: T): void {
    if (map.has(declaration.name)) this.fail(`\`${declaration.name}\` is declared a second time`);
    map.set(declaration.name, declaration);
  }
}

function isContentKind(word: string): word is Compositor | 'text' {
  return word === 'sequence' || word === 'choice' || word === 'all' || word === 'text';
}

function successorOf(phrase: string): Successor {
  const joint = phrase.includes(' and ') ? 'and' : 'or';
  return { joint, names: phrase.split(` ${joint} `) };
}
