import { parseArgs } from 'node:util';
import type { Level } from '../findings/finding';
import { levels } from '../findings/finding';

export type Format = 'text' | 'jsonl';
export type ColorChoice = 'auto' | 'always' | 'never';

export interface CheckOptions {
  level: Level;
  format: Format;
  /** Threads at most; null where that is left to the program. */
  jobs: number | null;
  color: ColorChoice;
  all: boolean;
  paths: string[];
}

export type Command =
  { command: 'help' } | { command: 'version' } | { command: 'check'; options: CheckOptions };

/** The command line cannot be understood, or asks for what does not exist. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const builtLevels: readonly Level[] = ['syntax', 'structure'];
const builtFormats: readonly Format[] = ['text', 'jsonl'];
const plannedFormats = ['sarif', 'junit', 'xqar'];

/** Reads the arguments behind the program's name. Throws UsageError with a message for people. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [command, ...paths] = positionals;
  if (command === undefined) throw new UsageError('say what to do: scrutineer check PATH…');
  if (command === 'help') return { command: 'help' };
  if (command !== 'check')
    throw new UsageError(`there is no command “${command}”; try: scrutineer check PATH…`);
  if (paths.length === 0)
    throw new UsageError('name at least one file, folder or archive, or - for standard input');
  const options: CheckOptions = {
    level: levelOf(values.level),
    format: formatOf(values.format),
    jobs: jobsOf(values.jobs),
    color: oneOf('--color', values.color, ['auto', 'always', 'never'] as const) ?? 'auto',
    all: values.all ?? false,
    paths,
  };
  return { command: 'check', options };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        level: { type: 'string', short: 'l' },
        format: { type: 'string', short: 'f' },
        jobs: { type: 'string', short: 'j' },
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

function levelOf(value: string | undefined): Level {
  const level = oneOf('--level', value, levels) ?? 'structure';
  if (builtLevels.includes(level)) return level;
  throw new UsageError(`the level “${level}” is not built yet; there are ${listed(builtLevels)}`);
}

function formatOf(value: string | undefined): Format {
  if (value !== undefined && plannedFormats.includes(value)) {
    throw new UsageError(
      `the format “${value}” is not built yet; there are ${listed(builtFormats)}`,
    );
  }
  return oneOf('--format', value, builtFormats) ?? 'text';
}

function jobsOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  const jobs = /^[0-9]{1,4}$/.test(value) ? Number(value) : 0;
  if (jobs > 0) return jobs;
  throw new UsageError(`--jobs takes a number from 1 to 9999, not “${value}”`);
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

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
