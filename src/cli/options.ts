import { parseArgs } from 'node:util';
import type { Level } from '../findings/finding';
import { levels } from '../findings/finding';
import type { Preset, RuleChoice } from '../rules/settings';
import { presets, ruleChoices } from '../rules/settings';
import { reportForms } from '../findings/writers/forms';
import { formatOfFile, formats } from './formats';
import type { Shard } from './shard';
import { parseSize } from './sizes';

export type ListFormat = 'text' | 'json';
export type ColorChoice = 'auto' | 'always' | 'never';

/** How reports are written. */
export interface WriteOptions {
  /** One of `formats`. */
  format: string;
  /** The file to write to; null for standard output. */
  output: string | null;
  /** Whether source lines go with the findings; text has them in any case. */
  excerpts: boolean;
  color: ColorChoice;
  all: boolean;
}

/** What the command line says of the settings. What it leaves open is for settings files to say. */
export interface AskedSettings {
  preset: Preset | null;
  level: Level | null;
  /** The settings file for all files, or the one nearest to each (upwards from its folder), or none. */
  config: { file: string } | 'nearest' | 'none';
  /** By what may be any of a rule's names, or a set; later ones are above earlier ones. */
  rules: readonly { key: string; choice: RuleChoice }[];
}

export interface CheckOptions extends WriteOptions {
  settings: AskedSettings;
  /** Threads to check in; null where that is left to the program. */
  pool: number | null;
  /** Bytes given to the tokenizer at once, at most; null where that is left to the engine. */
  chunkBytes: number | null;
  /** Bytes of memory that a file may take; null where that is left to the engine. */
  memoryLimit: number | null;
  /** The part of the inputs to check; null for all. */
  shard: Shard | null;
  paths: string[];
}

export interface MergeOptions extends WriteOptions {
  paths: string[];
}

/** How a comparison is written. */
export const compareFormats = ['text', 'json', 'markdown'] as const;
export type CompareFormat = (typeof compareFormats)[number];

/** The two to be compared, and how to check what is not a report yet. */
export interface CompareOptions extends Omit<CheckOptions, 'format' | 'paths'> {
  format: CompareFormat;
  before: string;
  after: string;
}

export type Command =
  | { command: 'help' }
  | { command: 'version' }
  | { command: 'check'; options: CheckOptions }
  | { command: 'list-rules'; format: ListFormat }
  | { command: 'merge'; options: MergeOptions }
  | { command: 'compare'; options: CompareOptions };

/** The command line cannot be understood, or asks for what does not exist. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const kibi = 1024;
const mebi = 1024 * kibi;

/** Options that say how to check, which is over where reports are merged. */
const checkOnly = [
  'preset',
  'level',
  'rule',
  'config',
  'no-config',
  'list-rules',
  'pool',
  'jobs',
  'chunk-size',
  'memory-limit',
  'shard',
] as const;

/** Reads the arguments behind the program's name. Throws UsageError with a message for people. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [command, ...paths] = positionals;
  if (command === undefined) throw new UsageError('say what to do: scrutineer check PATH…');
  if (command === 'help') return { command: 'help' };
  if (command === 'merge') return { command, options: mergeOptions(values, paths) };
  if (command === 'compare') return { command, options: compareOptions(values, paths) };
  if (command !== 'check')
    throw new UsageError(`there is no command “${command}”; try: scrutineer check PATH…`);
  if (values['list-rules'] === true) {
    if (values.output !== undefined)
      throw new UsageError('--list-rules prints the rules; --output is for reports');
    if (paths.length > 0)
      throw new UsageError('--list-rules prints the rules and checks nothing; leave the paths out');
    const format = oneOf('--format', values.format, ['text', 'json'] as const) ?? 'text';
    return { command: 'list-rules', format };
  }
  if (paths.length === 0)
    throw new UsageError('name at least one file, folder or archive, or - for standard input');
  const options: CheckOptions = {
    ...writeOptions(values),
    ...workOptions(values),
    shard: shardOf(values.shard),
    paths,
  };
  return { command, options };
}

function workOptions(
  values: Values,
): Pick<CheckOptions, 'settings' | 'pool' | 'chunkBytes' | 'memoryLimit'> {
  return {
    settings: settingsOf(values),
    pool: poolOf(values),
    chunkBytes: sizeOf('--chunk-size', values['chunk-size'], kibi, 4 * mebi),
    memoryLimit: sizeOf('--memory-limit', values['memory-limit'], 8 * mebi, 4096 * mebi),
  };
}

function compareOptions(values: Values, [before, after, ...more]: string[]): CompareOptions {
  const stray = (['shard', 'list-rules', 'excerpts'] as const).find(
    (name) => values[name] !== undefined,
  );
  if (stray !== undefined) throw new UsageError(`--${stray} is no option of compare`);
  if (before === undefined || after === undefined || more.length > 0)
    throw new UsageError('name two to compare: reports, or files and folders to check');
  const output = outputOf(values);
  const told = /\.(?:json|md)$/i.exec(output ?? '')?.[0].toLowerCase();
  const usual = told === '.json' ? 'json' : told === '.md' ? 'markdown' : 'text';
  return {
    ...workOptions(values),
    format: oneOf('--format', values.format, compareFormats) ?? usual,
    output,
    excerpts: false,
    color: colorOf(values),
    all: values.all ?? false,
    shard: null,
    before,
    after,
  };
}

function mergeOptions(values: Values, paths: string[]): MergeOptions {
  const stray = checkOnly.find((name) => values[name] !== undefined);
  if (stray !== undefined) throw new UsageError(`--${stray} is an option of check, not of merge`);
  if (paths.length === 0)
    throw new UsageError('name at least one report that check --format jsonl has written');
  return { ...writeOptions(values), paths };
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        preset: { type: 'string' },
        level: { type: 'string', short: 'l' },
        rule: { type: 'string', multiple: true },
        config: { type: 'string' },
        'no-config': { type: 'boolean' },
        'list-rules': { type: 'boolean' },
        format: { type: 'string', short: 'f' },
        output: { type: 'string', short: 'o' },
        excerpts: { type: 'boolean' },
        pool: { type: 'string', short: 'p' },
        jobs: { type: 'string', short: 'j' },
        'chunk-size': { type: 'string' },
        'memory-limit': { type: 'string' },
        shard: { type: 'string' },
        color: { type: 'string' },
        all: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'V' },
      },
    });
  } catch (error) {
    // parseArgs words its errors for people; their first sentence is what matters.
    const said = error instanceof Error ? error.message : String(error);
    const [first = said] = said.split(/\. (?=To )|\n/);
    throw new UsageError(first.charAt(0).toLowerCase() + first.slice(1));
  }
}

function writeOptions(values: Values): WriteOptions {
  const output = outputOf(values);
  const format = formatOf(values.format, output);
  return {
    format,
    output,
    excerpts: excerptsOf(values, format),
    color: colorOf(values),
    all: values.all ?? false,
  };
}

function outputOf({ output }: Values): string | null {
  if (output === '') throw new UsageError('--output takes the name of a file');
  return output ?? null;
}

function colorOf({ color }: Values): ColorChoice {
  return oneOf('--color', color, ['auto', 'always', 'never'] as const) ?? 'auto';
}

function settingsOf(values: Values): AskedSettings {
  const { config } = values;
  const none = values['no-config'] === true;
  if (config !== undefined && none)
    throw new UsageError('--config and --no-config exclude each other; give one of them');
  return {
    preset: oneOf('--preset', values.preset, presets) ?? null,
    level: oneOf('--level', values.level, levels) ?? null,
    config: none ? 'none' : config === undefined ? 'nearest' : { file: config },
    rules: (values.rule ?? []).map(ruleOf),
  };
}

function ruleOf(value: string): { key: string; choice: RuleChoice } {
  const at = value.lastIndexOf('=');
  const choice = ruleChoices.find((each) => each === value.slice(at + 1));
  if (at > 0 && choice !== undefined) return { key: value.slice(0, at), choice };
  throw new UsageError(
    `--rule takes a rule and one of ${ruleChoices.join(', ')}, such as xml.not_deprecated=off, not “${value}”`,
  );
}

/** The form that was asked for, else the one that the name of the file tells. */
function formatOf(value: string | undefined, output: string | null): string {
  const ids = formats.map(({ id }) => id);
  const asked = oneOf('--format', value, ids);
  if (asked !== undefined || output === null) return asked ?? 'text';
  const told = formatOfFile(output);
  if (told !== null) return told;
  throw new UsageError(
    `the name “${output}” tells of no form to write in; say which by --format: ${ids.join(', ')}`,
  );
}

function excerptsOf({ excerpts = false }: Values, format: string): boolean {
  const form = reportForms.find(({ id }) => id === format);
  if (!excerpts || form?.excerpts === true || format === 'text') return excerpts;
  const able = reportForms.filter((one) => one.excerpts).map(({ id }) => id);
  throw new UsageError(
    `--excerpts: ${format} has no place for source lines; ${['text', ...able].join(', ')} have`,
  );
}

/** `--jobs` is the option's name in other tools. */
function poolOf({ pool, jobs }: Values): number | null {
  if (pool !== undefined && jobs !== undefined && pool !== jobs)
    throw new UsageError('--pool and --jobs are the same; give one of them');
  const value = pool ?? jobs;
  if (value === undefined) return null;
  const threads = /^[0-9]{1,4}$/.test(value) ? Number(value) : 0;
  if (threads > 0) return threads;
  const name = pool === undefined ? '--jobs' : '--pool';
  throw new UsageError(`${name} takes a number from 1 to 9999, not “${value}”`);
}

function sizeOf(
  option: string,
  value: string | undefined,
  least: number,
  most: number,
): number | null {
  if (value === undefined) return null;
  const bytes = parseSize(value);
  if (bytes !== null && bytes >= least && bytes <= most) return bytes;
  throw new UsageError(
    `${option} takes a size from ${sizeInWords(least)} to ${sizeInWords(most)}, such as 64K or 1M, not “${value}”`,
  );
}

function sizeInWords(bytes: number): string {
  return bytes >= mebi ? `${bytes / mebi}M` : `${bytes / kibi}K`;
}

function shardOf(value: string | undefined): Shard | null {
  if (value === undefined) return null;
  const match = /^([0-9]{1,5})\/([0-9]{1,5})$/.exec(value);
  const shard = { index: Number(match?.[1] ?? 0), of: Number(match?.[2] ?? 0) };
  if (shard.index >= 1 && shard.index <= shard.of) return shard;
  throw new UsageError(
    `--shard takes a part of a number of parts, from 1/N to N/N such as 3/16, not “${value}”`,
  );
}

function oneOf<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} takes one of ${choices.join(', ')}, not “${value}”`);
}
