import type { Node } from 'jsonc-parser';
import type { Finding, Level } from '../findings/finding';
import { levels } from '../findings/finding';
import { nearest } from '../schema/nearest';
import { listed, oneOf, quoted } from '../schema/words';
import type { JsonMistake } from './configJson';
import { readJson } from './configJson';
import { spanInText } from './configText';
import type { RuleKeys } from './listKeys';
import { isSetKey } from './listKeys';
import type { RuleInfo } from './rule';
import type { CheckSettings, RuleChoice } from './settings';
import { isOpenToSettings, presets, ruleChoices, standardSettings } from './settings';

/** The rule that findings about such a file belong to. */
export const configRule = 'scrutineer:settings:1.0.0:settings.understood';

/** Every level is built on syntax, so that one stays. */
const optionalLevels = levels.filter((level) => level !== 'syntax');

const switches = ['on', 'off'] as const;

/** What the keys of a settings file mean. */
const readers: Readonly<Record<string, (value: Node, into: ConfigReader) => void>> = {
  // Names the file's schema, for editors.
  $schema: (value, into) => into.text(value, '$schema'),
  preset: (value, into) => into.preset(value),
  level: (value, into) => into.level(value),
  levels: (value, into) => into.levels(value),
  rules: (value, into) => into.rules(value),
};

/** The keys that a settings file can have. */
export const configKeys: readonly string[] = Object.keys(readers);

/** A settings file, read. */
export interface ReadConfig {
  /** What could be understood of it; rules by their ids. */
  readonly settings: CheckSettings;
  /** What is wrong with it, at its place in the file: all of them errors. */
  readonly findings: readonly Finding[];
}

/** Reads a settings file. What it cannot understand is a finding, and the rest still holds. */
export function readConfig(path: string, bytes: Uint8Array, rules: RuleKeys): ReadConfig {
  const { text, mark, root, mistake } = readJson(bytes);
  const reader = new ConfigReader(path, text, mark, rules);
  if (mistake) reader.tellMistake(mistake);
  else if (root) reader.root(root);
  return { settings: reader.settings(), findings: reader.findings };
}

/** Reads a settings file from its root down, and takes note of what it says and what is wrong with it. */
class ConfigReader {
  readonly findings: Finding[] = [];
  readonly #path: string;
  readonly #text: string;
  readonly #mark: number;
  readonly #rules: RuleKeys;
  readonly #settings: CheckSettings = { ...standardSettings };
  readonly #off: Level[] = [];
  /** What single rules are set to by sets, and by keys that name them alone, which weigh more. */
  readonly #bySet = new Map<string, RuleChoice>();
  readonly #byKey = new Map<string, RuleChoice>();

  constructor(path: string, text: string, mark: number, rules: RuleKeys) {
    this.#path = path;
    this.#text = text;
    this.#mark = mark;
    this.#rules = rules;
  }

  settings(): CheckSettings {
    const rules = Object.fromEntries([...this.#bySet, ...this.#byKey]);
    return {
      ...this.#settings,
      ...(this.#off.length > 0 ? { levelsOff: this.#off } : {}),
      ...(Object.keys(rules).length > 0 ? { rules } : {}),
    };
  }

  tellMistake({ offset, length, message, help }: JsonMistake): void {
    this.#tell({ offset, length }, 'not-json', message, help);
  }

  root(node: Node): void {
    this.#members(node, 'The file', (key, name, value) => {
      const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (read) read(value, this);
      else this.#unknown(key, name, 'a setting', configKeys);
    });
  }

  text(value: Node, what: string): void {
    if (value.type === 'string') return;
    this.#tell(
      value,
      'wrong-value',
      `${quoted(what)} is not a text.`,
      'Put it in quotation marks.',
    );
  }

  preset(value: Node): void {
    const preset = this.#choice(value, 'preset', presets);
    if (preset !== null) this.#settings.preset = preset;
  }

  level(value: Node): void {
    const level = this.#choice(value, 'level', levels);
    if (level !== null) this.#settings.level = level;
  }

  levels(node: Node): void {
    this.#members(node, quoted('levels'), (key, name, value) => {
      const level = optionalLevels.find((each) => each === name);
      if (level !== undefined) {
        if (this.#choice(value, name, switches) === 'off') this.#off.push(level);
      } else if (name === 'syntax') {
        const message = 'The level `syntax` cannot be switched: all others are built on it.';
        this.#tell(key, 'fixed-level', message, 'Take this line away.');
      } else this.#unknown(key, name, 'a level', optionalLevels);
    });
  }

  rules(node: Node): void {
    this.#members(node, quoted('rules'), (key, name, value) => {
      const named = this.#rules.named(name);
      if (named.length === 0) {
        const meant = this.#rules.nearest(name);
        const message = `There is no ${isSetKey(name) ? 'set of rules' : 'rule'} ${quoted(name)}.`;
        const list = '`scrutineer check --list-rules` prints all rules.';
        this.#tell(key, 'unknown-rule', message, meant === null ? list : didYouMean(meant));
        return;
      }
      const choice = this.#choice(value, name, ruleChoices);
      if (choice !== null) this.#set(key, name, named, choice);
    });
  }

  #set(key: Node, name: string, named: readonly RuleInfo[], choice: RuleChoice): void {
    const open = named.filter((rule) => isOpenToSettings(rule));
    if (open.length === 0) {
      const message = `${quoted(name)} is not open to settings: where it is broken, nothing that is said of the rest can be trusted.`;
      this.#tell(key, 'fixed-rule', message, 'Take this line away.');
    }
    for (const { id } of open) {
      if (isSetKey(name)) this.#bySet.set(id, choice);
      else if (this.#byKey.has(id)) {
        const message = `${quoted(name)} names a rule that is set above already, by another of its names.`;
        this.#tell(key, 'twice', message, 'Keep one of the two.');
      } else this.#byKey.set(id, choice);
    }
  }

  /** Visits the members of an object; says where it is none, and where a key stands twice. */
  #members(node: Node, what: string, visit: (key: Node, name: string, value: Node) => void): void {
    if (node.type !== 'object') {
      const message = `${what} does not hold an object, which is written in braces.`;
      this.#tell(
        node,
        'wrong-value',
        message,
        'Write `{` and `}` around pairs of keys and values.',
      );
      return;
    }
    const seen = new Set<string>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (!key || !value) continue;
      const name = String(key.value);
      if (seen.has(name)) {
        this.#tell(
          key,
          'twice',
          `The key ${quoted(name)} stands here a second time.`,
          'Keep one of the two.',
        );
      } else visit(key, name, value);
      seen.add(name);
    }
  }

  #choice<Choice extends string>(
    value: Node,
    what: string,
    choices: readonly Choice[],
  ): Choice | null {
    const choice = choices.find((each) => each === value.value);
    if (choice !== undefined) return choice;
    const written = this.#text.slice(value.offset, value.offset + value.length);
    const found = value.type === 'string' ? String(value.value) : written;
    const meant = nearest(found, choices);
    const message = `${quoted(what)} cannot be ${quoted(found)}.`;
    const write = `Write ${oneOf(
      choices.map((each) => `"${each}"`),
      found,
    )}.`;
    this.#tell(value, 'wrong-value', message, meant === null ? write : didYouMean(`"${meant}"`));
    return null;
  }

  #unknown(key: Node, name: string, what: string, known: readonly string[]): void {
    const meant = nearest(name, known);
    const help = meant === null ? `There are ${listed(known, 'and')}.` : didYouMean(meant);
    this.#tell(key, 'unknown-key', `${quoted(name)} is not ${what}.`, help);
  }

  #tell(at: Pick<Node, 'offset' | 'length'>, code: string, message: string, help: string): void {
    this.findings.push({
      rule: configRule,
      code,
      level: 'syntax',
      severity: 'error',
      message,
      help,
      path: this.#path,
      span: spanInText(this.#text, at.offset, at.offset + at.length, this.#mark),
    });
  }
}

function didYouMean(meant: string): string {
  return `Did you mean \`${meant}\`?`;
}
