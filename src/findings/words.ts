import type { Level, Severity } from './finding';
import type { Verdict } from './report';

/** How severities are called, as in the summary line of a report. */
export const severityWords: Record<Severity, { one: string; many: string }> = {
  critical: { one: 'critical', many: 'critical' },
  error: { one: 'error', many: 'errors' },
  warning: { one: 'warning', many: 'warnings' },
  info: { one: 'note', many: 'notes' },
};

/** What a severity means, for those who see it for the first time. */
export const severityMeanings: Record<Severity, string> = {
  critical: 'Nothing after it can be trusted',
  error: 'It is wrong, and makes the file invalid',
  warning: 'It is allowed, but will give trouble',
  info: 'Worth knowing',
};

/** What a level of checks asks of a file. */
export const levelMeanings: Record<Level, string> = {
  syntax: 'Can it be read?',
  structure: 'Does it have the shape that its version prescribes?',
  semantics: 'Does it mean something, by itself?',
  project: 'Does it fit the files around it?',
};

/** What a verdict means, for those who see it for the first time. */
export const verdictMeanings: Record<Verdict, string> = {
  valid: 'No error was found, as deep as the file was checked',
  invalid:
    'The file can be read, but breaks the rules of its version, or does not fit the files around it',
  malformed: 'The file cannot be read as XML',
  unsupported: 'There is no schema for what the file declares, or it is no scenario',
};

/** A word with a capital, to stand at the beginning of a line. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
